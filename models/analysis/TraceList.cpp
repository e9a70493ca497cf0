#include "analysis/TraceList.h"

#include <algorithm>

namespace hallway {

namespace {

/// Number of spans in the subtree of each span of a trace that has no parent, by position; 0 for all others.
std::vector<std::uint32_t> sizesOfRootSubtrees(const TraceEntry& trace, const SpanTable& spans) {
    std::vector<std::uint32_t> rootOf(trace.spanCount, trace.spanCount); // spanCount = not known yet
    std::vector<std::uint32_t> sizes(trace.spanCount, 0);
    std::vector<std::uint32_t> climbed;
    for (std::uint32_t position = 0; position < trace.spanCount; ++position) {
        std::uint32_t at = position;
        while (rootOf[at] == trace.spanCount) {
            const SpanRow parent = spans.parent[trace.firstSpan + at];
            climbed.push_back(at);
            if (!parent.valid()) {
                rootOf[at] = at;
                break;
            }
            at = parent.value() - trace.firstSpan;
        }
        const std::uint32_t root = rootOf[at];
        for (const std::uint32_t below : climbed) rootOf[below] = root;
        climbed.clear();
        ++sizes[root];
    }
    return sizes;
}

/// calls.md section 4. Rows of a trace follow (start, id), so that the first of several equals is the right one.
SpanRow rootOf(const TraceEntry& trace, const SpanTable& spans) {
    // Lower is better; what is equal here differs in subtree or id only.
    struct Standing {
        bool orphan, otherKind, noStart;
        Timestamp start;
        auto operator<=>(const Standing&) const = default;
    };
    const auto standingOf = [&](SpanRow row) {
        return Standing{spans.flags[row.index()].has(SpanFlag::Orphan), spans.kind(row) != SpanKind::Server,
                        !spans.hasStart(row), spans.start[row.index()]};
    };

    std::vector<SpanRow> best;
    for (std::uint32_t i = 0; i < trace.spanCount; ++i) {
        const SpanRow row(trace.firstSpan + i);
        if (spans.parent[row.index()].valid()) continue;
        if (!best.empty()) {
            const auto order = standingOf(row) <=> standingOf(best.front());
            if (order > 0) continue;
            if (order < 0) best.clear();
        }
        best.push_back(row);
    }
    if (best.empty()) return SpanRow(trace.firstSpan);
    if (best.size() == 1) return best.front();
    const auto sizes = sizesOfRootSubtrees(trace, spans);
    return *std::max_element(best.begin(), best.end(), [&](SpanRow a, SpanRow b) {
        return sizes[a.value() - trace.firstSpan] < sizes[b.value() - trace.firstSpan];
    });
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
        summary.root = rootOf(trace, spans);
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
        if (spans.hasStart(SpanRow(row)) && (spans.end[row] > range.from || spans.start[row] >= range.from)) return true;
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
    case TraceOrder::Longest: return sortBy([](Trace a, Trace b) { return a.duration > b.duration; });
    case TraceOrder::Earliest:
        return sortBy([](Trace a, Trace b) {
            return a.start.value_or(Timestamp::max()) < b.start.value_or(Timestamp::max());
        });
    case TraceOrder::MostSpans: return sortBy([](Trace a, Trace b) { return a.spans > b.spans; });
    case TraceOrder::MostFailed: return sortBy([](Trace a, Trace b) { return a.failedSpans > b.failedSpans; });
    }
}

} // namespace hallway
