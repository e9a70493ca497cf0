// Gathers decoded spans into batches and hands these to the sink.
#pragma once

#include "decode/Decoder.h"

#include <cstdint>
#include <vector>

namespace hallway {

/// What a span refers to may stand after it in the file (a resource, a scope, a table of processes). Until
/// that is known the spans are held back: between hold() and release() no batch leaves, and forEachSince()
/// reaches every span of the block. Memory: a few hundred bytes for each span held.
class SpanCollector {
public:
    explicit SpanCollector(SpanSink& sink) : m_sink(sink) {}

    /// The batch that the record of begin() belongs to.
    [[nodiscard]] SpanBatch& batch() { return m_batch; }
    /// Starts a record; valid until keep() or drop().
    SpanRecord& begin();
    void keep();
    /// Takes back everything added to the batch since begin().
    void drop();

    /// Spans kept so far; also the number of the next one.
    [[nodiscard]] std::uint64_t count() const { return m_count; }

    void hold() { ++m_holds; }
    void release();
    /// Calls visit(SpanRecord&) for the spans kept since count() was `first`; they must be held since then.
    template <class Visit>
    void forEachSince(std::uint64_t first, Visit visit) {
        std::uint64_t number = m_count - m_batch.spans.size();
        for (const SpanBatch& held : m_held)
            number -= held.spans.size();
        for (SpanBatch& held : m_held)
            for (SpanRecord& span : held.spans)
                if (number++ >= first) visit(span);
        for (SpanRecord& span : m_batch.spans)
            if (number++ >= first) visit(span);
    }

    /// Hands on what is left.
    void finish();

private:
    SpanSink& m_sink;
    SpanBatch m_batch;
    std::vector<SpanBatch> m_held; ///< full ones
    std::size_t m_bytesBefore = 0;
    std::size_t m_linksBefore = 0;
    std::uint64_t m_count = 0;
    int m_holds = 0;
};

} // namespace hallway
