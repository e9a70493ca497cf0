// A filter asked of an open capture.
#pragma once

#include "analysis/Subset.h"
#include "base/Cancellation.h"
#include "base/Result.h"
#include "query/Filter.h"
#include "trace/RowSet.h"

#include <cstddef>
#include <string>

namespace hallway {

class Capture;

/// What figures count under a filter.
enum class FilterMode : std::uint8_t {
    WholeTraces,   ///< all spans and calls of the traces that hold a matching span
    MatchingSpans, ///< the matching spans, and the calls that have one as caller span or callee's span
};

struct FilterMatch {
    SpanSet spans;      ///< that the filter names
    TraceSet traces;    ///< that hold one
    std::string filter; ///< its text
};

/// Linear in the capture: some 100 ms for a million spans. Any thread. Errors: Cancelled, CacheDamaged.
[[nodiscard]] Result<FilterMatch> matchOf(const Filter& filter, const Capture& capture,
                                          const CancelToken& cancel = {});
/// What counts then.
[[nodiscard]] Chosen chosenBy(const FilterMatch& match, FilterMode mode, const Capture& capture);

} // namespace hallway
