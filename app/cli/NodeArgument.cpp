#include "cli/NodeArgument.h"

#include <algorithm>
#include <string>

namespace hallway::cli {

namespace {

constexpr std::size_t mostCandidates = 10;

struct Ends {
    NodeId caller, callee;
};

std::vector<NodeId> nodesCalled(const CallTable& calls, std::string_view typed) {
    std::vector<NodeId> byName;
    for (std::size_t i = 0; i < calls.nodes.size(); ++i) {
        if (calls.nodes[i].label == typed) return {NodeId(i)};
        if (calls.nodes[i].name == typed) byName.push_back(NodeId(i));
    }
    return byName;
}

std::vector<Ends> splitsOf(const CallTable& calls, std::string_view typed) {
    std::vector<Ends> splits;
    for (std::size_t colon = typed.find(':'); colon != std::string_view::npos;
         colon = typed.find(':', colon + 1))
        for (const NodeId caller : nodesCalled(calls, typed.substr(0, colon)))
            for (const NodeId callee : nodesCalled(calls, typed.substr(colon + 1)))
                splits.push_back({caller, callee});
    return splits;
}

std::string textOf(const CallTable& calls, Ends ends) {
    return calls.nodes[ends.caller.index()].label + ":" + calls.nodes[ends.callee.index()].label;
}

Error ambiguous(std::string_view typed, std::vector<std::string> candidates) {
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    if (candidates.size() > mostCandidates) candidates.resize(mostCandidates);
    candidates.insert(candidates.begin(), std::string(typed));
    return {ErrorCode::EdgeAmbiguous, std::move(candidates), std::nullopt};
}

/// Edges that have to do with what was typed, or else the first ones.
std::vector<std::string> edgesLike(const CallTable& calls, std::string_view typed) {
    std::vector<std::string> alike, all;
    for (const Edge& edge : calls.edges) {
        const std::string text = textOf(calls, {edge.caller, edge.callee});
        all.push_back(text);
        const bool holdsCaller = typed.find(calls.nodes[edge.caller.index()].name) != std::string_view::npos;
        const bool holdsCallee = typed.find(calls.nodes[edge.callee.index()].name) != std::string_view::npos;
        if (holdsCaller || holdsCallee) alike.push_back(text);
    }
    return alike.empty() ? all : alike;
}

} // namespace

Result<NodeId> findNode(const CallTable& calls, std::string_view typed) {
    const std::vector<NodeId> found = nodesCalled(calls, typed);
    if (found.size() == 1) return found.front();
    if (found.empty()) return fail(ErrorCode::NodeNotFound, {std::string(typed)});
    std::string expected = "one of";
    for (const NodeId id : found)
        expected += " " + calls.nodes[id.index()].label;
    return fail(ErrorCode::BadArgument, {"--focus", std::string(typed), expected});
}

Result<EdgeId> findEdge(const CallTable& calls, std::string_view typed, std::optional<CallClass> callClass) {
    const std::vector<Ends> splits = splitsOf(calls, typed);
    if (splits.empty()) return fail(ambiguous(typed, edgesLike(calls, typed)));
    if (splits.size() > 1) {
        std::vector<std::string> candidates;
        for (const Ends ends : splits) // with an arrow: the typed form would be the same for all
            candidates.push_back(calls.nodes[ends.caller.index()].label + " → " +
                                 calls.nodes[ends.callee.index()].label);
        return fail(ambiguous(typed, std::move(candidates)));
    }
    std::vector<EdgeId> edges;
    for (std::size_t i = 0; i < calls.edges.size(); ++i) {
        const Edge& edge = calls.edges[i];
        const bool isBetween = edge.caller == splits.front().caller && edge.callee == splits.front().callee;
        if (isBetween && (!callClass || edge.callClass == *callClass)) edges.push_back(EdgeId(i));
    }
    if (edges.empty()) return fail(ErrorCode::EdgeNotFound, {std::string(typed)});
    if (edges.size() == 1) return edges.front();
    std::vector<std::string> candidates;
    for (const EdgeId id : edges)
        candidates.push_back("--class " + std::string(wordOf(calls.edges[id.index()].callClass)));
    return fail(ambiguous(typed, std::move(candidates)));
}

std::vector<EdgeId> edgesBetween(const CallTable& calls, std::string_view typed) {
    std::vector<EdgeId> edges;
    for (const Ends ends : splitsOf(calls, typed))
        for (std::size_t i = 0; i < calls.edges.size(); ++i)
            if (calls.edges[i].caller == ends.caller && calls.edges[i].callee == ends.callee)
                edges.push_back(EdgeId(i));
    return edges;
}

OperationArgument operationNamed(const CallTable& calls, std::string_view typed) {
    for (std::size_t colon = typed.find(':'); colon != std::string_view::npos;
         colon = typed.find(':', colon + 1)) {
        std::vector<NodeId> services = nodesCalled(calls, typed.substr(0, colon));
        if (!services.empty()) return {std::move(services), typed.substr(colon + 1)};
    }
    return {};
}

} // namespace hallway::cli
