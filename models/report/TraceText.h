// One trace for a terminal: an indented tree, a bar for each span.
#pragma once

#include "report/TraceReport.h"

#include <string>

namespace hallway {

/// A head line about the trace, then one line a span in tree order. Bars show raw times; those of spans
/// without a start are left out. A ! stands before failed spans.
[[nodiscard]] std::string traceText(const WholeTrace& trace);

} // namespace hallway
