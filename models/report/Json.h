// The JSON of every verb: contracts of calls.md sections 3 and 4. Keys keep the order stated there, so that
// equal captures give equal bytes. Every function gives one object, indented, with a line end. Text is UTF-8;
// what could act on a terminal (control, bidirectional and invisible characters) is escaped.
#pragma once

#include "analysis/Subset.h"
#include "report/GraphReport.h"
#include "report/TraceReport.h"

#include <string>

namespace hallway {

/// "hallway.edges/1"
[[nodiscard]] std::string edgesJson(const Capture& capture, const GraphReport& report,
                                    const Subset& subset = {});
/// "hallway.services/1"
[[nodiscard]] std::string servicesJson(const Capture& capture, const GraphReport& report,
                                       const Subset& subset = {});
/// "hallway.graph/1": nodes and edges of edgesJson() with positions in px where `layout` is given. Its nodes
/// and edges are those of the report, in its order.
[[nodiscard]] std::string graphJson(const Capture& capture, const GraphReport& report,
                                    const GraphLayout* layout, const Subset& subset = {});
/// "hallway.traces/1"
[[nodiscard]] std::string tracesJson(const Capture& capture, const TraceReport& report,
                                     const Subset& subset = {});
/// "hallway.trace/1"
[[nodiscard]] std::string traceJson(const WholeTrace& trace);

/// The first example of a problem with its place, e.g. `span "GET /" has kind 99 (line 12)`.
[[nodiscard]] std::string exampleText(const Problem& problem);

} // namespace hallway
