#include "store/ColumnCheck.h"

#include <algorithm>
#include <functional>
#include <limits>

namespace hallway {

namespace {

constexpr std::size_t maximumRows = std::numeric_limits<std::uint32_t>::max();

template <class Id>
bool within(Id id, std::size_t size) {
    return id.index() < size;
}

template <class Id>
bool withinOrNone(Id id, std::size_t size) {
    return !id.valid() || id.index() < size;
}

bool haveDuration(Timestamp start, Timestamp end) {
    std::int64_t difference = 0;
    return end >= start && !__builtin_sub_overflow(nanosecondsOf(end), nanosecondsOf(start), &difference);
}

bool equalLengths(const SpanTable& spans) {
    const std::size_t size = spans.start.size();
    return size < maximumRows && spans.end.size() == size && spans.id.size() == size &&
           spans.parent.size() == size && spans.node.size() == size && spans.name.size() == size &&
           spans.host.size() == size && spans.storeRow.size() == size && spans.flags.size() == size &&
           spans.kindAndStatus.size() == size;
}

bool equalLengths(const TraceTable& traces) {
    const std::size_t size = traces.size();
    return traces.idHigh.size() == size && traces.idLow.size() == size && traces.idIsOpaque.size() == size;
}

bool equalLengths(const CallTable& calls) {
    const std::size_t size = calls.time.size();
    return size < maximumRows && calls.client.size() == size && calls.server.size() == size &&
           calls.entry.size() == size && calls.flags.size() == size &&
           calls.delivered.size() == calls.delivery.size();
}

bool validSpan(const SpanTable& spans, std::size_t i, const CallTable& calls, const StringPool& strings) {
    const std::uint8_t packed = spans.kindAndStatus[i];
    const bool opaque = (packed & 0x40) != 0;
    return haveDuration(spans.start[i], spans.end[i]) && within(spans.node[i], calls.nodes.size()) &&
           calls.nodes[spans.node[i].index()].kind == NodeKind::Service &&
           withinOrNone(spans.name[i], strings.size()) && withinOrNone(spans.host[i], strings.size()) &&
           spans.storeRow[i].valid() && (packed & 0x0f) <= static_cast<unsigned>(SpanKind::Consumer) &&
           ((packed >> 4) & 3) <= static_cast<unsigned>(SpanStatus::Error) && (packed & 0x80) == 0 &&
           (!opaque || spans.id[i] < strings.size());
}

/// Marks the rows of one trace; `mark` holds for each row the walk that reached it first, none = 0.
class ParentWalk {
public:
    explicit ParentWalk(const SpanTable& spans) : m_spans(&spans), m_walkOf(spans.size(), 0) {}

    /// False if a row of the trace has a parent outside it, or is its own ancestor.
    [[nodiscard]] bool isForest(const TraceEntry& trace) {
        const std::size_t first = trace.firstSpan, end = first + trace.spanCount;
        for (std::size_t row = first; row < end; ++row) {
            ++m_walk;
            for (std::size_t at = row; m_walkOf[at] == 0;) {
                m_walkOf[at] = m_walk;
                const SpanRow parent = m_spans->parent[at];
                if (!parent.valid()) break;
                if (parent.index() < first || parent.index() >= end) return false;
                at = parent.index();
                if (m_walkOf[at] == m_walk) return false;
            }
        }
        return true;
    }

private:
    const SpanTable* m_spans;
    std::vector<std::uint32_t> m_walkOf;
    std::uint32_t m_walk = 0;
};

bool validTraces(const SpanTable& spans, const StringPool& strings) {
    std::size_t next = 0;
    ParentWalk walk(spans);
    for (std::size_t index = 0; index < spans.traces.size(); ++index) {
        const std::size_t end = spans.traces.endSpan[index];
        if (end <= next || end > spans.size()) return false;
        next = end;
        const TraceEntry trace = spans.traces[index];
        if (spans.traces.idIsOpaque[index] > 1) return false;
        if (trace.id.opaque && trace.id.low >= strings.size()) return false;
        const auto first = spans.start.begin() + static_cast<std::ptrdiff_t>(trace.firstSpan);
        if (!std::is_sorted(first, first + static_cast<std::ptrdiff_t>(trace.spanCount))) return false;
        if (!walk.isForest(trace)) return false;
    }
    return next == spans.size();
}

bool validEdges(const CallTable& calls) {
    std::size_t next = 0;
    for (const Edge& edge : calls.edges) {
        if (edge.firstCall != next || edge.callCount == 0 || edge.callCount > calls.size() - next)
            return false;
        if (!within(edge.caller, calls.nodes.size()) || !within(edge.callee, calls.nodes.size()) ||
            edge.callClass > CallClass::Unpaired)
            return false;
        next += edge.callCount;
        const auto first = calls.time.begin() + static_cast<std::ptrdiff_t>(edge.firstCall);
        if (!std::is_sorted(first, first + static_cast<std::ptrdiff_t>(edge.callCount))) return false;
    }
    return next == calls.size();
}

bool validCall(const CallTable& calls, std::size_t i, std::size_t spans) {
    return withinOrNone(calls.client[i], spans) && withinOrNone(calls.server[i], spans) &&
           withinOrNone(calls.entry[i], spans) &&
           calls.flags[i] >> 12 <= static_cast<int>(FailureKind::Other);
}

bool validDelivery(const CallTable& calls) {
    const auto& delivered = calls.delivered;
    return std::adjacent_find(delivered.begin(), delivered.end(), std::greater_equal()) == delivered.end() &&
           (delivered.empty() || within(delivered.back(), calls.size()));
}

} // namespace

std::optional<std::string> findFault(const SpanTable& spans, const CallTable& calls,
                                     const StringPool& strings) {
    if (!equalLengths(spans)) return "span columns of unequal length";
    for (std::size_t i = 0; i < spans.size(); ++i)
        if (!validSpan(spans, i, calls, strings)) return "span " + std::to_string(i);
    if (!equalLengths(spans.traces)) return "trace columns of unequal length";
    if (!validTraces(spans, strings)) return "traces";
    if (!equalLengths(calls)) return "call columns of unequal length";
    for (std::size_t i = 0; i < calls.size(); ++i)
        if (!validCall(calls, i, spans.size())) return "call " + std::to_string(i);
    if (!validEdges(calls)) return "edges";
    if (!validDelivery(calls)) return "delivery times";
    return std::nullopt;
}

} // namespace hallway
