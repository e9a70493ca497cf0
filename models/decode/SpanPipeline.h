// Spans of one file from the thread that walks its structure to several threads that read them, and back in
// the order of the file.
//
//   SpanPipeline spans(context);
//   slice.reader = makeSpanReader<MySpanReader>;
//   spans.add(bytes, slice, block);   // for each span found
//   spans.finish();                   // the sink has everything now
#pragma once

#include "decode/Decoder.h"
#include "decode/SpanBench.h"
#include "decode/WaitingSpans.h"

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace hallway {

/// Everything is called on the walking thread, the sink too. Memory: some megabytes a thread, and
/// some tens for spans whose block is still open; more of them wait on the disk. The walking thread reads
/// spans itself where the others are behind, where there are none (DecodeContext::readers is 0), and those of
/// many megabytes, so that one parser grows and not one a thread.
class SpanPipeline {
public:
    explicit SpanPipeline(DecodeContext& context);
    SpanPipeline(const SpanPipeline&) = delete;
    SpanPipeline& operator=(const SpanPipeline&) = delete;
    /// Drops what is not delivered.
    ~SpanPipeline();

    /// Copies the bytes. The slice's own begin, size and block are set here.
    void add(std::string_view bytes, const SpanSlice& slice, const std::shared_ptr<SpanBlock>& block);

    /// What is delivered from now on goes to this sink instead of the context's; it outlives the pipeline's
    /// use.
    void deliverTo(SpanSink& sink) { m_sink = &sink; }

    /// Delivers everything, spans of open blocks as well.
    void finish();

    /// Records of the file delivered so far.
    [[nodiscard]] std::uint64_t count() const { return m_delivered; }
    /// Of all spans. After finish().
    [[nodiscard]] const TimeBands& times() const { return m_times; }

private:
    class Station;

    void submit();
    /// `all`: whether or not their blocks are closed.
    void deliverReady(bool all = false);
    void deliver(SpanTask& task);
    /// Reads a task here, or waits for another thread to read one.
    void help();
    /// Moves what waits beyond some in memory to the disk.
    void spill();
    void readHere(SpanTask& task);
    void work();
    void startThread();
    /// Under the lock.
    void setRead(SpanTask& task);

    DecodeContext& m_context;
    SpanSink* m_sink;
    std::unique_ptr<SpanTask> m_filling;
    std::unique_ptr<Station> m_own; ///< of the walking thread
    std::uint64_t m_delivered = 0;
    std::vector<std::thread> m_threads;
    WaitingSpans m_waiting;

    std::mutex m_mutex; ///< of what follows
    std::condition_variable m_unreadChanged;
    std::condition_variable m_readChanged;
    std::deque<std::unique_ptr<SpanTask>> m_tasks; ///< in the order of the file; changed here only
    std::deque<SpanTask*> m_unread;
    std::size_t m_settled = 0;          ///< tasks at the front that stay in memory or lie on the disk
    std::vector<std::string> m_buffers; ///< of tasks that were read: their memory is used again
    bool m_stopping = false;
    TimeBands m_times;
};

} // namespace hallway
