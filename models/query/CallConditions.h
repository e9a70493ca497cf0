// Conditions on the calls of a span: edge.caller, edge.callee, edge.class, edge.failed. Private to this room.
#pragma once

#include "query/Filter.h"
#include "trace/CallTable.h"
#include "trace/RowSet.h"

namespace hallway {

/// It can be asked of one call: a comparison of edge.*, or several of them joined by && and ||. Such are
/// asked of each call as a whole, so that edge.caller and edge.callee mean the same call. `= nil` asks for a
/// span without calls.
[[nodiscard]] bool isOfOneCall(const Condition& condition);
/// The spans that are caller span or callee's span of a call it is true of; `condition` is of one call.
[[nodiscard]] SpanSet spansOfCalls(const Condition& condition, const CallTable& calls, std::size_t spanCount);
/// The spans that are neither caller span nor callee's span of any call.
[[nodiscard]] SpanSet spansWithoutCalls(const CallTable& calls, std::size_t spanCount);

} // namespace hallway
