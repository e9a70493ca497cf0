#include "store/SpanVisit.h"

#include "store/RowScan.h"

#include <vector>

namespace hallway {

namespace {

struct Shown {
    SpanVisitor* visitor;

    [[nodiscard]] bool wants(std::uint32_t row) const { return visitor->wants(StoreRow(row)); }
    [[nodiscard]] bool add(std::uint32_t row, std::string_view, const SpanRowAttributes& span) const {
        visitor->visit({StoreRow(row), span.resource, span.attributes});
        return true;
    }
};

} // namespace

Status SpanVisit::run(std::span<const Database> connections, const CancelToken& cancel) const {
    std::vector<Shown> parts;
    for (SpanVisitor* const visitor : visitors)
        parts.push_back({visitor});
    const auto shown = scanRows(connections, SpanPart::Attributes, parts, cancel);
    return shown ? Status() : fail(shown.error());
}

} // namespace hallway
