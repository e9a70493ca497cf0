#include "items/PassedOnFailures.h"

#include "analysis/CallsInSubset.h"

#include <algorithm>
#include <deque>
#include <unordered_set>

namespace hallway {

namespace {

/// Failed calls that came into an entry: (the callee's span, call), sorted.
using FailedEntries = std::vector<std::pair<SpanRow, CallRow>>;

FailedEntries failedEntries(const CallTable& calls, const Subset& subset) {
    FailedEntries entries;
    for (std::size_t row = 0; row < calls.size(); ++row) {
        const CallRow call(row);
        if (calls.has(call, CallFlag::Failed) && calls.server[row].valid() &&
            subset.range.contains(calls.time[row]) && subset.hasCall(call))
            entries.emplace_back(calls.server[row], call);
    }
    std::sort(entries.begin(), entries.end());
    return entries;
}

void countOn(EdgeId edge, std::vector<PassedOnCount>& counts) {
    const auto known = std::find_if(counts.begin(), counts.end(),
                                    [&](const PassedOnCount& held) { return held.edge == edge; });
    if (known != counts.end())
        ++known->passed;
    else
        counts.push_back({edge, 1});
}

} // namespace

std::vector<PassedOnCount> passedOnFrom(EdgeId edge, const CallTable& calls, const Subset& subset) {
    // Breadth first, entry by entry: the entries whose local trees the failed calls leave, then the calls
    // into these.
    std::deque<SpanRow> waiting;
    std::unordered_set<std::uint32_t> seen;
    const auto wait = [&](CallRow call) {
        const SpanRow entry = calls.entry[call.index()];
        if (entry.valid() && seen.insert(entry.value()).second) waiting.push_back(entry);
    };
    forEachCall(edge, calls, subset, [&](CallRow call) {
        if (calls.has(call, CallFlag::Failed)) wait(call);
    });

    std::vector<PassedOnCount> counts;
    if (waiting.empty()) return counts;
    const FailedEntries entries = failedEntries(calls, subset);
    while (!waiting.empty()) {
        const SpanRow entry = waiting.front();
        waiting.pop_front();
        for (auto held = std::lower_bound(entries.begin(), entries.end(), std::pair(entry, CallRow(0u)));
             held != entries.end() && held->first == entry; ++held) {
            countOn(calls.edgeOf(held->second), counts);
            wait(held->second);
        }
    }
    return counts;
}

} // namespace hallway
