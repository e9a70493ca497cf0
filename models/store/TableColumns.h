// SpanTable and CallTable as columns of a capture.
#pragma once

#include "store/Database.h"
#include "store/TableBuilder.h"
#include "trace/CallTable.h"
#include "trace/SpanTable.h"

namespace hallway {

/// Into the table `chunk`. Errors: of TableBuilder.
[[nodiscard]] Status writeColumns(TableBuilder& chunks, const SpanTable& spans, const CallTable& calls);

/// As they lie there: findFault() must agree before anything is done with them. Errors: CacheDamaged,
/// Cancelled.
[[nodiscard]] Status readColumns(const Database& database, SpanTable& spans, CallTable& calls);

} // namespace hallway
