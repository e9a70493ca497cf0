// Spans by their relatives: > >> < << ~ and their forms. Private to this room.
#pragma once

#include "query/Filter.h"
#include "trace/RowSet.h"
#include "trace/SpanTable.h"

namespace hallway {

/// `left kinship right`, over the resolved parents (calls.md rules 3 and 4). Roots and orphans are nobody's
/// siblings. Linear in the spans, however deep the traces are.
[[nodiscard]] SpanSet related(const SpanSet& left, Kinship kinship, KinshipForm form, const SpanSet& right,
                              const SpanTable& spans);

} // namespace hallway
