// Writes batches on a thread of its own while the next ones are decoded.
#pragma once

#include "store/CaptureWriter.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>

namespace hallway {

/// One producer. The queue is short: a slow disk slows decoding down instead of filling the memory.
class WriterThread {
public:
    explicit WriterThread(CaptureWriter writer);
    /// Stops without finishing; what was written is removed with the writer.
    ~WriterThread();
    WriterThread(const WriterThread&) = delete;
    WriterThread& operator=(const WriterThread&) = delete;

    /// Blocks while the queue is full. After a failure batches are dropped: see failed().
    void push(SpanBatch batch, StoreRow firstRow, SourceId source);
    [[nodiscard]] bool failed() const;

    /// Waits until everything is written and hands the writer back for its last steps. Errors: the first of
    /// addBatch().
    [[nodiscard]] Result<CaptureWriter> join();

private:
    struct Item {
        SpanBatch batch;
        StoreRow firstRow;
        SourceId source;
    };
    void run();

    std::optional<CaptureWriter> m_writer;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Item> m_queue;
    std::optional<Error> m_error;
    bool m_closing = false;
    std::thread m_thread; ///< last: starts when everything else is there
};

} // namespace hallway
