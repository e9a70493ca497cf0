// What `--format table` prints: the figures a person compares, in the units of the window.
#pragma once

#include "report/GraphReport.h"
#include "report/TraceReport.h"

#include <string>

namespace hallway {

// Rows follow the JSON. A ~ before a percentile says that it stands on too few calls (calls.md 2.1).
[[nodiscard]] std::string edgesTable(const GraphReport& report);
[[nodiscard]] std::string servicesTable(const GraphReport& report);
[[nodiscard]] std::string tracesTable(const TraceReport& report);

} // namespace hallway
