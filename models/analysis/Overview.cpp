#include "analysis/TraceList.h"

#include <algorithm>

namespace hallway {

namespace {

/// From the least start to just after the greatest end; empty where no span has a start.
TimeRange extentOf(const SpanTable& spans) {
    Timestamp first = Timestamp::max();
    Timestamp last;
    for (std::size_t row = 0; row < spans.size(); ++row) {
        if (!spans.hasStart(SpanRow(row))) continue;
        first = std::min(first, spans.start[row]);
        last = std::max({last, spans.start[row], spans.end[row]});
    }
    if (last == Timestamp()) return {Timestamp(), Timestamp()};
    return {first, last == Timestamp::max() ? last : last + Duration(1)};
}

} // namespace

TimeRange Overview::bin(std::size_t index) const {
    return TimeBins(range, static_cast<std::uint32_t>(requests.size()))
        .range(static_cast<std::uint32_t>(index));
}

Overview overviewOf(const SpanTable& spans, std::size_t bins, const SpanSet* chosen) {
    Overview overview;
    overview.range = extentOf(spans);
    const TimeBins axis(overview.range, static_cast<std::uint32_t>(bins));
    overview.requests.assign(axis.count(), 0);
    overview.failed.assign(axis.count(), 0);
    for (std::size_t row = 0; row < spans.size(); ++row) {
        if (spans.parent[row].valid() || !spans.flags[row].has(SpanFlag::Entry) ||
            !spans.hasStart(SpanRow(row)) || (chosen && !chosen->contains(SpanRow(row))))
            continue;
        const std::uint32_t bin = axis.indexOf(spans.start[row]);
        ++overview.requests[bin];
        if (spans.flags[row].has(SpanFlag::Failed)) ++overview.failed[bin];
    }
    return overview;
}

} // namespace hallway
