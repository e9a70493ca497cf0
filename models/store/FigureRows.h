// The rows people read with SQL: edges, services, calls and failed spans.
#pragma once

#include "store/CaptureRows.h"
#include "store/Database.h"
#include "store/TableBuilder.h"

namespace hallway {

/// Edges and services.
[[nodiscard]] Status writeFigures(const Database& database, const FinishedCapture& capture);

/// Into the table `call_row`. Errors of both: of TableBuilder.
[[nodiscard]] Status writeCalls(TableBuilder& rows, const SpanTable& spans, const CallTable& calls);
/// Into the table `failed_span`.
[[nodiscard]] Status writeFailedSpans(TableBuilder& rows, const SpanTable& spans);

} // namespace hallway
