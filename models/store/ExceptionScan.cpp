#include "store/ExceptionScan.h"

#include "store/RowScan.h"
#include "trace/Event.h"

namespace hallway {

struct ExceptionScan::Reading {
    const ExceptionScan* scan;
    StringId exception; ///< how such events are called

    [[nodiscard]] bool wants(std::uint32_t row) const { return scan->m_wanted[row]; }
    [[nodiscard]] bool add(std::uint32_t row, std::string_view, const SpanRowAttributes& span) const {
        return scan->visitEvents(StoreRow(row), span.events, exception);
    }
};

Status ExceptionScan::run(std::span<const Database> connections, const CancelToken& cancel) const {
    const StringId exception = m_strings.find("exception");
    if (!exception.valid()) return {};
    const auto read = scanPiece(connections.front(), {}, SpanPart::Events, Reading{this, exception}, cancel,
                                static_cast<std::uint32_t>(m_wanted.size()));
    if (cancel.cancelled()) return fail(ErrorCode::Cancelled);
    return read ? Status() : fail(read.error());
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
