#include "store/FigureRows.h"

#include "store/RecordBuilder.h"

#include <vector>

namespace hallway {

namespace {

/// Calls lie by edge, their spans by trace: almost every look at a span misses the processor's caches, unless
/// it is asked for this many calls ahead.
constexpr std::uint32_t callsAhead = 16;

void fetch(SpanRow span, const SpanTable& spans) {
    if (!span.valid()) return;
    __builtin_prefetch(&spans.start[span.index()]);
    __builtin_prefetch(&spans.end[span.index()]);
    __builtin_prefetch(&spans.flags[span.index()]);
    __builtin_prefetch(&spans.storeRow[span.index()]);
}

/// Makes one row after the other; `call` must ascend.
class CallRecords {
public:
    CallRecords(const SpanTable& spans, const CallTable& calls) : m_spans(spans), m_calls(calls) {}

    std::string_view recordOf(CallRow call, std::uint64_t edge) {
        if (const std::size_t ahead = call.index() + callsAhead; ahead < m_calls.size()) {
            fetch(m_calls.client[ahead], m_spans);
            fetch(m_calls.server[ahead], m_spans);
        }
        m_record.clear();
        m_record.addNull(); // the row's number
        m_record.add(edge);
        m_record.add(nanosecondsOf(m_calls.time[call.index()]));
        addStoreRow(m_calls.client[call.index()]);
        addStoreRow(m_calls.server[call.index()]);
        m_record.add(std::int64_t{m_calls.flags[call.index()]});
        addTime(m_calls.clientDuration(call, m_spans));
        addTime(m_calls.serverDuration(call, m_spans));
        const bool delivered = m_next < m_calls.delivered.size() && m_calls.delivered[m_next] == call;
        addTime(delivered ? std::optional(m_calls.delivery[m_next++]) : std::nullopt);
        return m_record.bytes();
    }

private:
    void addStoreRow(SpanRow span) {
        m_record.add(span.valid() ? m_spans.storeRow[span.index()] : StoreRow());
    }
    void addTime(std::optional<Duration> time) {
        time ? m_record.add(std::int64_t{time->count()}) : m_record.addNull();
    }

    const SpanTable& m_spans;
    const CallTable& m_calls;
    std::size_t m_next = 0; ///< the delivery of this call or a later one
    RecordBuilder m_record;
};

} // namespace

Status writeCalls(TableBuilder& rows, const SpanTable& spans, const CallTable& calls) {
    CallRecords records(spans, calls);
    for (std::size_t edge = 0; edge < calls.edges.size(); ++edge) {
        const std::uint32_t first = calls.edges[edge].firstCall, count = calls.edges[edge].callCount;
        for (std::uint32_t call = first; call < first + count; ++call) {
            Status written = rows.append(call, records.recordOf(CallRow(call), edge));
            if (!written) return written;
        }
    }
    return {};
}

Status writeFailedSpans(TableBuilder& rows, const SpanTable& spans) {
    std::vector<bool> failed; // in the order of arrival, which is not the table's
    for (std::size_t i = 0; i < spans.size(); ++i) {
        if (!spans.flags[i].has(SpanFlag::Failed)) continue;
        const std::size_t row = spans.storeRow[i].index();
        if (row >= failed.size()) failed.resize(row + 1, false);
        failed[row] = true;
    }
    RecordBuilder record;
    record.addNull(); // nothing but the row's number
    for (std::uint32_t row = 0; row < failed.size(); ++row) {
        if (!failed[row]) continue;
        if (Status written = rows.append(row, record.bytes()); !written) return written;
    }
    return {};
}

} // namespace hallway
