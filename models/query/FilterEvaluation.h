// Which spans a filter names. docs/filter.md says what each part means.
#pragma once

#include "query/Filter.h"
#include "query/FilterCapture.h"

namespace hallway {

/// The spans a filter names. Every comparison is one pass over columns, all that look at rows together one
/// pass over the rows; everything else is work on sets, linear in the spans. Any thread. Errors: Cancelled,
/// and of `capture`.
[[nodiscard]] Result<SpanSet> matchingSpans(const Filter& filter, const FilterCapture& capture,
                                            const CancelToken& cancel = {});

} // namespace hallway
