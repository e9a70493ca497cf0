// The rows people read with SQL: edges, services, calls and failed spans.
#pragma once

#include "store/CaptureRows.h"
#include "store/Database.h"

namespace hallway {

[[nodiscard]] Status writeFigures(const Database& database, const FinishedCapture& capture);

} // namespace hallway
