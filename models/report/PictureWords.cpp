#include "report/PictureWords.h"

#include "base/FormatText.h"

#include <algorithm>

namespace hallway {

namespace {

constexpr std::string_view dot = " · ";

std::string counted(std::uint64_t count, std::string_view one, std::string_view many) {
    return format::countExact(count) + " " + std::string(count == 1 ? one : many);
}

/// The range asked for, as far as the capture reaches; nothing when there are no times.
std::string rangeText(const Capture& capture, const TimeRange& range) {
    const CaptureFigures& figures = capture.figures();
    if (!figures.start || !figures.end) return "no times";
    const Timestamp from = std::clamp(range.from, *figures.start, *figures.end);
    const Timestamp to = std::clamp(range.to, from, *figures.end);
    const bool isOneDay = format::date(from) == format::date(to);
    return format::date(from) + ", " + format::clock(from, true) + "–" +
           (isOneDay ? "" : format::date(to) + ", ") + format::clock(to, true) + " UTC";
}

struct Requests {
    std::uint64_t all = 0, failed = 0;
};

/// From outside: entries without a resolved parent, as the overview counts them.
Requests requestsIn(const SpanTable& spans, const Subset& subset) {
    Requests requests;
    for (std::size_t row = 0; row < spans.size(); ++row) {
        if (!spans.flags[row].has(SpanFlag::Entry) || spans.parent[row].valid() ||
            !subset.range.contains(spans.start[row]) || !subset.hasSpan(SpanRow(row)))
            continue;
        ++requests.all;
        if (spans.flags[row].has(SpanFlag::Failed)) ++requests.failed;
    }
    return requests;
}

std::string focusText(const GraphSelection& selection) {
    const GraphFocus& focus = *selection.filter.focus;
    const std::string around = format::printable(selection.focus) + " and ";
    if (focus.up == focus.down)
        return around + counted(static_cast<std::uint64_t>(focus.up), "hop", "hops") + " around";
    return around + std::to_string(focus.up) + " up, " + std::to_string(focus.down) + " down";
}

std::string thresholdText(const GraphSelection& selection) {
    const EdgeThresholds& least = selection.filter.least;
    std::vector<std::string> wanted;
    if (least.calls > 1) wanted.push_back("at least " + counted(least.calls, "call", "calls"));
    if (least.failed > 0) {
        // As a share of a whole that holds its digits.
        constexpr std::uint64_t whole = 100'000;
        const auto part = static_cast<std::uint64_t>(least.failed * static_cast<double>(whole) + 0.5);
        wanted.push_back("at least " + format::share(part, whole) + " failed");
    }
    if (least.p99 > Duration::zero()) wanted.push_back("a p99 of at least " + format::duration(least.p99));
    if (wanted.empty()) return {};
    std::string text = "edges with ";
    for (const std::string& want : wanted)
        text += (text.ends_with("with ") ? "" : ", ") + want;
    const std::size_t spared = selection.visible.sparedEdges;
    return text + (spared > 0 ? " and " + counted(spared, "other", "others") : "");
}

std::string filterText(const GraphSelection& selection) {
    std::string filter = chosenText(selection.subset);
    if (selection.filter.focus) filter += (filter.empty() ? "" : ", ") + focusText(selection);
    if (const std::string least = thresholdText(selection); !least.empty())
        filter += (filter.empty() ? "" : ", ") + least;
    if (selection.filter.hide)
        filter += (filter.empty() ? "" : ", ") + std::string("without ") +
                  format::printable(selection.filter.hide->text());
    return filter.empty() ? "none" : filter;
}

} // namespace

GraphSelection graphSelectionOf(const ServiceGraph& graph, const GraphFilter& filter,
                                const VisibleGraph& visible, const Subset& subset, std::string arrangement) {
    return {subset, filter.focus ? focusLabel(graph, *filter.focus) : std::string(), filter, visible,
            std::move(arrangement)};
}

std::string arrangementText(const GraphControls& controls) {
    std::string text;
    const auto add = [&text](const std::string& part) { text += (text.empty() ? "" : ", ") + part; };
    if (!controls.groupBy.empty()) {
        add("boxes by " + format::printable(controls.groupBy));
        if (!controls.collapsed.empty())
            add(counted(controls.collapsed.size(), "box", "boxes") + " collapsed");
    }
    for (const std::string& service : controls.operationsOf)
        add("operations of " + format::printable(service));
    if (controls.queuesAsNodes) add("queues as nodes");
    return text;
}

std::string chosenText(const Subset& subset) {
    constexpr std::size_t longest = 120; // code points
    if (!subset.chosen || subset.chosen->by.filter.empty()) return {};
    return format::elideMiddle(format::printable(subset.chosen->by.filter), longest) +
           (subset.chosen->by.onlyMatchingSpans ? " (matching spans only)" : "");
}

std::string focusLabel(const ServiceGraph& graph, const GraphFocus& focus) {
    const auto label = [&](NodeId node) { return graph.nodes[node.index()].node.label; };
    if (const auto node = focus.node()) return label(*node);
    const GraphEdge& edge = graph.edges[std::get<EdgeId>(focus.on).index()];
    return label(edge.caller) + " → " + label(edge.callee);
}

std::string graphTitle(const Capture& capture) {
    return "Service graph of " + format::printable(capture.title());
}

std::string graphFacts(const Capture& capture, const GraphSelection& selection) {
    const Requests requests = requestsIn(capture.spans(), selection.subset);
    std::string facts = "Service graph";
    facts += std::string(dot) + rangeText(capture, selection.subset.range);
    facts += std::string(dot) + counted(requests.all, "request", "requests") + ", " +
             format::countExact(requests.failed) + " failed";
    facts += std::string(dot) + "filter: " + filterText(selection);
    if (!selection.arrangement.empty()) facts += std::string(dot) + selection.arrangement;
    const VisibleGraph& visible = selection.visible;
    if (visible.weak.edges > 0)
        facts += std::string(dot) + counted(visible.weak.edges, "weak edge", "weak edges") + " hidden";
    if (const HiddenParts& hidden = visible.byExpression; hidden.edges + hidden.nodes > 0)
        facts += std::string(dot) + counted(hidden.edges, "edge", "edges") + " and " +
                 counted(hidden.nodes, "node", "nodes") + " hidden by the expression" +
                 (hidden.failing > 0 ? ", " + std::to_string(hidden.failing) + " of them failing" : "");
    if (visible.outOfFocus > 0)
        facts +=
            std::string(dot) + counted(visible.outOfFocus, "edge", "edges") + " outside the focus hidden";
    return facts;
}

std::string sourceFacts(const Capture& capture) {
    const CaptureFigures& figures = capture.figures();
    std::string facts = format::printable(capture.title());
    if (!capture.fingerprint().empty()) facts += std::string(dot) + capture.fingerprint().substr(0, 8);
    facts += std::string(dot) + counted(figures.spans, "span", "spans");
    facts += std::string(dot) + counted(figures.traces, "trace", "traces");
    const std::size_t problems = capture.problemCount();
    facts += std::string(dot) +
             (problems == 0 ? "no problems" : counted(problems, "kind of problem", "kinds of problems"));
    return facts + std::string(dot) + "percentiles by nearest rank";
}

std::string drawnBy(std::string_view version, Timestamp now) {
    return "Hallway " + std::string(version) + std::string(dot) + "drawn " + format::date(now) + ", " +
           format::clock(now, false) + " UTC";
}

} // namespace hallway
