// Passing the rows of a capture's spans, on several connections at once.
#pragma once

#include "base/Cancellation.h"
#include "base/Result.h"
#include "store/Database.h"
#include "store/RowChecksum.h"
#include "store/SpanRowCodec.h"
#include "store/TableReader.h"

#include <cstdint>
#include <future>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <system_error>
#include <vector>

namespace hallway {

inline constexpr std::uint32_t allRows = std::numeric_limits<std::uint32_t>::max();

/// Calls part.add(row number, record, attributes) for each row of a piece of the table, in its order; false:
/// the row is damaged. If there is a part.wants(row number) it is asked first: rows it does not want are not
/// unpacked. `last`: nothing behind it is read; `end`: nor are rows from there on. Errors: CacheDamaged,
/// Cancelled.
template <class Part>
[[nodiscard]] Result<Part> scanPiece(const Database& database, TableReader::Piece piece, SpanPart last,
                                     Part part, const CancelToken& cancel, std::uint32_t end = allRows) {
    auto rows = TableReader::open(database, "span_row", piece, cancel);
    if (!rows) return fail(rows.error());
    for (;;) {
        const auto more = rows->next();
        if (!more) return fail(more.error());
        if (!*more || rows->row() >= end) return part;
        if constexpr (requires { part.wants(rows->row()); })
            if (!part.wants(rows->row())) continue;
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
}

/// As scanPiece(), each of `begins` on a thread of its own: one for each connection, all of the same capture;
/// at least one. What they have become, in the order of the rows.
template <class Part>
[[nodiscard]] Result<std::vector<Part>> scanRows(std::span<const Database> connections, SpanPart last,
                                                 std::vector<Part> begins, const CancelToken& cancel,
                                                 std::uint32_t end = allRows) {
    std::vector<std::future<Result<Part>>> running;
    for (std::size_t i = 0; i < connections.size(); ++i) {
        const auto one = [&, i] {
            return scanPiece(connections[i], {i, connections.size()}, last, std::move(begins[i]), cancel,
                             end);
        };
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

/// As many copies as there are connections.
template <class Part>
[[nodiscard]] std::vector<Part> forEach(std::span<const Database> connections, const Part& begin) {
    return std::vector<Part>(connections.size(), begin);
}

} // namespace hallway
