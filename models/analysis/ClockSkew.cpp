#include "analysis/ClockSkew.h"

namespace hallway {

namespace {

/// Saturates: a file may hold any time.
Timestamp shifted(Timestamp time, Duration delta) {
    std::int64_t sum = 0;
    if (__builtin_add_overflow(nanosecondsOf(time), delta.count(), &sum))
        return delta < Duration::zero() ? Timestamp::min() : Timestamp::max();
    return timestampOf(sum);
}

/// How far the child's clock is behind the parent's, so far as the times can tell (calls.md 2.5).
Duration skewOf(const TreeSpan& child, const TreeSpan& parent) {
    const Duration parentLasts = parent.end - parent.start;
    const Duration childLasts = child.end - child.start;
    if (childLasts > parentLasts)
        return child.start < parent.start ? parent.start - child.start : Duration::zero();
    if (child.start >= parent.start && child.end <= parent.end) return Duration::zero();
    return parent.start + (parentLasts - childLasts) / 2 - child.start;
}

} // namespace

bool comparesClocks(const TreeSpan& child, const TreeSpan& parent, const SpanTable& spans) {
    const auto isNamed = [](StringId host) { return host.valid() && host != StringId(std::uint32_t{0}); };
    const StringId host = spans.host[child.row.index()];
    if (spans.flags[child.row.index()].has(SpanFlag::SkewCorrected)) return false;
    if (isNamed(host) && host == spans.host[parent.row.index()]) return false;
    // Waiting in a queue is no skew, and a time that is not known proves none.
    const bool throughQueue =
        spans.kind(parent.row) == SpanKind::Producer && spans.kind(child.row) == SpanKind::Consumer;
    return !throughQueue && spans.hasPlace(child.row) && spans.hasPlace(parent.row);
}

std::vector<SkewShift> adjustClocks(std::vector<TreeSpan>& tree, const SpanTable& spans, Duration limit) {
    struct Clock {
        Duration delta{};
        StringId host;
    };
    const auto isNamed = [](StringId host) { return host.valid() && host != StringId(std::uint32_t{0}); };

    std::vector<SkewShift> shifts;
    std::vector<Clock> clocks(tree.size());
    for (std::uint32_t index = 0; index < tree.size(); ++index) {
        TreeSpan& span = tree[index];
        const StringId host = spans.host[span.row.index()];
        Clock& clock = clocks[index];
        clock.host = host;
        if (span.parent == TreeSpan::none) continue;

        const TreeSpan& parent = tree[span.parent];
        const bool corrected = spans.flags[span.row.index()].has(SpanFlag::SkewCorrected);
        if (!corrected && isNamed(host) && host == clocks[span.parent].host) {
            clock = clocks[span.parent];
        } else if (comparesClocks(span, parent, spans)) {
            const Duration delta = skewOf(span, parent);
            const bool applied = -limit <= delta && delta <= limit;
            if (delta != Duration::zero()) shifts.push_back({index, delta, applied});
            if (applied) clock.delta = delta;
        }
        if (spans.hasPlace(span.row)) {
            span.start = shifted(span.start, clock.delta);
            span.end = shifted(span.end, clock.delta);
        } else {
            span.start = span.end = parent.start;
        }
    }
    return shifts;
}

} // namespace hallway
