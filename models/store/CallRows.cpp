#include "store/FigureRows.h"

#include "store/RecordBuilder.h"

#include <algorithm>

namespace hallway {

Status writeCalls(TableBuilder& rows, const SpanTable& spans, const CallTable& calls) {
    RecordBuilder record;
    const auto addStoreRow = [&](SpanRow span) {
        record.add(span.valid() ? spans.storeRow[span.index()] : StoreRow());
    };
    const auto addTime = [&](std::optional<Duration> time) {
        time ? record.add(std::int64_t{time->count()}) : record.addNull();
    };
    auto delivery = calls.delivery.begin(); // sorted like the calls
    for (std::size_t edge = 0; edge < calls.edges.size(); ++edge)
        for (std::uint32_t i = 0; i < calls.edges[edge].callCount; ++i) {
            const CallRow call(calls.edges[edge].firstCall + i);
            record.clear();
            record.addNull(); // the row's number
            record.add(std::uint64_t{edge});
            record.add(nanosecondsOf(calls.time[call.index()]));
            addStoreRow(calls.client[call.index()]);
            addStoreRow(calls.server[call.index()]);
            record.add(std::int64_t{calls.flags[call.index()]});
            addTime(calls.clientDuration(call, spans));
            addTime(calls.serverDuration(call, spans));
            const bool delivered = delivery != calls.delivery.end() && delivery->first == call;
            addTime(delivered ? std::optional((delivery++)->second) : std::nullopt);
            if (Status written = rows.append(call.value(), record.bytes()); !written) return written;
        }
    return {};
}

Status writeFailedSpans(TableBuilder& rows, const SpanTable& spans) {
    std::vector<StoreRow> failed; // few, and the table's order is not that of arrival
    for (std::size_t i = 0; i < spans.size(); ++i)
        if (spans.flags[i].has(SpanFlag::Failed)) failed.push_back(spans.storeRow[i]);
    std::sort(failed.begin(), failed.end());
    RecordBuilder record;
    record.addNull(); // nothing but the row's number
    for (const StoreRow row : failed)
        if (Status written = rows.append(row.value(), record.bytes()); !written) return written;
    return {};
}

} // namespace hallway
