#include "analysis/TraceShapes.h"

#include "analysis/CallsInSubset.h"
#include "analysis/Parallel.h"
#include "base/Hash.h"

#include <algorithm>
#include <tuple>

namespace hallway {

namespace {

/// Calls visit(call) for each call of the trace that ends where nobody left a span.
template <class Visit>
void forEachOpenEnd(SpanRow entry, const CallTable& calls, const Requests& requests, Visit visit) {
    for (const CallRow call : requests.callsLeaving(entry))
        if (!calls.server[call.index()].valid()) visit(call);
}

struct ShapedTrace {
    PathStep root;
    std::uint64_t hash = 0;
    std::optional<Duration> duration;
    TraceRow trace;
    std::uint32_t paths = 0;
    bool failed = false;
};

/// The hash of a trace's set of paths, and how many they are; keeps its memory.
class ShapeHash {
public:
    ShapeHash(const SpanTable& spans, const CallTable& calls, const Requests& requests,
              const CallPaths& paths)
        : m_spans(spans), m_calls(calls), m_requests(requests), m_paths(paths) {}

    void describe(ShapedTrace& trace) {
        m_hashes.clear();
        const TraceEntry entry = m_spans.traces[trace.trace.index()];
        for (std::uint32_t i = 0; i < entry.spanCount; ++i) {
            const SpanRow row(entry.firstSpan + i);
            if (m_requests.entryOf(row) != row) continue;
            m_hashes.push_back(m_paths.hashOfEntry(row));
            forEachOpenEnd(row, m_calls, m_requests,
                           [this](CallRow call) { m_hashes.push_back(m_paths.hashOfCall(call)); });
        }
        std::sort(m_hashes.begin(), m_hashes.end());
        m_hashes.erase(std::unique(m_hashes.begin(), m_hashes.end()), m_hashes.end());
        trace.paths = static_cast<std::uint32_t>(m_hashes.size());
        for (const std::uint64_t hash : m_hashes)
            trace.hash = combineHash(trace.hash, hash);
    }

private:
    const SpanTable& m_spans;
    const CallTable& m_calls;
    const Requests& m_requests;
    const CallPaths& m_paths;
    std::vector<std::uint64_t> m_hashes;
};

/// `alike`: traces of one shape, by duration, those without one first.
TraceShape shapeOf(std::span<const ShapedTrace> alike) {
    TraceShape shape;
    shape.hash = alike.front().hash;
    shape.paths = alike.front().paths;
    shape.traces = alike.size();
    shape.median = shape.slowest = alike.front().trace;
    std::vector<Duration> durations;
    for (const ShapedTrace& trace : alike) {
        shape.failed += trace.failed;
        if (trace.duration) durations.push_back(*trace.duration);
    }
    if (durations.empty()) return shape;
    const auto measured = alike.last(durations.size());
    shape.median = measured[nearestRank(measured.size(), 50'000)].trace;
    shape.slowest = measured.back().trace;
    shape.duration = distributionOf(durations);
    return shape;
}

template <class Key, class Visit>
void forEachRun(std::span<const ShapedTrace> traces, Key key, Visit visit) {
    for (auto first = traces.begin(); first != traces.end();) {
        const auto end = std::find_if(first, traces.end(),
                                      [&](const ShapedTrace& other) { return key(other) != key(*first); });
        visit(std::span<const ShapedTrace>(first, end));
        first = end;
    }
}

} // namespace

std::vector<ShapePath> pathsOf(TraceRow trace, const SpanTable& spans, const CallTable& calls,
                               const Requests& requests, const CallPaths& paths) {
    std::vector<ShapePath> found;
    const TraceEntry entry = spans.traces[trace.index()];
    for (std::uint32_t i = 0; i < entry.spanCount; ++i) {
        const SpanRow row(entry.firstSpan + i);
        if (requests.entryOf(row) != row) continue;
        const SpanRow above = requests.callerOf(row);
        const std::uint64_t hash = paths.hashOfEntry(row);
        found.push_back({hash, above.valid() ? paths.hashOfEntry(above) : 0, paths.stepOf(row)});
        forEachOpenEnd(row, calls, requests, [&](CallRow call) {
            found.push_back({paths.hashOfCall(call), hash, paths.lastStep(call)});
        });
    }
    std::sort(found.begin(), found.end(),
              [](const ShapePath& a, const ShapePath& b) { return a.hash < b.hash; });
    found.erase(std::unique(found.begin(), found.end(),
                            [](const ShapePath& a, const ShapePath& b) { return a.hash == b.hash; }),
                found.end());
    return found;
}

ShapeReport traceShapesOf(const SpanTable& spans, const CallTable& calls, const StringPool& strings,
                          const Requests& requests, const CallPaths& paths, const Subset& subset,
                          unsigned threads) {
    std::vector<ShapedTrace> traces;
    for (const TraceSummary& summary : summariseTraces(spans)) {
        if (!subset.hasTrace(summary.trace) || !overlaps(spans, summary.trace, subset.range)) continue;
        const SpanRow root = requests.entryOf(summary.root);
        traces.push_back({paths.stepOf(root), 0, summary.duration, summary.trace, 0, requests.failed(root)});
    }
    runParts(traces.size(), threads, [&](std::size_t begin, std::size_t end) {
        ShapeHash hash(spans, calls, requests, paths);
        for (std::size_t i = begin; i < end; ++i)
            hash.describe(traces[i]);
    });
    const auto rootKey = [](const ShapedTrace& trace) {
        return std::tuple(trace.root.node, trace.root.operation);
    };
    std::sort(traces.begin(), traces.end(), [&](const ShapedTrace& a, const ShapedTrace& b) {
        return std::tuple(rootKey(a), a.hash, a.duration, a.trace) <
               std::tuple(rootKey(b), b.hash, b.duration, b.trace);
    });

    ShapeReport report;
    report.traces = traces.size();
    forEachRun(traces, rootKey, [&](std::span<const ShapedTrace> alike) {
        ShapeGroup group{alike.front().root, alike.size(), {}};
        forEachRun(
            alike, [](const ShapedTrace& trace) { return trace.hash; },
            [&](std::span<const ShapedTrace> same) { group.shapes.push_back(shapeOf(same)); });
        std::stable_sort(group.shapes.begin(), group.shapes.end(),
                         [](const TraceShape& a, const TraceShape& b) { return a.traces > b.traces; });
        report.shapes += group.shapes.size();
        report.groups.push_back(std::move(group));
    });
    std::sort(report.groups.begin(), report.groups.end(), [&](const ShapeGroup& a, const ShapeGroup& b) {
        if (a.traces != b.traces) return a.traces > b.traces;
        return std::tuple(a.root.node, strings.text(a.root.operation)) <
               std::tuple(b.root.node, strings.text(b.root.operation));
    });
    return report;
}

std::vector<std::uint64_t> traceShapeHashes(const SpanTable& spans, const CallTable& calls,
                                            const StringPool& strings, unsigned threads) {
    const Requests requests(spans, calls, threads);
    const CallPaths paths(spans, calls, strings, requests, threads);
    std::vector<std::uint64_t> hashes(spans.traces.size());
    runParts(hashes.size(), threads, [&](std::size_t begin, std::size_t end) {
        ShapeHash hash(spans, calls, requests, paths);
        for (std::size_t i = begin; i < end; ++i) {
            ShapedTrace trace;
            trace.trace = TraceRow(i);
            hash.describe(trace);
            hashes[i] = trace.hash;
        }
    });
    return hashes;
}

} // namespace hallway
