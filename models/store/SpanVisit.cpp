#include "store/SpanVisit.h"

#include "store/RowChecksum.h"
#include "store/SpanRowCodec.h"
#include "store/TableReader.h"

#include <future>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

namespace hallway {

namespace {

Status visitPiece(const Database& database, TableReader::Piece piece, SpanVisitor& visitor,
                  const CancelToken& cancel) {
    auto rows = TableReader::open(database, "span_row", piece, cancel);
    if (!rows) return fail(rows.error());
    for (;;) {
        const auto more = rows->next();
        if (!more) return fail(more.error());
        if (!*more) return {};
        if (!visitor.wants(StoreRow(rows->row()))) continue;
        auto span = readAttributes(rows->record(), SpanPart::Attributes);
        if (!span && !rows->isWhole()) {
            const auto record = rows->wholeRecord();
            if (!record) return fail(record.error());
            span = readAttributes(*record, SpanPart::Attributes);
        }
        if (!span) return damaged(database, "span " + std::to_string(rows->row()));
        visitor.visit({StoreRow(rows->row()), span->resource, span->attributes});
    }
}

} // namespace

Status SpanVisit::run(std::span<const Database> connections, const CancelToken& cancel) const {
    std::vector<std::future<Status>> parts;
    for (std::size_t i = 0; i < connections.size(); ++i) {
        const auto part = [&, i] {
            return visitPiece(connections[i], {i, connections.size()}, *visitors[i], cancel);
        };
        try {
            parts.push_back(std::async(std::launch::async, part));
        } catch (const std::system_error&) { // no more threads: when it is asked for
            parts.push_back(std::async(std::launch::deferred, part));
        }
    }
    std::optional<Error> error;
    for (auto& part : parts)
        if (const Status visited = part.get(); !visited && !error) error = visited.error();
    if (cancel.cancelled()) return fail(ErrorCode::Cancelled);
    if (error) return fail(std::move(*error));
    return {};
}

} // namespace hallway
