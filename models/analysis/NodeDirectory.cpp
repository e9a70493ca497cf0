#include "analysis/NodeDirectory.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace hallway {

namespace {

constexpr std::string_view noServiceName = "(no service)", missingParentName = "(missing parent)",
                           userName = "user";

Node serviceNode(const Resource& resource, const StringPool& strings) {
    Node node;
    node.noService = !resource.serviceName.valid();
    node.name = node.noService ? noServiceName : strings.text(resource.serviceName);
    node.nameSpace = strings.text(resource.serviceNamespace);
    return node;
}

std::vector<std::string> labelsOf(const std::vector<Node>& nodes) {
    std::unordered_map<std::string_view, int> holders;
    for (const Node& node : nodes)
        ++holders[node.name];
    std::vector<std::string> labels;
    for (const Node& node : nodes) {
        if (holders[node.name] == 1)
            labels.push_back(node.name);
        else if (node.kind != NodeKind::Service)
            labels.push_back(std::string(wordOf(node.kind)) + ":" + node.name);
        else
            labels.push_back(node.nameSpace.empty() ? node.name : node.nameSpace + "/" + node.name);
    }
    return labels;
}

} // namespace

NodeDirectory::NodeDirectory(const ResourceTable& resources, const std::vector<bool>& used,
                             const PeerTable& peers, const StringPool& strings)
    : m_peerTable(&peers) {
    std::map<std::tuple<std::string, std::string, bool>, std::vector<std::size_t>> services;
    for (std::size_t index = 0; index < used.size(); ++index) {
        if (!used[index]) continue;
        const Node node = serviceNode(resources[ResourceId(index)], strings);
        services[{node.nameSpace, node.name, node.noService}].push_back(index);
    }
    m_byResource.resize(used.size());
    for (const auto& [key, members] : services) {
        const NodeId id(m_services.size());
        Node node = serviceNode(resources[ResourceId(members.front())], strings);
        if (!node.noService) {
            m_exact[node.name].push_back(id);
            m_lowerCase[lowerCase(node.name)].push_back(id);
        }
        m_services.push_back(std::move(node));
        for (const std::size_t index : members)
            m_byResource[index] = id;
    }

    m_provisional = missingParent().index() + 1;
    std::map<std::pair<NodeKind, std::string_view>, NodeId> virtualNodes;
    m_peers.reserve(peers.size());
    for (std::size_t index = 0; index < peers.size(); ++index) {
        const Peer& peer = peers[PeerId(index)];
        const auto [entry, isNew] =
            virtualNodes.try_emplace({peer.kind, std::string_view(peer.name)}, NodeId(m_provisional));
        if (isNew) ++m_provisional;
        m_peers.push_back({entry->second, servicesMeantBy(peer)});
    }
}

const NodeDirectory::Candidates* NodeDirectory::servicesNamed(std::string_view name) const {
    if (const auto exact = m_exact.find(std::string(name)); exact != m_exact.end()) return &exact->second;
    const auto folded = m_lowerCase.find(lowerCase(name));
    return folded == m_lowerCase.end() ? nullptr : &folded->second;
}

const NodeDirectory::Candidates* NodeDirectory::servicesMeantBy(const Peer& peer) const {
    if (!peer.mayBeService()) return nullptr;
    if (const Candidates* const services = servicesNamed(peer.bare)) return services;
    const std::string_view host = peer.bare; // <service>.<namespace>.svc…
    const auto first = host.find('.');
    const auto second = first == std::string_view::npos ? first : host.find('.', first + 1);
    if (second == std::string_view::npos) return nullptr;
    const std::string_view rest = host.substr(second + 1);
    return rest == "svc" || rest.starts_with("svc.") ? servicesNamed(host.substr(0, first)) : nullptr;
}

NodeId NodeDirectory::serviceNamed(PeerId peer, NodeId caller) const {
    const Candidates* const candidates = m_peers[peer.index()].services;
    if (!candidates) return {};
    if (candidates->size() == 1) return candidates->front();
    const auto inNamespace = [&](std::string_view wanted) {
        const auto found = std::find_if(candidates->begin(), candidates->end(),
                                        [&](NodeId id) { return service(id).nameSpace == wanted; });
        return found == candidates->end() ? NodeId() : *found;
    };
    if (const std::string& wanted = (*m_peerTable)[peer].nameSpace; !wanted.empty())
        if (const NodeId named = inNamespace(wanted); named.valid()) return named;
    const NodeId neighbour = inNamespace(service(caller).nameSpace);
    return neighbour.valid() ? neighbour : candidates->front();
}

std::vector<std::pair<Node, NodeId>> NodeDirectory::nodesNeeded(const Needed& needed) const {
    std::vector<std::pair<Node, NodeId>> nodes;
    for (std::size_t index = 0; index < m_services.size(); ++index)
        nodes.emplace_back(m_services[index], NodeId(index));
    if (needed.user) {
        Node node;
        node.name = userName;
        node.kind = NodeKind::User;
        nodes.emplace_back(std::move(node), user());
    }
    if (needed.missingParent) {
        Node node;
        node.name = missingParentName;
        node.kind = NodeKind::External;
        node.rule = PeerRule::MissingParent;
        node.missingParent = true;
        nodes.emplace_back(std::move(node), missingParent());
    }
    std::vector<std::size_t> placeOf(m_provisional, 0); // in nodes; 0 = not there, a capture has a service
    for (std::size_t index = 0; index < m_peers.size(); ++index) {
        if (!needed.peers[index]) continue;
        const Peer& peer = (*m_peerTable)[PeerId(index)];
        std::size_t& place = placeOf[m_peers[index].node.index()];
        if (place == 0) {
            place = nodes.size();
            Node node;
            node.name = peer.name;
            node.kind = peer.kind;
            node.rule = peer.rule;
            node.system = peer.system;
            nodes.emplace_back(std::move(node), m_peers[index].node);
            continue;
        }
        // Several spans may name one node in several ways; the least rule and text win, whatever came first.
        Node& node = nodes[place].first;
        node.rule = std::min(node.rule, peer.rule);
        if (node.system.empty() || (!peer.system.empty() && peer.system < node.system))
            node.system = peer.system;
    }
    return nodes;
}

NodeDirectory::Finished NodeDirectory::finish(const Needed& needed) const {
    std::vector<std::pair<Node, NodeId>> nodes = nodesNeeded(needed);
    const auto key = [](const std::pair<Node, NodeId>& held) {
        const Node& node = held.first;
        return std::tuple<std::string_view, std::string_view, std::string_view, bool>(
            wordOf(node.kind), node.nameSpace, node.name, node.missingParent || node.noService);
    };
    std::stable_sort(nodes.begin(), nodes.end(),
                     [&](const auto& a, const auto& b) { return key(a) < key(b); });

    Finished finished;
    finished.renumbered.resize(m_provisional);
    for (auto& [node, provisional] : nodes) {
        finished.renumbered[provisional.index()] = NodeId(finished.nodes.size());
        finished.nodes.push_back(std::move(node));
    }
    std::vector<std::string> labels = labelsOf(finished.nodes);
    for (std::size_t i = 0; i < labels.size(); ++i)
        finished.nodes[i].label = std::move(labels[i]);
    return finished;
}

} // namespace hallway
