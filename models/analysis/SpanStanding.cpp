#include "analysis/SpanStanding.h"

#include <algorithm>
#include <unordered_map>

namespace hallway {

namespace {

/// Service and name as one number.
std::uint64_t kindOf(SpanRow row, const SpanTable& spans) {
    const NodeId node = spans.node[row.index()];
    const StringId name = spans.name[row.index()];
    return (node.valid() ? std::uint64_t{node.value()} + 1 : 0) << 32 |
           (name.valid() ? name.value() : 0xffffffffU);
}

} // namespace

std::vector<SpanStanding> standingsOf(TraceRow trace, const SpanTable& spans, const CancelToken& cancel) {
    const TraceEntry& entry = spans.traces[trace.index()];
    std::vector<SpanStanding> standings(entry.spanCount);

    std::unordered_map<std::uint64_t, std::vector<std::int64_t>> samples; // ns, by kind
    for (std::uint32_t i = 0; i < entry.spanCount; ++i)
        samples.try_emplace(kindOf(SpanRow(entry.firstSpan + i), spans));

    constexpr std::size_t stride = 1 << 16; // between looks at the token
    for (std::size_t i = 0; i < spans.size(); ++i) {
        if (i % stride == 0 && cancel.cancelled()) return std::vector<SpanStanding>(entry.spanCount);
        const SpanRow row(i);
        if (!spans.hasDuration(row)) continue;
        if (const auto found = samples.find(kindOf(row, spans)); found != samples.end())
            found->second.push_back(spans.duration(row).count());
    }
    for (auto& [kind, durations] : samples) {
        if (cancel.cancelled()) return std::vector<SpanStanding>(entry.spanCount);
        std::sort(durations.begin(), durations.end());
    }

    for (std::uint32_t i = 0; i < entry.spanCount; ++i) {
        const SpanRow row(entry.firstSpan + i);
        const std::vector<std::int64_t>& kind = samples.at(kindOf(row, spans));
        if (!spans.hasDuration(row) || kind.size() < SpanStanding::fewest) continue;
        const auto shorter = std::lower_bound(kind.begin(), kind.end(), spans.duration(row).count());
        standings[i] = {static_cast<std::uint32_t>(shorter - kind.begin()),
                        static_cast<std::uint32_t>(kind.size())};
    }
    return standings;
}

} // namespace hallway
