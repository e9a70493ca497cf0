// Does one thing with every batch, on a thread of its own, while the next ones are decoded.
#pragma once

#include "base/Result.h"
#include "trace/SpanBatch.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace hallway {

/// One producer. The queue is short: a slow disk slows decoding down instead of filling the memory.
class BatchThread {
public:
    /// Called with one batch after another, on the thread. `firstRow` is the row of the batch's first span.
    using Work = std::function<Status(const SpanBatch& batch, StoreRow firstRow, SourceId source)>;

    explicit BatchThread(Work work);
    /// Drops what waits in the queue.
    ~BatchThread();
    BatchThread(const BatchThread&) = delete;
    BatchThread& operator=(const BatchThread&) = delete;

    /// Blocks while the queue is full. After a failure batches are dropped: see failed().
    void push(std::shared_ptr<const SpanBatch> batch, StoreRow firstRow, SourceId source);
    [[nodiscard]] bool failed() const;

    /// Waits until everything is done; the thread has ended then. Errors: the first of the work.
    [[nodiscard]] Status join();

private:
    struct Item {
        std::shared_ptr<const SpanBatch> batch;
        StoreRow firstRow;
        SourceId source;
    };
    void run();
    [[nodiscard]] Status workOn(const Item& item) const;
    void close(bool dropQueue);

    Work m_work;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Item> m_queue;
    std::optional<Error> m_error;
    bool m_closing = false;
    std::thread m_thread; ///< last: starts when everything else is there
};

} // namespace hallway
