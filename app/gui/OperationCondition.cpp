#include "gui/OperationCondition.h"

#include "query/Literal.h"

namespace hallway {

QString operationCondition(NodeId service, StringId operation, const CallTable& calls,
                           const StringPool& strings) {
    constexpr std::size_t longest = 4'000; // bytes; beyond, nobody reads the filter
    const Node& node = calls.nodes[service.index()];
    const std::string_view name = strings.text(operation);
    if (node.kind != NodeKind::Service || node.noService || node.name.size() + name.size() > longest)
        return {};
    std::string text = "resource.service.name = " + quoted(node.name);
    if (!node.nameSpace.empty()) text += " && resource.service.namespace = " + quoted(node.nameSpace);
    text += " && name = " + quoted(name);
    return QString::fromStdString(text);
}

} // namespace hallway
