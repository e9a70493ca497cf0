// The figures of a whole capture as bytes, kept beside it: the first picture after reopening needs no pass
// over calls.
#pragma once

#include "analysis/ServiceGraph.h"

#include <optional>
#include <string>
#include <string_view>

namespace hallway {

[[nodiscard]] std::string encodeGraph(const ServiceGraph& graph);

/// Nothing unless the bytes are whole, of this build (ImportIdentity.h) and describe exactly the nodes and
/// edges of `calls`.
[[nodiscard]] std::optional<ServiceGraph> decodeGraph(std::string_view bytes, const CallTable& calls);

} // namespace hallway
