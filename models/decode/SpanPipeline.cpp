#include "decode/SpanPipeline.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace hallway {

namespace {
constexpr std::size_t bytesPerTask = std::size_t{512} << 10;
constexpr std::size_t spansPerTask = 1024;
constexpr std::size_t giantTask = std::size_t{4} << 20;
constexpr std::size_t tasksInMemory = 96; // read ones of about half a megabyte each
constexpr std::size_t padding = 64;       // a SIMD reader may overrun
} // namespace

/// A bench with readers at it.
class SpanPipeline::Station {
public:
    explicit Station(const DecodeContext& context)
        : m_bench({context.strings, context.resources, context.scopes}) {}

    void read(SpanTask& task) {
        try {
            m_bench.assembler.fill(task);
            for (const SpanSlice& slice : task.slices) {
                m_bench.place.position = slice.position;
                readerFor(slice).read(task.bytesOf(slice), slice);
            }
        } catch (...) {
            task.failure = std::current_exception();
        }
        if (!m_bench.counted.isEmpty()) task.problems = std::exchange(m_bench.counted, {});
    }
    [[nodiscard]] const TimeBands& times() const { return m_bench.times; }

private:
    /// Nearly all spans of a file have the same.
    SpanReader& readerFor(const SpanSlice& slice) {
        auto made = std::find_if(m_readers.begin(), m_readers.end(),
                                 [&](const auto& reader) { return reader.first == slice.reader; });
        if (made == m_readers.end()) made = m_readers.insert(made, {slice.reader, slice.reader(m_bench)});
        return *made->second;
    }

    SpanBench m_bench;
    std::vector<std::pair<MakeSpanReader, std::unique_ptr<SpanReader>>> m_readers;
};

SpanPipeline::SpanPipeline(DecodeContext& context)
    : m_context(context), m_sink(&context.sink), m_filling(std::make_unique<SpanTask>()) {}

SpanPipeline::~SpanPipeline() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_unread.clear();
    }
    m_unreadChanged.notify_all();
    for (std::thread& thread : m_threads)
        if (thread.joinable()) thread.join();
}

void SpanPipeline::add(std::string_view bytes, const SpanSlice& slice,
                       const std::shared_ptr<SpanBlock>& block) {
    SpanTask& task = *m_filling;
    if (task.blocks.empty() || task.blocks.back() != block) task.blocks.push_back(block);
    SpanSlice& added = task.slices.emplace_back(slice);
    added.begin = static_cast<std::uint32_t>(task.bytes.size());
    added.size = static_cast<std::uint32_t>(bytes.size());
    added.block = static_cast<std::uint32_t>(task.blocks.size() - 1);
    if (bytes.size() > bytesPerTask) task.bytes.reserve(task.bytes.size() + bytes.size() + padding);
    task.bytes += bytes;
    if (task.bytes.size() >= bytesPerTask || task.slices.size() >= spansPerTask) submit();
}

void SpanPipeline::submit() {
    m_filling->bytes.append(padding, '\0');
    SpanTask* const giant = m_filling->bytes.size() > giantTask ? m_filling.get() : nullptr;
    std::size_t unread = 0;
    {
        const std::lock_guard lock(m_mutex);
        if (giant == nullptr) m_unread.push_back(m_filling.get());
        m_tasks.push_back(std::exchange(m_filling, std::make_unique<SpanTask>()));
        unread = m_unread.size();
        if (!m_buffers.empty()) {
            m_filling->bytes = std::move(m_buffers.back());
            m_buffers.pop_back();
        }
    }
    // A file of one task needs no thread: it is read when finish() helps.
    if (m_threads.size() < m_context.readers && unread > 1) startThread();
    m_unreadChanged.notify_one();
    if (giant != nullptr) readHere(*giant);
    deliverReady();
    spill();
    const auto tooMany = [this] {
        const std::lock_guard lock(m_mutex);
        const std::size_t readers = m_context.readers;
        return m_unread.size() > 2 * readers ||
               (m_tasks.size() > 8 * (readers + 1) && !m_tasks.front()->isRead);
    };
    while (tooMany()) {
        help();
        deliverReady();
    }
}

void SpanPipeline::help() {
    SpanTask* task = nullptr;
    {
        std::unique_lock lock(m_mutex);
        if (m_unread.empty()) {
            m_readChanged.wait(lock, [this] { return m_tasks.front()->isRead; });
            return;
        }
        task = m_unread.front();
        m_unread.pop_front();
    }
    readHere(*task);
}

void SpanPipeline::readHere(SpanTask& task) {
    if (!m_own) m_own = std::make_unique<Station>(m_context);
    m_own->read(task);
    const std::lock_guard lock(m_mutex);
    setRead(task);
}

void SpanPipeline::spill() {
    for (;;) {
        SpanTask* task = nullptr;
        {
            const std::lock_guard lock(m_mutex);
            m_settled = std::max(m_settled, tasksInMemory);
            if (m_settled >= m_tasks.size() || !m_tasks[m_settled]->isRead) return;
            task = m_tasks[m_settled++].get();
        }
        m_waiting.put(*task);
    }
}

void SpanPipeline::startThread() {
    try {
        m_threads.emplace_back([this] { work(); });
    } catch (const std::system_error&) { // the system gives no more: those that are there will do
    }
}

void SpanPipeline::setRead(SpanTask& task) {
    task.isRead = true;
    // Whatever its block waits for, its text is needed no more.
    std::string buffer = std::exchange(task.bytes, {});
    buffer.clear();
    if (buffer.capacity() <= 2 * bytesPerTask && m_buffers.size() <= m_context.readers)
        m_buffers.push_back(std::move(buffer));
}

void SpanPipeline::work() {
    Station station(m_context);
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_unreadChanged.wait(lock, [this] { return m_stopping || !m_unread.empty(); });
        if (m_stopping) break;
        SpanTask& task = *m_unread.front();
        m_unread.pop_front();
        lock.unlock();
        station.read(task);
        lock.lock();
        setRead(task);
        m_readChanged.notify_all();
    }
    m_times.add(station.times());
}

void SpanPipeline::deliverReady(bool all) {
    for (;;) {
        std::unique_ptr<SpanTask> task;
        {
            const std::lock_guard lock(m_mutex);
            if (m_tasks.empty() || !m_tasks.front()->isRead) return;
            for (const auto& block : m_tasks.front()->blocks)
                if (!all && !block->isClosed()) return;
            task = std::move(m_tasks.front());
            m_tasks.pop_front();
            if (m_settled > 0) --m_settled;
        }
        deliver(*task);
    }
}

void SpanPipeline::deliver(SpanTask& task) {
    if (task.failure) std::rethrow_exception(task.failure);
    if (!m_waiting.take(task))
        m_context.problems.add(ProblemCode::UnreadableFile, std::nullopt,
                               "the temporary file in which spans waited for their resource is damaged");
    for (const LooseSpan& loose : task.loose) {
        const SpanSlice& slice = task.slices[loose.slice];
        task.blocks[slice.block]->complete(task.batch.spans[loose.record], loose, slice);
    }
    if (!task.problems.isEmpty()) m_context.problems.merge(std::exchange(task.problems, {}));
    m_delivered += task.batch.spans.size() - task.furtherSides;
    if (!task.batch.spans.empty()) m_sink->accept(std::exchange(task.batch, {}));
}

void SpanPipeline::finish() {
    if (!m_filling->slices.empty()) submit();
    for (;;) {
        deliverReady(true);
        {
            const std::lock_guard lock(m_mutex);
            if (m_tasks.empty()) break;
        }
        help();
    }
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_unreadChanged.notify_all();
    for (std::thread& thread : m_threads)
        thread.join();
    m_threads.clear();
    if (m_own) m_times.add(m_own->times());
}

} // namespace hallway
