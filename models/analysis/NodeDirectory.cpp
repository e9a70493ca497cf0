#include "analysis/NodeDirectory.h"

#include <algorithm>
#include <numeric>
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
                             const StringPool& strings) {
    std::map<std::tuple<std::string, std::string, bool>, std::vector<std::size_t>> services;
    for (std::size_t index = 0; index < resources.size(); ++index) {
        if (!used[index]) continue;
        const Node node = serviceNode(resources[ResourceId(index)], strings);
        services[{node.nameSpace, node.name, node.noService}].push_back(index);
    }
    m_byResource.resize(resources.size());
    for (const auto& [key, members] : services) {
        const NodeId id(m_nodes.size());
        Node node = serviceNode(resources[ResourceId(members.front())], strings);
        if (!node.noService) {
            m_exact[node.name].push_back(id);
            m_lowerCase[lowerCase(node.name)].push_back(id);
        }
        m_nodes.push_back(std::move(node));
        for (const std::size_t index : members)
            m_byResource[index] = id;
    }
}

const NodeDirectory::Candidates* NodeDirectory::servicesNamed(std::string_view name) const {
    if (const auto exact = m_exact.find(std::string(name)); exact != m_exact.end()) return &exact->second;
    const auto folded = m_lowerCase.find(lowerCase(name));
    return folded == m_lowerCase.end() ? nullptr : &folded->second;
}

NodeId NodeDirectory::serviceNamed(const Peer& peer, NodeId caller) const {
    if (!peer.mayBeService()) return {};
    const Candidates* candidates = servicesNamed(peer.bare);
    if (!candidates) { // <service>.<namespace>.svc…
        const std::string_view host = peer.bare;
        const auto first = host.find('.');
        const auto second = first == std::string_view::npos ? first : host.find('.', first + 1);
        if (second == std::string_view::npos) return {};
        const std::string_view rest = host.substr(second + 1);
        if (rest != "svc" && !rest.starts_with("svc.")) return {};
        candidates = servicesNamed(host.substr(0, first));
        if (!candidates) return {};
    }
    const auto inNamespace = [&](std::string_view wanted) {
        const auto found = std::find_if(candidates->begin(), candidates->end(),
                                        [&](NodeId id) { return m_nodes[id.index()].nameSpace == wanted; });
        return found == candidates->end() ? NodeId() : *found;
    };
    if (!peer.nameSpace.empty())
        if (const NodeId named = inNamespace(peer.nameSpace); named.valid()) return named;
    const NodeId neighbour = inNamespace(m_nodes[caller.index()].nameSpace);
    return neighbour.valid() ? neighbour : candidates->front();
}

NodeId NodeDirectory::addVirtual(Node node) {
    m_nodes.push_back(std::move(node));
    return NodeId(m_nodes.size() - 1);
}

NodeId NodeDirectory::virtualNode(const Peer& peer) {
    const auto found = m_virtual.find({peer.kind, peer.name});
    if (found == m_virtual.end()) {
        Node node;
        node.name = peer.name;
        node.kind = peer.kind;
        node.rule = peer.rule;
        node.system = peer.system;
        return m_virtual[{peer.kind, peer.name}] = addVirtual(std::move(node));
    }
    // Several spans may name one node in several ways; the least rule and text win, whatever came first.
    Node& node = m_nodes[found->second.index()];
    node.rule = std::min(node.rule, peer.rule);
    if (node.system.empty() || (!peer.system.empty() && peer.system < node.system)) node.system = peer.system;
    return found->second;
}

NodeId NodeDirectory::user() {
    const auto [entry, isNew] = m_virtual.try_emplace({NodeKind::User, std::string(userName)});
    if (isNew) {
        Node node;
        node.name = userName;
        node.kind = NodeKind::User;
        entry->second = addVirtual(std::move(node));
    }
    return entry->second;
}

NodeId NodeDirectory::missingParent() {
    if (!m_missingParent.valid()) {
        Node node;
        node.name = missingParentName;
        node.kind = NodeKind::External;
        node.rule = PeerRule::MissingParent;
        node.missingParent = true;
        m_missingParent = addVirtual(std::move(node));
    }
    return m_missingParent;
}

NodeDirectory::Finished NodeDirectory::finish() const {
    std::vector<std::size_t> order(m_nodes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto key = [this](std::size_t index) {
        const Node& node = m_nodes[index];
        return std::tuple<std::string_view, std::string_view, std::string_view, bool>(
            wordOf(node.kind), node.nameSpace, node.name, node.missingParent || node.noService);
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return key(a) < key(b); });

    Finished finished;
    finished.renumbered.resize(order.size());
    for (std::size_t place = 0; place < order.size(); ++place) {
        finished.renumbered[order[place]] = NodeId(place);
        finished.nodes.push_back(m_nodes[order[place]]);
    }
    std::vector<std::string> labels = labelsOf(finished.nodes);
    for (std::size_t i = 0; i < labels.size(); ++i)
        finished.nodes[i].label = std::move(labels[i]);
    return finished;
}

} // namespace hallway
