#include "analysis/Operations.h"

#include "analysis/CallsInSubset.h"

#include <algorithm>
#include <unordered_map>

namespace hallway {

namespace {

/// Collects calls by name.
class Operations {
public:
    void add(StringId name, bool failed, std::optional<Duration> latency) {
        Gathered& operation = m_operations[name];
        ++operation.calls;
        if (failed) ++operation.failed;
        if (latency) operation.latencies.push_back(*latency);
    }

    [[nodiscard]] std::vector<OperationFigures> figures(const StringPool& strings) {
        std::vector<OperationFigures> figures;
        figures.reserve(m_operations.size());
        for (auto& [name, held] : m_operations)
            figures.push_back({name, held.calls, held.failed, distributionOf(held.latencies)});
        std::sort(figures.begin(), figures.end(), [&](const OperationFigures& a, const OperationFigures& b) {
            return a.calls != b.calls ? a.calls > b.calls : strings.text(a.name) < strings.text(b.name);
        });
        return figures;
    }

private:
    struct Gathered {
        std::uint64_t calls = 0, failed = 0;
        std::vector<Duration> latencies;
    };
    std::unordered_map<StringId, Gathered> m_operations;
};

} // namespace

std::vector<OperationFigures> operationsOf(EdgeId edge, const CallTable& calls, const SpanTable& spans,
                                           const StringPool& strings, const Subset& subset) {
    Operations operations;
    forEachCall(edge, calls, subset, [&](CallRow call) {
        const SpanRow shown = shownSpan(call, calls);
        operations.add(shown.valid() ? spans.name[shown.index()] : StringId(),
                       calls.has(call, CallFlag::Failed), calls.latency(call, spans));
    });
    return operations.figures(strings);
}

std::vector<OperationFigures> operationsOf(NodeId node, const SpanTable& spans, const StringPool& strings,
                                           const Subset& subset) {
    Operations operations;
    forEachEntry(node, spans, subset, [&](SpanRow span) {
        operations.add(spans.name[span.index()], spans.flags[span.index()].has(SpanFlag::Failed),
                       spans.hasDuration(span) ? std::optional(spans.duration(span)) : std::nullopt);
    });
    return operations.figures(strings);
}

std::vector<CallRow> worstCalls(EdgeId edge, const CallTable& calls, const SpanTable& spans,
                                const Subset& subset, std::size_t limit) {
    struct Candidate {
        CallRow call;
        bool failed = false;
        std::optional<Duration> latency; ///< nothing is less than any value
    };
    std::vector<Candidate> candidates;
    forEachCall(edge, calls, subset, [&](CallRow call) {
        candidates.push_back({call, calls.has(call, CallFlag::Failed), calls.latency(call, spans)});
    });
    const auto end = candidates.begin() + static_cast<std::ptrdiff_t>(std::min(limit, candidates.size()));
    std::partial_sort(candidates.begin(), end, candidates.end(), [](const Candidate& a, const Candidate& b) {
        if (a.failed != b.failed) return a.failed;
        return a.latency != b.latency ? a.latency > b.latency : a.call < b.call;
    });
    std::vector<CallRow> worst;
    std::transform(candidates.begin(), end, std::back_inserter(worst),
                   [](const Candidate& held) { return held.call; });
    return worst;
}

} // namespace hallway
