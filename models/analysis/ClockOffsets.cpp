#include "analysis/ClockOffsets.h"

#include "analysis/ClockSkew.h"

#include <algorithm>
#include <map>
#include <utility>

namespace hallway {

namespace {

/// Gathers the comparisons of any number of traces.
class Offsets {
public:
    Offsets(const SpanTable& spans, Duration limit) : m_spans(spans), m_limit(limit) {}

    void add(TraceRow trace) {
        const SpanTree tree = spanTreeOf(trace, m_spans, ClockMode::Adjusted, m_limit);
        for (const TreeSpan& span : tree.spans)
            if (span.parent != TreeSpan::none && comparesClocks(span, tree.spans[span.parent], m_spans))
                ++m_pairs[pairOf(span, tree)].compared;
        for (const SkewShift& shift : tree.shifts) {
            Pair& pair = m_pairs[pairOf(tree.spans[shift.span], tree)];
            pair.shifts.push_back(shift.delta.count());
            pair.overLimit += shift.applied ? 0 : 1;
        }
    }

    std::vector<HostOffset> take() {
        std::vector<HostOffset> offsets;
        for (auto& [hosts, pair] : m_pairs) {
            HostOffset offset;
            offset.caller = hosts.first;
            offset.callee = hosts.second;
            offset.compared = pair.compared;
            offset.shifted = static_cast<std::uint32_t>(pair.shifts.size());
            offset.overLimit = pair.overLimit;
            if (!pair.shifts.empty()) {
                std::sort(pair.shifts.begin(), pair.shifts.end());
                offset.median = Duration(pair.shifts[(pair.shifts.size() + 1) / 2 - 1]);
                offset.least = Duration(pair.shifts.front());
                offset.most = Duration(pair.shifts.back());
            }
            offsets.push_back(offset);
        }
        std::stable_sort(offsets.begin(), offsets.end(),
                         [](const HostOffset& a, const HostOffset& b) { return a.shifted > b.shifted; });
        return offsets;
    }

private:
    struct Pair {
        std::uint32_t compared = 0, overLimit = 0;
        std::vector<std::int64_t> shifts; // ns
    };

    [[nodiscard]] std::pair<StringId, StringId> pairOf(const TreeSpan& span, const SpanTree& tree) const {
        return {m_spans.host[tree.spans[span.parent].row.index()], m_spans.host[span.row.index()]};
    }

    const SpanTable& m_spans;
    Duration m_limit;
    std::map<std::pair<StringId, StringId>, Pair> m_pairs;
};

} // namespace

std::vector<HostOffset> clockOffsetsOf(TraceRow trace, const SpanTable& spans, Duration limit) {
    Offsets offsets(spans, limit);
    offsets.add(trace);
    return offsets.take();
}

std::vector<HostOffset> clockOffsetsOf(const SpanTable& spans, Duration limit, const CancelToken& cancel) {
    Offsets offsets(spans, limit);
    for (std::size_t trace = 0; trace < spans.traces.size(); ++trace) {
        if (cancel.cancelled()) return {};
        offsets.add(TraceRow(trace));
    }
    return offsets.take();
}

} // namespace hallway
