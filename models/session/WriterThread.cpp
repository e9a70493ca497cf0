#include "session/WriterThread.h"

namespace hallway {

namespace {
constexpr std::size_t maximumQueued = 4;
}

WriterThread::WriterThread(CaptureWriter writer) : m_writer(std::move(writer)), m_thread([this] { run(); }) {}

WriterThread::~WriterThread() {
    if (!m_thread.joinable()) return;
    {
        const std::lock_guard lock(m_mutex);
        m_closing = true;
        m_queue.clear();
    }
    m_changed.notify_all();
    m_thread.join();
}

void WriterThread::push(SpanBatch batch, StoreRow firstRow, SourceId source) {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_queue.size() < maximumQueued || m_error; });
    if (m_error) return;
    m_queue.push_back({std::move(batch), firstRow, source});
    m_changed.notify_all();
}

bool WriterThread::failed() const {
    const std::lock_guard lock(m_mutex);
    return m_error.has_value();
}

Result<CaptureWriter> WriterThread::join() {
    {
        const std::lock_guard lock(m_mutex);
        m_closing = true;
    }
    m_changed.notify_all();
    m_thread.join();
    if (m_error) return fail(*m_error);
    return std::move(*m_writer);
}

void WriterThread::run() {
    for (;;) {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return !m_queue.empty() || m_closing; });
        if (m_queue.empty()) return;
        const Item item = std::move(m_queue.front());
        m_queue.pop_front();
        m_changed.notify_all();
        lock.unlock();
        if (const Status written = m_writer->addBatch(item.batch, item.firstRow, item.source); !written) {
            lock.lock();
            m_error = written.error();
            m_changed.notify_all();
            return;
        }
    }
}

} // namespace hallway
