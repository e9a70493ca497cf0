// The figures of a capture as the rows people read with SQL.
#pragma once

#include "analysis/ServiceGraph.h"
#include "store/CaptureRows.h"

#include <vector>

namespace hallway {

[[nodiscard]] std::vector<EdgeRow> edgeRowsOf(const ServiceGraph& graph);
[[nodiscard]] std::vector<ServiceRow> serviceRowsOf(const ServiceGraph& graph);
[[nodiscard]] CaptureSummary summaryOf(const CaptureFigures& figures);
[[nodiscard]] CaptureFigures figuresOf(const CaptureSummary& summary);

/// calls.md section 3, `capture`.
[[nodiscard]] CaptureFigures countCapture(const SpanTable& spans, const CallTable& calls,
                                          std::size_t duplicates);

} // namespace hallway
