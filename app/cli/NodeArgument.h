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

/// "A:B": all edges between the two, of every class, wherever a colon parts two nodes; none where there are
/// none.
[[nodiscard]] std::vector<EdgeId> edgesBetween(const CallTable& calls, std::string_view typed);

/// "service:operation": the services of that label or name; none where `typed` is no such thing.
struct OperationArgument {
    std::vector<NodeId> services;
    std::string_view operation;
};
/// At the first colon that leaves a known node.
[[nodiscard]] OperationArgument operationNamed(const CallTable& calls, std::string_view typed);

} // namespace hallway::cli
