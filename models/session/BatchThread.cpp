#include "session/BatchThread.h"

#include <new>

namespace hallway {

namespace {
constexpr std::size_t maximumQueued = 8;
}

BatchThread::BatchThread(Work work) : m_work(std::move(work)), m_thread([this] { run(); }) {}

BatchThread::~BatchThread() { close(true); }

void BatchThread::close(bool dropQueue) {
    if (!m_thread.joinable()) return;
    {
        const std::lock_guard lock(m_mutex);
        m_closing = true;
        if (dropQueue) m_queue.clear();
    }
    m_changed.notify_all();
    m_thread.join();
}

void BatchThread::push(std::shared_ptr<const SpanBatch> batch, StoreRow firstRow, SourceId source) {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_queue.size() < maximumQueued || m_error; });
    if (m_error) return;
    m_queue.push_back({std::move(batch), firstRow, source});
    m_changed.notify_all();
}

bool BatchThread::failed() const {
    const std::lock_guard lock(m_mutex);
    return m_error.has_value();
}

Status BatchThread::join() {
    close(false);
    if (m_error) return fail(*m_error);
    return {};
}

void BatchThread::run() {
    for (;;) {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return !m_queue.empty() || m_closing; });
        if (m_queue.empty()) return;
        const Item item = std::move(m_queue.front());
        m_queue.pop_front();
        m_changed.notify_all();
        lock.unlock();
        if (const Status done = workOn(item); !done) {
            lock.lock();
            m_error = done.error();
            m_changed.notify_all();
            return;
        }
    }
}

Status BatchThread::workOn(const Item& item) const {
    try {
        return m_work(*item.batch, item.firstRow, item.source);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::Internal, {"not enough memory"});
    }
}

} // namespace hallway
