#include "analysis/FanOutBins.h"

#include "analysis/CallsInSubset.h"
#include "analysis/Distribution.h"

#include <algorithm>

namespace hallway {

namespace {

constexpr std::uint64_t singleUpTo = 15;

/// The first number of each bin, up to the one that holds `max`.
std::vector<std::uint64_t> beginsUpTo(std::uint64_t max) {
    std::vector<std::uint64_t> begins;
    if (max <= singleUpTo) {
        for (std::uint64_t calls = 0; calls <= max; ++calls)
            begins.push_back(calls);
        return begins;
    }
    begins.push_back(0);
    for (std::uint64_t power = 1; power <= max; power *= 10)
        for (const std::uint64_t factor : {1, 2, 5})
            if (power * factor <= max) begins.push_back(power * factor);
    return begins;
}

} // namespace

std::optional<FanOutBins> fanOutBinsOf(EdgeId edge, const SpanTable& spans, const CallTable& calls,
                                       const Subset& subset) {
    FanOutBins found;
    const NodeId caller = calls.edges[edge.index()].caller;
    forEachEntry(caller, spans, subset, [&](SpanRow) { ++found.requests; });
    if (found.requests == 0) return std::nullopt;

    std::vector<SpanRow> left; // the entry of each call
    forEachCall(edge, calls, subset, [&](CallRow call) {
        const SpanRow entry = calls.entry[call.index()];
        if (entry.valid() && subset.range.contains(spans.start[entry.index()]) && subset.hasSpan(entry))
            left.push_back(entry);
    });
    std::sort(left.begin(), left.end());
    std::vector<std::uint64_t> counts; // of requests with calls
    for (auto first = left.begin(); first != left.end();) {
        const auto end = std::upper_bound(first, left.end(), *first);
        const auto count = static_cast<std::uint64_t>(end - first);
        if (count > found.max) {
            found.max = count;
            found.most = *first;
        }
        counts.push_back(count);
        first = end;
    }
    std::sort(counts.begin(), counts.end());
    const std::uint64_t without = found.requests - counts.size();
    const auto rank = [&](std::uint64_t thousandths) {
        const std::size_t at = nearestRank(found.requests, thousandths);
        return at < without ? 0 : counts[at - without];
    };
    found.p50 = rank(50'000);
    found.p95 = rank(95'000);

    const std::vector<std::uint64_t> begins = beginsUpTo(found.max);
    for (std::size_t i = 0; i < begins.size(); ++i)
        found.bins.push_back({begins[i], i + 1 < begins.size() ? begins[i + 1] - 1 : found.max, 0});
    found.bins.front().requests = without;
    for (const std::uint64_t count : counts)
        ++found
              .bins[static_cast<std::size_t>(std::upper_bound(begins.begin(), begins.end(), count) -
                                             begins.begin()) -
                    1]
              .requests;
    return found;
}

} // namespace hallway
