#include "analysis/ProjectedNodes.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace hallway {

namespace {

constexpr std::size_t mostOperations = 30; // shown of one service; more could not be read

bool holds(const auto& sorted, const auto& value) {
    return std::binary_search(sorted.begin(), sorted.end(), value);
}

} // namespace

ProjectedNodes::ProjectedNodes(const SpanTable& spans, const CallTable& calls, const StringPool& strings,
                               const ProjectionPlan& plan)
    : m_spans(spans), m_calls(calls), m_strings(strings), m_plan(plan), m_nodeOf(calls.nodes.size()) {
    addBoxes();
    addRecorded();
    for (const NodeId service : m_plan.expanded)
        if (service.index() < calls.nodes.size() && !m_nodeOf[service.index()].valid())
            addOperations(service);
    assignSpans();
}

NodeId ProjectedNodes::add(Node node, ProjectedNode facts) {
    m_nodes.push_back(std::move(node));
    m_facts.push_back(facts);
    return NodeId(m_nodes.size() - 1);
}

bool ProjectedNodes::isCollapsed(NodeId recorded) const {
    if (!m_plan.groups) return false;
    const auto group = m_plan.groups->of[recorded.index()];
    return group && holds(m_plan.collapsed, *group);
}

void ProjectedNodes::addBoxes() {
    if (!m_plan.groups) return;
    const NodeGroups& groups = *m_plan.groups;
    m_boxOfGroup.resize(groups.names.size());
    for (std::uint32_t group = 0; group < groups.names.size(); ++group) {
        if (holds(m_plan.collapsed, group)) continue;
        m_boxOfGroup[group] = static_cast<std::uint32_t>(m_boxes.size());
        m_boxes.push_back({groups.names[group], std::nullopt, group, NodeId()});
    }
}

std::optional<std::uint32_t> ProjectedNodes::boxAround(NodeId recorded) const {
    if (!m_plan.groups) return std::nullopt;
    const auto group = m_plan.groups->of[recorded.index()];
    return group ? m_boxOfGroup[*group] : std::nullopt;
}

void ProjectedNodes::addRecorded() {
    for (std::size_t i = 0; i < m_calls.nodes.size(); ++i) {
        const NodeId recorded(i);
        const Node& node = m_calls.nodes[i];
        const bool isExpanded = holds(m_plan.expanded, recorded) && node.kind == NodeKind::Service;
        if (isExpanded || isCollapsed(recorded)) continue;
        ProjectedNode facts;
        facts.source = recorded;
        facts.box = boxAround(recorded);
        m_nodeOf[i] = add(node, facts);
        if (node.kind == NodeKind::Queue) m_queues.emplace(node.name, m_nodeOf[i]);
    }
    for (const std::uint32_t group : m_plan.collapsed) {
        if (!m_plan.groups || group >= m_plan.groups->names.size()) continue;
        Node node;
        node.name = node.label = m_plan.groups->names[group];
        ProjectedNode facts;
        facts.as = ProjectedAs::Group;
        const NodeId made = add(std::move(node), facts);
        for (std::size_t i = 0; i < m_calls.nodes.size(); ++i) {
            if (m_plan.groups->of[i] != group) continue;
            m_nodeOf[i] = made;
            ++m_facts[made.index()].members;
        }
    }
}

void ProjectedNodes::addOperations(NodeId service) {
    std::unordered_map<StringId, std::uint64_t> entries;
    for (std::size_t row = 0; row < m_spans.size(); ++row)
        if (m_spans.node[row] == service && m_spans.flags[row].has(SpanFlag::Entry))
            ++entries[m_spans.name[row]];
    std::vector<std::pair<StringId, std::uint64_t>> byCount(entries.begin(), entries.end());
    const auto text = [this](StringId name) {
        return name.valid() ? m_strings.text(name) : std::string_view();
    };
    std::sort(byCount.begin(), byCount.end(), [&](const auto& a, const auto& b) {
        return a.second != b.second ? a.second > b.second : text(a.first) < text(b.first);
    });

    const Node& whole = m_calls.nodes[service.index()];
    const auto box = static_cast<std::uint32_t>(m_boxes.size());
    m_boxes.push_back({whole.label, boxAround(service), std::nullopt, service});
    const auto addPart = [&](std::string name, ProjectedAs as, std::uint32_t members) {
        Node node = whole;
        node.name = node.label = std::move(name);
        ProjectedNode facts;
        facts.as = as;
        facts.source = service;
        facts.members = members;
        facts.box = box;
        return add(std::move(node), facts);
    };
    Operations& made = m_operations[service];
    const std::size_t shown = byCount.size() > mostOperations ? mostOperations - 1 : byCount.size();
    for (std::size_t i = 0; i < shown; ++i) {
        std::string name(text(byCount[i].first));
        made.nodes[byCount[i].first] =
            addPart(name.empty() ? "(no name)" : std::move(name), ProjectedAs::Operation, 0);
    }
    if (const std::size_t rest = byCount.size() - shown; rest > 0)
        made.others = addPart("(" + std::to_string(rest) + " other operations)", ProjectedAs::OtherOperations,
                              static_cast<std::uint32_t>(rest));
}

/// The operation whose entry's local tree holds the span; `path` receives the spans on the way, which have
/// the same. Invalid: no entry lies above it.
NodeId ProjectedNodes::operationOf(SpanRow span, std::vector<SpanRow>& path) const {
    const NodeId service = m_spans.node[span.index()];
    const Operations& operations = m_operations.at(service);
    path.clear();
    while (span.valid() && m_spans.node[span.index()] == service) {
        if (m_spanNode[span.index()].valid()) return m_spanNode[span.index()];
        path.push_back(span);
        if (m_spans.flags[span.index()].has(SpanFlag::Entry)) {
            const auto found = operations.nodes.find(m_spans.name[span.index()]);
            return found != operations.nodes.end() ? found->second : operations.others;
        }
        span = m_spans.parent[span.index()];
    }
    return {};
}

void ProjectedNodes::assignSpans() {
    m_spanNode.resize(m_spans.size());
    std::vector<SpanRow> path;
    for (std::size_t row = 0; row < m_spans.size(); ++row) {
        const NodeId recorded = m_spans.node[row];
        if (m_nodeOf[recorded.index()].valid()) {
            m_spanNode[row] = m_nodeOf[recorded.index()];
            continue;
        }
        if (m_spanNode[row].valid()) continue;
        NodeId operation = operationOf(SpanRow(row), path);
        if (!operation.valid()) operation = endOf(recorded, SpanRow());
        for (const SpanRow onTheWay : path)
            m_spanNode[onTheWay.index()] = operation;
    }
}

NodeId ProjectedNodes::endOf(NodeId recorded, SpanRow span) {
    const NodeId whole = m_nodeOf[recorded.index()];
    if (whole.valid()) return whole;
    if (span.valid() && m_spans.node[span.index()] == recorded) return m_spanNode[span.index()];
    Operations& operations = m_operations.at(recorded);
    if (!operations.unknown.valid()) {
        Node node = m_calls.nodes[recorded.index()];
        node.name = node.label = "(unknown operation)";
        ProjectedNode facts;
        facts.as = ProjectedAs::UnknownOperation;
        facts.source = recorded;
        for (std::uint32_t box = 0; box < m_boxes.size(); ++box)
            if (m_boxes[box].service == recorded) facts.box = box;
        operations.unknown = add(std::move(node), facts);
    }
    return operations.unknown;
}

NodeId ProjectedNodes::destination(const CallDestinations::Queue& queue) {
    const auto known = m_queues.find(queue.name);
    if (known != m_queues.end()) return known->second;
    Node node;
    node.name = node.label = queue.name;
    node.kind = NodeKind::Queue;
    node.rule = PeerRule::DestinationName;
    node.system = queue.system;
    ProjectedNode facts;
    facts.as = ProjectedAs::Destination;
    const NodeId made = add(std::move(node), facts);
    m_queues.emplace(queue.name, made);
    return made;
}

NodeId ProjectedNodes::groupNode(NodeId recorded) const {
    return isCollapsed(recorded) ? m_nodeOf[recorded.index()] : NodeId();
}

/// What stands in a box is told apart by it: "cart: GET /"; anything else by its kind: "queue:orders".
void ProjectedNodes::makeLabelsUnique() {
    std::unordered_map<std::string, int> times;
    for (const Node& node : m_nodes)
        ++times[node.label];
    std::unordered_set<std::string> taken;
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        if (m_facts[i].as == ProjectedAs::Recorded || times[m_nodes[i].label] == 1)
            taken.insert(m_nodes[i].label);
    }
    for (std::size_t i = 0; i < m_nodes.size(); ++i) {
        std::string& label = m_nodes[i].label;
        if (m_facts[i].as == ProjectedAs::Recorded || times[label] == 1) continue;
        const std::string plain = m_facts[i].source.valid()
                                      ? m_calls.nodes[m_facts[i].source.index()].label + ": " + label
                                  : m_facts[i].as == ProjectedAs::Group ? m_plan.groups->key + "=" + label
                                                                        : "queue:" + label;
        std::string wanted = plain;
        for (int n = 2; !taken.insert(wanted).second; ++n)
            wanted = plain + " (" + std::to_string(n) + ")";
        label = std::move(wanted);
    }
}

void ProjectedNodes::finish(CallProjection& projection) && {
    makeLabelsUnique();
    projection.calls.nodes = std::move(m_nodes);
    projection.nodes = std::move(m_facts);
    projection.boxes = std::move(m_boxes);
    projection.nodeOf = std::move(m_nodeOf);
    projection.spanNode = std::move(m_spanNode);
}

} // namespace hallway
