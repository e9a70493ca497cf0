// The service graph in Graphviz' language, for whoever wants to go on drawing it.
#pragma once

#include "report/GraphReport.h"

#include <functional>
#include <string>

namespace hallway {

/// `labelOf`: what stands on an edge, one line. Names and labels are escaped and made printable, so that a
/// name is never read as DOT, as an escape sequence or as an entity.
[[nodiscard]] std::string graphDot(const GraphReport& report, const std::string& title,
                                   const std::function<std::string(const GraphEdge&)>& labelOf);

} // namespace hallway
