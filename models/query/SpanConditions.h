// Comparisons that the columns of an open capture answer. Private to this room.
#pragma once

#include "query/Filter.h"
#include "query/FilterCapture.h"

namespace hallway {

/// The spans a comparison is true of; not of attributes and their like, nor of calls. A span without a value
/// is in it for `= nil` only.
[[nodiscard]] Result<SpanSet> spansThat(const Comparison& comparison, const FilterCapture& capture,
                                        const CancelToken& cancel);

/// A number of each span, for aggregates: durations in ns, shares 0 to 1; not a number where there is none.
[[nodiscard]] Result<std::vector<double>> numbersOf(const Field& field, const FilterCapture& capture,
                                                    const CancelToken& cancel);

} // namespace hallway
