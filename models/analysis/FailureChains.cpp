#include "analysis/FailureChains.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace hallway {

FailureChains::FailureChains(const FailureScope& scope) : m_scope(scope) {
    for (std::uint32_t row = 0; row < scope.calls.size(); ++row) {
        const CallRow call(row);
        if (scope.calls.has(call, CallFlag::Failed) && scope.calls.server[row].valid() && scope.counts(call))
            m_into.emplace_back(scope.calls.server[row], call);
    }
    std::sort(m_into.begin(), m_into.end());
}

std::vector<ChainStep> FailureChains::above(const std::vector<const Failure*>& failures) const {
    std::vector<ChainStep> steps;
    std::unordered_map<EdgeId, std::size_t> stepOf;
    const auto count = [&](CallRow call) {
        const EdgeId edge = m_scope.calls.edgeOf(call);
        const auto [place, isNew] = stepOf.emplace(edge, steps.size());
        if (isNew) steps.push_back({edge, 0});
        ++steps[place->second].calls;
    };
    // Breadth first, request by request.
    std::vector<SpanRow> waiting;
    std::unordered_set<std::uint32_t> seen;
    const auto climb = [&](CallRow call) {
        const SpanRow entry = m_scope.calls.entry[call.index()];
        if (entry.valid() && seen.insert(entry.value()).second) waiting.push_back(entry);
    };
    std::unordered_set<std::uint32_t> own;
    for (const Failure* failure : failures) {
        if (!failure->call.valid()) continue;
        own.insert(failure->call.value());
        count(failure->call);
        climb(failure->call);
    }
    for (std::size_t next = 0; next < waiting.size(); ++next) {
        const SpanRow entry = waiting[next];
        for (auto into = std::lower_bound(m_into.begin(), m_into.end(), std::pair(entry, CallRow(0u)));
             into != m_into.end() && into->first == entry; ++into) {
            if (own.contains(into->second.value())) continue; // counted already
            count(into->second);
            climb(into->second);
        }
    }
    return steps;
}

} // namespace hallway
