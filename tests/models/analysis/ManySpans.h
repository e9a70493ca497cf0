// Captures of many random spans with everything that call building has to cope with: shared ids, duplicates,
// orphans, links between traces, peers, retries. The same seed gives the same spans.
#pragma once

#include "analysis/CallBuilder.h"
#include "base/StringPool.h"
#include "trace/ResourceTable.h"
#include "trace/SpanBatch.h"

#include <cstddef>
#include <cstdint>

namespace hallway::test {

struct ManySpansOptions {
    std::size_t spans = 100'000;
    std::size_t spansPerTrace = 7; ///< on average
    std::uint64_t seed = 1;
    bool oddities = true; ///< shared ids, duplicates, orphans; without them every record becomes a span
};

class ManySpans {
public:
    explicit ManySpans(const ManySpansOptions& options);
    ManySpans(const ManySpans&) = delete;
    ManySpans& operator=(const ManySpans&) = delete;

    [[nodiscard]] const StringPool& strings() const { return m_strings; }
    /// In their order, or shuffled. Afresh each time, for buildCalls() consumes it.
    [[nodiscard]] CallInput input();
    [[nodiscard]] CallInput shuffledInput(std::uint64_t seed);

    /// One trace in which every span is the only child of the one before.
    [[nodiscard]] static SpanBatch chain(std::size_t spans, StringPool& strings, ResourceTable& resources);

private:
    StringPool m_strings;
    ResourceTable m_resources;
    SpanBatch m_batch;
};

} // namespace hallway::test
