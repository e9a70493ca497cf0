#include "analysis/RepeatedCalls.h"

#include "analysis/CallsInSubset.h"
#include "analysis/Distribution.h"
#include "analysis/OpenCalls.h"
#include "analysis/Parallel.h"
#include "base/DurationSum.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace hallway {

namespace {

struct Found {
    EdgeId edge;
    StringId request, operation;
    RepeatingRequest repeats;

    [[nodiscard]] auto kind() const { return std::tuple(edge, request, operation); }
};

/// Looks through requests one by one; keeps its memory.
class Finder {
public:
    Finder(const Requests& requests, const SpanTable& spans, const CallTable& calls, const Subset& subset,
           std::uint32_t least)
        : m_requests(requests), m_spans(spans), m_calls(calls), m_subset(subset), m_least(least) {}

    void look(SpanRow entry, std::vector<Found>& found) {
        const std::span<const CallRow> leaving = m_requests.callsLeaving(entry);
        if (leaving.size() < m_least || !m_subset.range.contains(m_spans.start[entry.index()]) ||
            !m_subset.hasSpan(entry))
            return;
        m_alike.clear();
        for (const CallRow call : leaving) {
            if (!m_subset.range.contains(m_calls.time[call.index()]) || !m_subset.hasCall(call)) continue;
            const SpanRow shown = shownSpan(call, m_calls);
            m_alike.push_back({m_calls.edgeOf(call), m_spans.name[shown.index()], call});
        }
        std::sort(m_alike.begin(), m_alike.end());
        for (auto first = m_alike.begin(); first != m_alike.end();) {
            const auto end = std::find_if(first, m_alike.end(), [first](const Alike& other) {
                return other.edge != first->edge || other.operation != first->operation;
            });
            if (end - first >= static_cast<std::ptrdiff_t>(m_least))
                found.push_back({first->edge, m_spans.name[entry.index()], first->operation,
                                 measure(entry, {first, end})});
            first = end;
        }
    }

private:
    struct Alike {
        EdgeId edge;
        StringId operation;
        CallRow call;
        auto operator<=>(const Alike&) const = default;
    };

    RepeatingRequest measure(SpanRow entry, std::span<const Alike> alike) {
        RepeatingRequest repeats;
        repeats.entry = entry;
        repeats.first = alike.front().call; // rows of an edge follow time
        repeats.calls = alike.size();
        m_open.clear();
        for (const Alike& held : alike) {
            repeats.failed += m_calls.has(held.call, CallFlag::Failed);
            repeats.retries += m_calls.has(held.call, CallFlag::Retry);
            const SpanRow timed = m_calls.timedBy(held.call);
            if (!m_spans.hasDuration(timed)) continue;
            addTo(repeats.total, m_spans.duration(timed));
            m_open.emplace_back(m_spans.start[timed.index()], m_spans.end[timed.index()]);
        }
        const OpenCalls open = openCallsOf(m_open);
        repeats.peak = open.peak;
        repeats.elapsed = open.elapsed;
        return repeats;
    }

    const Requests& m_requests;
    const SpanTable& m_spans;
    const CallTable& m_calls;
    const Subset& m_subset;
    std::uint32_t m_least;
    std::vector<Alike> m_alike; ///< calls of the request
    std::vector<std::pair<Timestamp, Timestamp>> m_open;
};

RepeatedCalls gathered(std::span<const Found> alike) {
    RepeatedCalls sum;
    std::tie(sum.edge, sum.request, sum.operation) = alike.front().kind();
    sum.requests = alike.size();
    std::vector<std::uint64_t> counts;
    for (const Found& held : alike) {
        const RepeatingRequest& request = held.repeats;
        counts.push_back(request.calls);
        sum.calls += request.calls;
        addTo(sum.total, request.total);
        addTo(sum.elapsed, request.elapsed);
        sum.sequential += request.peak == 1;
        sum.peak = std::max(sum.peak, request.peak);
        sum.worst.push_back(request);
    }
    std::sort(counts.begin(), counts.end());
    sum.p50 = counts[nearestRank(counts.size(), 50'000)];
    sum.max = counts.back();
    std::sort(sum.worst.begin(), sum.worst.end(), [](const RepeatingRequest& a, const RepeatingRequest& b) {
        return std::tuple(b.elapsed, b.calls, a.entry) < std::tuple(a.elapsed, a.calls, b.entry);
    });
    if (sum.worst.size() > RepeatedCalls::mostWorst) sum.worst.resize(RepeatedCalls::mostWorst);
    return sum;
}

/// How many requests of each kind that repeats a call there are at all.
void countRequests(std::vector<RepeatedCalls>& kinds, const SpanTable& spans, const CallTable& calls,
                   const Subset& subset) {
    std::map<std::pair<NodeId, StringId>, std::uint64_t> counts;
    const auto keyOf = [&](const RepeatedCalls& kind) {
        return std::pair(calls.edges[kind.edge.index()].caller, kind.request);
    };
    for (const RepeatedCalls& kind : kinds)
        counts.emplace(keyOf(kind), 0);
    if (counts.empty()) return;
    for (std::size_t row = 0; row < spans.size(); ++row) {
        if (!spans.flags[row].has(SpanFlag::Entry) || !subset.range.contains(spans.start[row]) ||
            !subset.hasSpan(SpanRow(row)))
            continue;
        const auto held = counts.find({spans.node[row], spans.name[row]});
        if (held != counts.end()) ++held->second;
    }
    for (RepeatedCalls& kind : kinds)
        kind.ofRequests = counts[keyOf(kind)];
}

} // namespace

std::vector<RepeatedCalls> repeatedCallsOf(const Requests& requests, const SpanTable& spans,
                                           const CallTable& calls, const StringPool& strings,
                                           const Subset& subset, std::uint32_t least, unsigned threads) {
    constexpr std::size_t spansPerPart = std::size_t{1} << 15;
    std::vector<std::vector<Found>> parts(spans.size() / spansPerPart + 1);
    runPieces(parts.size(), threads, [&](std::size_t part) {
        Finder finder(requests, spans, calls, subset, std::max(least, 2u));
        const std::size_t end = std::min(spans.size(), (part + 1) * spansPerPart);
        for (std::size_t row = part * spansPerPart; row < end; ++row)
            finder.look(SpanRow(row), parts[part]);
    });
    std::vector<Found> all;
    for (const std::vector<Found>& found : parts)
        all.insert(all.end(), found.begin(), found.end());
    std::stable_sort(all.begin(), all.end(),
                     [](const Found& a, const Found& b) { return a.kind() < b.kind(); });

    std::vector<RepeatedCalls> kinds;
    for (auto first = all.begin(); first != all.end();) {
        const auto end = std::find_if(first, all.end(),
                                      [first](const Found& other) { return other.kind() != first->kind(); });
        kinds.push_back(gathered({first, end}));
        first = end;
    }
    countRequests(kinds, spans, calls, subset);
    std::sort(kinds.begin(), kinds.end(), [&](const RepeatedCalls& a, const RepeatedCalls& b) {
        if (a.elapsed != b.elapsed) return a.elapsed > b.elapsed;
        if (a.calls != b.calls) return a.calls > b.calls;
        if (a.edge != b.edge) return a.edge < b.edge;
        return std::tuple(strings.text(a.request), strings.text(a.operation)) <
               std::tuple(strings.text(b.request), strings.text(b.operation));
    });
    return kinds;
}

} // namespace hallway
