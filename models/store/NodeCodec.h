// The nodes of a CallTable as bytes: per node three numbers (kind, rule, marks) and four texts with their
// sizes.
#pragma once

#include "trace/CallTable.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hallway {

[[nodiscard]] std::string packNodes(const std::vector<Node>& nodes);
/// Nothing if the bytes are damaged.
[[nodiscard]] std::optional<std::vector<Node>> unpackNodes(std::string_view packed);

} // namespace hallway
