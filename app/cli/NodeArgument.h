// Nodes and edges as people type them.
#pragma once

#include "base/Result.h"
#include "trace/CallTable.h"

#include <optional>
#include <string_view>
#include <vector>

namespace hallway::cli {

/// By label, else by name where one node only has it. Errors: NodeNotFound; BadArgument where several share
/// the name.
[[nodiscard]] Result<NodeId> findNode(const CallTable& calls, std::string_view typed);

/// "A:B", split at the colon that leaves two nodes that call each other; names may hold colons themselves.
/// Without a `callClass` all classes between the two count. Errors: EdgeAmbiguous with the candidates (there
/// are none, or several ways to split, or several classes), EdgeNotFound where both ends are known but never
/// meet.
[[nodiscard]] Result<EdgeId> findEdge(const CallTable& calls, std::string_view typed,
                                      std::optional<CallClass> callClass);

} // namespace hallway::cli
