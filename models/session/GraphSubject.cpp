#include "session/GraphSubject.h"

#include "analysis/CriticalShares.h"
#include "analysis/RepeatedCalls.h"
#include "analysis/Requests.h"

#include <algorithm>
#include <utility>

namespace hallway {

namespace {

std::optional<NodeId> nodeLabelled(const std::vector<Node>& nodes, const std::string& label) {
    for (std::size_t i = 0; i < nodes.size(); ++i)
        if (nodes[i].label == label) return NodeId(i);
    return std::nullopt;
}

/// A node of the subject by its label.
std::optional<NodeId> nodeNamed(const GraphSubject& subject, const std::string& label) {
    for (const GraphNode& node : subject.whole->nodes)
        if (node.node.label == label) return node.id;
    return std::nullopt;
}

template <class Value>
std::shared_ptr<const Value> shared(Value&& value) {
    return std::make_shared<const Value>(std::forward<Value>(value));
}

ProjectionPlan planOf(const Capture& capture, const GraphControls& controls, const GraphSubject& subject) {
    ProjectionPlan plan;
    plan.groups = subject.groups;
    if (subject.groups)
        for (const std::string& name : controls.collapsed)
            if (const auto group = subject.groups->indexOf(name)) plan.collapsed.push_back(*group);
    for (const std::string& label : controls.operationsOf) {
        const auto node = nodeLabelled(capture.calls().nodes, label);
        if (node && capture.calls().nodes[node->index()].kind == NodeKind::Service)
            plan.expanded.push_back(*node);
    }
    std::sort(plan.collapsed.begin(), plan.collapsed.end());
    std::sort(plan.expanded.begin(), plan.expanded.end());
    if (controls.queuesAsNodes) plan.destinations = subject.destinations;
    return plan;
}

} // namespace

std::optional<NodeId> GraphSubject::shown(NodeId recordedNode) const {
    if (!projection) return recordedNode;
    const NodeId node = projection->nodeOf[recordedNode.index()];
    return node.valid() ? std::optional(node) : std::nullopt;
}

std::optional<EdgeId> GraphSubject::shown(EdgeId recordedEdge) const {
    return projection ? projection->edgeOf(recordedEdge) : std::optional(recordedEdge);
}

std::optional<NodeId> GraphSubject::recorded(NodeId shownNode) const {
    if (!projection) return shownNode;
    const NodeId node = projection->nodes[shownNode.index()].source;
    return node.valid() ? std::optional(node) : std::nullopt;
}

std::optional<EdgeId> GraphSubject::recorded(EdgeId shownEdge) const {
    return projection ? projection->recordedEdgeOf(shownEdge) : std::optional(shownEdge);
}

Result<GraphSubject> graphSubjectOf(const std::shared_ptr<const Capture>& capture,
                                    const GraphControls& controls, const GraphSubject* before,
                                    const CancelToken& cancel) {
    GraphSubject subject;
    if (before) subject.destinations = before->destinations;
    if (!controls.groupBy.empty()) {
        if (before && before->groups && before->groups->key == controls.groupBy) {
            subject.groups = before->groups;
        } else {
            auto groups = groupsOf(*capture, controls.groupBy, cancel);
            if (!groups) return fail(groups.error());
            subject.groups = shared(std::move(*groups));
        }
    }
    if (controls.queuesAsNodes && !subject.destinations) {
        auto destinations = destinationsOf(*capture, cancel);
        if (!destinations) return fail(destinations.error());
        subject.destinations = shared(std::move(*destinations));
    }
    const ProjectionPlan plan = planOf(*capture, controls, subject);
    if (!plan.movesCalls()) {
        subject.whole = std::shared_ptr<const ServiceGraph>(capture, &capture->graph());
        if (subject.groups) subject.boxes = boxesOf(*subject.groups);
        return subject;
    }
    subject.projection = shared(projectCalls(capture->spans(), capture->calls(), capture->strings(), plan));
    if (cancel.cancelled()) return fail(ErrorCode::Cancelled);
    subject.boxes.boxes = subject.projection->boxes;
    for (const ProjectedNode& node : subject.projection->nodes)
        subject.boxes.of.push_back(node.box);
    subject.whole = shared(deriveGraph(capture->spans(), *subject.projection, {}));
    return subject;
}

ServiceGraph figuresOf(const GraphSubject& subject, const Capture& capture, const Subset& subset) {
    if (subset.isEverything()) return *subject.whole;
    return subject.projection ? deriveGraph(capture.spans(), *subject.projection, subset)
                              : deriveGraph(capture.spans(), capture.calls(), subset);
}

void addCriticalPath(ServiceGraph& figures, const GraphSubject& subject, const Capture& capture,
                     const Subset& subset, const CancelToken& cancel) {
    const CallTable& calls = subject.projection ? subject.projection->calls : capture.calls();
    addCriticalPath(figures, criticalSharesOf(capture.spans(), calls, capture.strings(), subset, 0, cancel));
}

void addRepeats(ServiceGraph& figures, const GraphSubject& subject, const Capture& capture,
                const Subset& subset) {
    const Requests requests(capture.spans(), capture.calls());
    for (const RepeatedCalls& kind :
         repeatedCallsOf(requests, capture.spans(), capture.calls(), capture.strings(), subset)) {
        const auto shown = subject.shown(kind.edge);
        if (!shown || subject.recorded(*shown) != kind.edge) continue;
        auto& repeats = figures.edges[shown->index()].repeats;
        if (!repeats) repeats = EdgeRepeats{kind.requests, kind.ofRequests, kind.max};
    }
}

GraphFilter filterOf(const GraphControls& controls, const GraphSubject& subject) {
    GraphFilter filter;
    filter.least = controls.least;
    if (auto hide = FigureExpression::parse(controls.hide)) filter.hide = std::move(*hide);
    if (!controls.focus) return filter;
    const auto node = nodeNamed(subject, controls.focus->node);
    if (!node) return filter;
    GraphFocus focus{*node, controls.focus->up, controls.focus->down};
    if (!controls.focus->callee.empty()) {
        const auto callee = nodeNamed(subject, controls.focus->callee);
        const auto& edges = subject.whole->edges;
        const auto edge = std::find_if(edges.begin(), edges.end(), [&](const GraphEdge& held) {
            return held.caller == *node && callee == held.callee &&
                   held.callClass == controls.focus->callClass;
        });
        if (edge == edges.end()) return filter;
        focus.on = edge->id;
    }
    filter.focus = focus;
    return filter;
}

Subset subsetOfTrace(const Capture& capture, TraceRow trace) {
    TraceSet traces(capture.spans().traces.size());
    traces.insert(trace);
    return {
        {},
        std::make_shared<const Chosen>(chosenTraces(std::move(traces), capture.spans(), capture.calls()))};
}

} // namespace hallway
