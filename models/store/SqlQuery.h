// One SELECT of a person on a capture (`hallway sql`), read-only whatever it says. docs/sql.md is its manual.
#pragma once

#include "base/Cancellation.h"
#include "base/Result.h"
#include "store/ChosenRows.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace hallway {

/// A value of a result; monostate is NULL. Views are valid until the next step.
struct SqlBytes {
    std::string_view bytes;
};
using SqlCell = std::variant<std::monostate, std::int64_t, double, std::string_view, SqlBytes>;

/// One thread.
class SqlQuery {
public:
    /// Beside SQLite's own functions there is attr(span, key): the attribute of a span, else of its resource;
    /// NULL if it has neither. Integers, doubles and texts come as such, booleans as 1 and 0, lists as JSON
    /// text, bytes as base64. With `chosen`, `spans` and `calls` hold those alone, and of `edges` and
    /// `services` the names alone: their figures are of everything, and refused. Errors: SqlRefused
    /// (message), those of CaptureReader::open().
    [[nodiscard]] static Result<SqlQuery> prepare(const std::string& capturePath, std::string_view sql,
                                                  CancelToken cancel = {},
                                                  std::optional<ChosenRows> chosen = std::nullopt);
    SqlQuery(SqlQuery&&) noexcept;
    SqlQuery& operator=(SqlQuery&&) = delete;
    ~SqlQuery();

    [[nodiscard]] const std::vector<std::string>& columns() const;
    /// To the next row; false after the last. Errors: SqlRefused, Cancelled, DiskFull (of large sorts),
    /// CacheDamaged.
    [[nodiscard]] Result<bool> next();
    /// Of the current row.
    [[nodiscard]] SqlCell cell(std::size_t column) const;

private:
    struct Parts;
    explicit SqlQuery(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace hallway
