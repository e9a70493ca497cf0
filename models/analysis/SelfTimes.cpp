#include "analysis/SelfTimes.h"

#include "analysis/Parallel.h"

#include <algorithm>

namespace hallway {

namespace {

/// Rows of a trace come by start, so that the children of each span do, too: no list of them is needed, only
/// how far each span is covered already.
void addSelfTimes(std::size_t first, std::size_t end, const SpanTable& spans, std::vector<Timestamp>& covered,
                  std::vector<Duration>& selves) {
    for (std::size_t row = first; row < end; ++row) {
        covered[row] = spans.start[row];
        if (spans.hasDuration(SpanRow(row))) selves[row] = spans.duration(SpanRow(row));
    }
    for (std::size_t row = first; row < end; ++row) {
        const SpanRow parent = spans.parent[row];
        if (!parent.valid() || parent.index() < first || parent.index() >= end) continue;
        if (!spans.hasDuration(SpanRow(row)) || !spans.hasDuration(parent)) continue;
        Timestamp& until = covered[parent.index()];
        const Timestamp from = std::max(spans.start[row], until);
        const Timestamp to = std::min(spans.end[row], spans.end[parent.index()]);
        if (from >= to) continue;
        selves[parent.index()] -= to - from;
        until = to;
    }
}

} // namespace

std::vector<Duration> selfTimesOf(const SpanTable& spans, unsigned threads) {
    std::vector<Duration> selves(spans.size(), Duration::zero());
    std::vector<Timestamp> covered(spans.size());
    runParts(spans.traces.size(), threads, [&](std::size_t begin, std::size_t behind) {
        for (std::size_t trace = begin; trace < behind; ++trace)
            addSelfTimes(spans.traces.firstSpan(trace), spans.traces.endSpan[trace], spans, covered, selves);
    });
    return selves;
}

} // namespace hallway
