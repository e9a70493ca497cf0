#include "analysis/NodeGroups.h"

#include <algorithm>
#include <tuple>

namespace hallway {

std::optional<std::uint32_t> NodeGroups::indexOf(std::string_view name) const {
    const auto found = std::lower_bound(names.begin(), names.end(), name);
    if (found == names.end() || *found != name) return std::nullopt;
    return static_cast<std::uint32_t>(found - names.begin());
}

NodeGroups groupsOf(std::string key, const std::vector<Node>& nodes, std::vector<GroupVote> votes) {
    std::sort(votes.begin(), votes.end(), [](const GroupVote& a, const GroupVote& b) {
        return std::tie(a.node, a.value) < std::tie(b.node, b.value);
    });
    struct Won {
        NodeId node;
        const std::string* value;
    };
    std::vector<Won> won;
    NodeGroups groups{std::move(key), {}, std::vector<std::optional<std::uint32_t>>(nodes.size()), {}, 0};
    for (std::size_t i = 0; i < votes.size();) {
        const NodeId node = votes[i].node;
        std::uint64_t all = 0, most = 0;
        const std::string* first = nullptr;
        std::size_t values = 0;
        while (i < votes.size() && votes[i].node == node) {
            const std::string& value = votes[i].value;
            std::uint64_t spans = 0;
            for (; i < votes.size() && votes[i].node == node && votes[i].value == value; ++i)
                spans += votes[i].spans;
            all += spans;
            ++values;
            if (!first || spans > most) {
                first = &value;
                most = spans;
            }
        }
        won.push_back({node, first});
        if (values > 1)
            groups.mixed.emplace_back(node,
                                      all == 0 ? 0 : static_cast<double>(most) / static_cast<double>(all));
    }
    for (const Won& held : won)
        groups.names.push_back(*held.value);
    std::sort(groups.names.begin(), groups.names.end());
    groups.names.erase(std::unique(groups.names.begin(), groups.names.end()), groups.names.end());
    for (const Won& held : won)
        groups.of[held.node.index()] = groups.indexOf(*held.value);
    for (std::size_t i = 0; i < nodes.size(); ++i)
        if (nodes[i].kind == NodeKind::Service && !groups.of[i]) ++groups.withoutValue;
    return groups;
}

} // namespace hallway
