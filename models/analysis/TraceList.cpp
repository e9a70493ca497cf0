#include "analysis/TraceList.h"

#include "analysis/SpanTree.h"

#include <algorithm>
#include <tuple>

namespace hallway {

namespace {

/// calls.md section 4. Rows of a trace follow (start, id), so that the first of several equals is the right
/// one.
SpanRow rootOf(TraceRow index, const SpanTable& spans) {
    const TraceEntry& trace = spans.traces[index.index()];
    // Less is better; what is equal here differs in subtree or id only.
    const auto standingOf = [&](SpanRow row) {
        return std::tuple(spans.flags[row.index()].has(SpanFlag::Orphan), spans.kind(row) != SpanKind::Server,
                          !spans.hasStart(row), spans.start[row.index()]);
    };

    std::vector<SpanRow> best;
    for (std::uint32_t i = 0; i < trace.spanCount; ++i) {
        const SpanRow row(trace.firstSpan + i);
        if (spans.parent[row.index()].valid()) continue;
        if (!best.empty()) {
            if (standingOf(best.front()) < standingOf(row)) continue;
            if (standingOf(row) < standingOf(best.front())) best.clear();
        }
        best.push_back(row);
    }
    if (best.empty()) return SpanRow(trace.firstSpan);
    if (best.size() == 1) return best.front();
    const SpanTree tree = spanTreeOf(index, spans, ClockMode::Raw);
    const auto subtreeSize = [&tree](SpanRow row) {
        const auto place = tree.find(row);
        return place ? tree.spans[*place].subtreeSize : 0;
    };
    return *std::max_element(best.begin(), best.end(),
                             [&](SpanRow a, SpanRow b) { return subtreeSize(a) < subtreeSize(b); });
}

} // namespace

std::vector<TraceSummary> summariseTraces(const SpanTable& spans) {
    std::vector<TraceSummary> summaries;
    summaries.reserve(spans.traces.size());
    std::vector<std::uint32_t> lastTraceOf; // by node: 1 + the last trace it was seen in
    for (std::size_t index = 0; index < spans.traces.size(); ++index) {
        const TraceEntry& trace = spans.traces[index];
        TraceSummary summary;
        summary.trace = TraceRow(index);
        summary.root = rootOf(summary.trace, spans);
        summary.spans = trace.spanCount;
        Timestamp end;
        for (std::size_t row = trace.firstSpan; row < trace.firstSpan + trace.spanCount; ++row) {
            if (spans.hasStart(SpanRow(row))) {
                summary.start = std::min(summary.start.value_or(spans.start[row]), spans.start[row]);
                end = std::max({end, spans.start[row], spans.end[row]});
            }
            if (spans.flags[row].has(SpanFlag::Failed)) ++summary.failedSpans;
            if (spans.flags[row].has(SpanFlag::Orphan)) ++summary.orphans;

            const std::size_t node = spans.node[row].index();
            if (node >= lastTraceOf.size()) lastTraceOf.resize(node + 1, 0);
            if (lastTraceOf[node] != index + 1) ++summary.services;
            lastTraceOf[node] = static_cast<std::uint32_t>(index + 1);
        }
        if (summary.start) summary.duration = end - *summary.start;
        summaries.push_back(summary);
    }
    return summaries;
}

bool overlaps(const SpanTable& spans, TraceRow trace, const TimeRange& range) {
    if (range.isEverything()) return true;
    const TraceEntry& entry = spans.traces[trace.index()];
    for (std::size_t row = entry.firstSpan; row < entry.firstSpan + entry.spanCount; ++row) {
        if (spans.start[row] >= range.to) return false; // the others start later
        if (spans.hasStart(SpanRow(row)) && (spans.end[row] > range.from || spans.start[row] >= range.from))
            return true;
    }
    return false;
}

void sortTraces(std::vector<TraceSummary>& traces, TraceOrder order) {
    const auto sortBy = [&traces](auto before) {
        std::sort(traces.begin(), traces.end(), [&](const TraceSummary& a, const TraceSummary& b) {
            return before(a, b) || (!before(b, a) && a.trace < b.trace);
        });
    };
    using Trace = const TraceSummary&;
    switch (order) {
    case TraceOrder::Longest:
        return sortBy([](Trace a, Trace b) { return a.duration > b.duration; });
    case TraceOrder::Earliest:
        return sortBy([](Trace a, Trace b) {
            return a.start.value_or(Timestamp::max()) < b.start.value_or(Timestamp::max());
        });
    case TraceOrder::MostSpans:
        return sortBy([](Trace a, Trace b) { return a.spans > b.spans; });
    case TraceOrder::MostFailed:
        return sortBy([](Trace a, Trace b) { return a.failedSpans > b.failedSpans; });
    }
}

} // namespace hallway
