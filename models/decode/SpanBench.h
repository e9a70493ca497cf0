// The tools with which one thread reads spans, whatever their format.
#pragma once

#include "base/StringCache.h"
#include "decode/AttributeList.h"
#include "decode/SpanAssembler.h"
#include "decode/SpanTask.h"
#include "decode/TimeBands.h"
#include "trace/ResourceTable.h"

#include <memory>

namespace hallway {

/// What several threads share of a file that is being decoded.
struct DecodeTables {
    StringPool& strings;
    ResourceTable& resources;
    ScopeTable& scopes;
};

/// One thread.
struct SpanBench {
    explicit SpanBench(const DecodeTables& shared) : tables(shared), strings(shared.strings) {}

    DecodeTables tables;
    StringCache strings;
    ImportProblems counted; ///< of the task being read
    /// The place of the span being read.
    struct SlicePosition final : PositionSource {
        FilePosition position;
        FilePosition positionOf(std::uint64_t) override { return position; }
    } place;
    RecordProblems problems{counted, place};
    SpanAssembler assembler{strings, problems};
    AttributeList spanAttributes{strings, problems};
    AttributeList innerAttributes{strings, problems}; ///< of events and links
    TimeBands times;                                  ///< of all spans read on this thread
};

/// Reads the spans of one kind, on one thread.
class SpanReader {
public:
    virtual ~SpanReader() = default;
    /// Hands one span, or several that stand in one piece, to the bench's assembler (begin, keep or drop); a
    /// broken one is counted and left out.
    /// `bytes` are followed by 64 readable bytes.
    virtual void read(std::string_view bytes, const SpanSlice& slice) = 0;
};

/// For SpanSlice::reader.
template <class Reader>
std::unique_ptr<SpanReader> makeSpanReader(SpanBench& bench) {
    return std::make_unique<Reader>(bench);
}

} // namespace hallway
