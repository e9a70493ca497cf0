// SpanTable and CallTable as columns of a capture.
#pragma once

#include "store/Database.h"
#include "trace/CallTable.h"
#include "trace/SpanTable.h"

namespace hallway {

[[nodiscard]] Status writeColumns(const Database& database, const SpanTable& spans, const CallTable& calls);

/// As they lie there: findFault() must agree before anything is done with them. Errors: CacheDamaged,
/// Cancelled.
[[nodiscard]] Status readColumns(const Database& database, SpanTable& spans, CallTable& calls);

} // namespace hallway
