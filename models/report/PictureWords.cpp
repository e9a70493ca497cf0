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

std::string filterText(const GraphSelection& selection) {
    std::string filter;
    if (!selection.focus.empty())
        filter = format::printable(selection.focus) + " and " +
                 counted(static_cast<std::uint64_t>(selection.hops), "hop", "hops") + " around";
    if (selection.minCalls > 1)
        filter += (filter.empty() ? "" : ", ") + std::string("edges with at least ") +
                  counted(selection.minCalls, "call", "calls") +
                  (selection.spared > 0 ? " and " + counted(selection.spared, "other", "others") : "");
    return filter.empty() ? "none" : filter;
}

} // namespace

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
    if (selection.weakEdges > 0)
        facts += std::string(dot) + counted(selection.weakEdges, "weak edge", "weak edges") + " hidden";
    if (selection.outOfFocus > 0)
        facts +=
            std::string(dot) + counted(selection.outOfFocus, "edge", "edges") + " outside the focus hidden";
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
