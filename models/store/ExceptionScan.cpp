#include "store/ExceptionScan.h"

#include "store/RowChecksum.h"
#include "store/SpanRowCodec.h"
#include "store/SqlError.h"
#include "store/TableReader.h"
#include "trace/Event.h"
#include "trace/KnownKeys.h"

#include <string>

namespace hallway {

Status ExceptionScan::run(std::span<const Database> connections, const CancelToken& cancel) const {
    const Database& database = connections.front();
    const StringId exception = m_strings.find("exception");
    if (!exception.valid()) return {};
    auto rows = TableReader::open(database, "span_row", {}, cancel);
    if (!rows) return fail(rows.error());
    for (;;) {
        const auto more = rows->next();
        if (!more) return fail(more.error());
        if (!*more) break;
        const StoreRow row(rows->row());
        if (row.index() >= m_wanted.size()) break; // rows ascend
        if (!m_wanted[row.index()]) continue;
        auto span = readAttributes(rows->record(), SpanPart::Events);
        if (!span && !rows->isWhole()) {
            const auto record = rows->wholeRecord();
            if (!record) return fail(record.error());
            span = readAttributes(*record, SpanPart::Events);
        }
        if (!span || !visitEvents(row, span->events, exception))
            return damaged(database, "span " + std::to_string(row.value()));
    }
    if (cancel.cancelled()) return fail(ErrorCode::Cancelled);
    return {};
}

bool ExceptionScan::visitEvents(StoreRow row, std::string_view packed, StringId exception) const {
    while (!packed.empty()) {
        const auto event = takeEvent(packed);
        if (!event) return false;
        if (event->name != exception) continue;
        ExceptionEvent found{row, event->time, {}, {}, {}};
        AttributeReader attributes(event->attributes, m_strings);
        while (const auto attribute = attributes.next()) {
            if (!attribute->isText() && attribute->type != ValueType::Json) continue;
            const std::string_view key = m_strings.text(attribute->key);
            if (key == "exception.type") found.type = attribute->text;
            if (key == "exception.message") found.message = attribute->text;
            if (key == "exception.stacktrace") found.stackTrace = attribute->text;
        }
        m_visit(found);
    }
    return true;
}

} // namespace hallway
