#include "analysis/FigureCondition.h"

#include <algorithm>
#include <array>

namespace hallway {

namespace {

using enum FigureField;
using Type = FigureType;
using Subject = FigureSubject;

constexpr std::array<FigureFieldFacts, 18> fields{{
    {"calls", Calls, Subject::Edges, Type::Count},
    {"retries", Retries, Subject::Edges, Type::Count, true},
    {"failed-here", FailedHere, Subject::Edges, Type::Count, true},
    {"caller", Caller, Subject::Edges, Type::Text},
    {"callee", Callee, Subject::Edges, Type::Text},
    {"class", Class, Subject::Edges, Type::ClassWord},
    {"requests", Requests, Subject::Nodes, Type::Count},
    {"spans", Spans, Subject::Nodes, Type::Count},
    {"name", Name, Subject::Nodes, Type::Text},
    {"kind", Kind, Subject::Nodes, Type::KindWord},
    {"namespace", Namespace, Subject::Nodes, Type::Text},
    {"system", System, Subject::Nodes, Type::Text},
    {"failed", Failed, Subject::Both, Type::Count, true},
    {"p50", P50, Subject::Both, Type::Time},
    {"p95", P95, Subject::Both, Type::Time},
    {"p99", P99, Subject::Both, Type::Time},
    {"max", Max, Subject::Both, Type::Time},
    {"fan-out", FanOut, Subject::Both, Type::Ratio},
}};

double asNumber(std::uint64_t count) { return static_cast<double>(count); }

std::optional<double> share(std::uint64_t part, std::uint64_t whole) {
    if (whole == 0) return std::nullopt;
    return asNumber(part) / asNumber(whole);
}

std::optional<double> timeIn(const std::optional<Distribution>& latency, FigureField field) {
    if (!latency) return std::nullopt;
    const auto nanoseconds = [](Duration time) { return static_cast<double>(time.count()); };
    if (field == P50) return nanoseconds(latency->p50);
    if (field == P95) return nanoseconds(latency->p95);
    if (field == P99) return nanoseconds(latency->p99);
    return nanoseconds(latency->max);
}

} // namespace

const FigureFieldFacts* factsOf(std::string_view word) {
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [word](const FigureFieldFacts& known) { return known.word == word; });
    return found != fields.end() ? &*found : nullptr;
}

std::optional<bool> FigureCondition::compare(std::optional<double> figure) const {
    if (!figure) return std::nullopt;
    switch (comparison) {
    case FigureOperator::Equal:
        return *figure == number;
    case FigureOperator::Unequal:
        return *figure != number;
    case FigureOperator::Less:
        return *figure < number;
    case FigureOperator::AtMost:
        return *figure <= number;
    case FigureOperator::Greater:
        return *figure > number;
    case FigureOperator::AtLeast:
        return *figure >= number;
    case FigureOperator::Like:
    case FigureOperator::Unlike:
        break;
    }
    return std::nullopt;
}

bool FigureCondition::compareText(std::string_view value) const {
    if (!pattern) return (value == text) == (comparison == FigureOperator::Equal);
    return PatternMatcher(*pattern).matches(value) == (comparison == FigureOperator::Like);
}

std::optional<bool> FigureCondition::ofNode(const Node& node) const {
    if (pattern || node.name == node.label) return compareText(node.label);
    // A service is meant by its name and by what the graph calls it.
    const bool isMeant = node.name == text || node.label == text;
    return isMeant == (comparison == FigureOperator::Equal);
}

std::optional<bool> FigureCondition::holds(const GraphEdge& edge, const ServiceGraph& graph) const {
    const auto count = [&](std::uint64_t part) {
        return compare(ofShare ? share(part, edge.calls) : std::optional(asNumber(part)));
    };
    switch (field) {
    case Calls:
        return compare(asNumber(edge.calls));
    case Retries:
        return count(edge.retries);
    case FailedHere:
        return count(edge.failedHere);
    case Failed:
        return count(edge.failed);
    case Caller:
        return ofNode(graph.nodes[edge.caller.index()].node);
    case Callee:
        return ofNode(graph.nodes[edge.callee.index()].node);
    case Class:
        return compareText(wordOf(edge.callClass));
    case P50:
    case P95:
    case P99:
    case Max:
        return compare(timeIn(edge.latency, field));
    case FanOut:
        if (!edge.fanOut || edge.fanOut->entries == 0) return std::nullopt;
        return compare(edge.fanOut->mean);
    default:
        return std::nullopt;
    }
}

std::optional<bool> FigureCondition::holds(const GraphNode& node) const {
    // Of a node that nobody calls and that has no entries, such as the user, nothing is known.
    const bool isReceiver = node.entries.has_value() || node.incomingCalls > 0;
    switch (field) {
    case Requests:
        return isReceiver ? compare(asNumber(node.requests())) : std::nullopt;
    case Failed:
        if (ofShare) return compare(share(node.failedRequests(), node.requests()));
        return isReceiver ? compare(asNumber(node.failedRequests())) : std::nullopt;
    case Spans:
        return compare(asNumber(node.spans));
    case Name:
        return ofNode(node.node);
    case Kind:
        return compareText(wordOf(node.node.kind));
    case Namespace:
        return compareText(node.node.nameSpace);
    case System:
        return compareText(node.node.system);
    case P50:
    case P95:
    case P99:
    case Max:
        return compare(timeIn(node.latency, field));
    case FanOut:
        return node.fanOut ? compare(node.fanOut->mean) : std::nullopt;
    default:
        return std::nullopt;
    }
}

} // namespace hallway
