// Passing all rows of a capture's spans on several connections at once.
#pragma once

#include "base/Cancellation.h"
#include "base/Result.h"
#include "store/Database.h"
#include "store/RowChecksum.h"
#include "store/SpanRowCodec.h"
#include "store/TableReader.h"

#include <future>
#include <optional>
#include <span>
#include <string>
#include <system_error>
#include <vector>

namespace hallway {

/// One thread for each connection, all of the same capture; at least one. Each begins with a copy of `begin`,
/// a part, and calls part.add(row number, record, attributes) for each of its rows, which are parts of the
/// table in its order; false: the row is damaged. `last`: nothing behind it is read. Errors: CacheDamaged,
/// Cancelled.
template <class Part>
[[nodiscard]] Result<std::vector<Part>> scanRows(std::span<const Database> connections, SpanPart last,
                                                 const Part& begin, const CancelToken& cancel) {
    const auto scan = [&](const Database& database, TableReader::Piece piece) -> Result<Part> {
        auto rows = TableReader::open(database, "span_row", piece, cancel);
        if (!rows) return fail(rows.error());
        Part part(begin);
        for (;;) {
            const auto more = rows->next();
            if (!more) return fail(more.error());
            if (!*more) return part;
            std::string_view record = rows->record();
            auto attributes = readAttributes(record, last);
            if (!attributes && !rows->isWhole()) {
                const auto whole = rows->wholeRecord();
                if (!whole) return fail(whole.error());
                record = *whole;
                attributes = readAttributes(record, last);
            }
            if (!attributes || !part.add(rows->row(), record, *attributes))
                return damaged(database, "span " + std::to_string(rows->row()));
        }
    };
    std::vector<std::future<Result<Part>>> running;
    for (std::size_t i = 0; i < connections.size(); ++i) {
        const auto one = [&, i] { return scan(connections[i], {i, connections.size()}); };
        try {
            running.push_back(std::async(std::launch::async, one));
        } catch (const std::system_error&) { // no more threads: when it is asked for
            running.push_back(std::async(std::launch::deferred, one));
        }
    }
    std::vector<Part> parts;
    std::optional<Error> error;
    for (auto& one : running) {
        auto part = one.get();
        if (part)
            parts.push_back(std::move(*part));
        else if (!error)
            error = part.error();
    }
    if (cancel.cancelled()) return fail(ErrorCode::Cancelled);
    if (error) return fail(std::move(*error));
    return parts;
}

} // namespace hallway
