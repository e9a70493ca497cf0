// A person's SELECT on an open capture (docs/sql.md), one row at a time.
#pragma once

#include "analysis/Subset.h"
#include "base/Result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace hallway {

class Capture;
class SqlQuery;

/// A value of a result; monostate is NULL. Views are valid until the next row.
struct BinaryValue {
    std::string_view bytes;
};
using CellValue = std::variant<std::monostate, std::int64_t, double, std::string_view, BinaryValue>;

/// One thread; the capture must outlive it.
class CaptureSql {
public:
    /// Read-only whatever the text says. With `chosen`, `spans` and `calls` hold those alone, and the figures
    /// in `edges` and `services` are refused. Errors: SqlRefused, CacheDamaged.
    [[nodiscard]] static Result<CaptureSql> prepare(const Capture& capture, std::string_view sql,
                                                    const Chosen* chosen = nullptr);
    CaptureSql(CaptureSql&&) noexcept;
    CaptureSql& operator=(CaptureSql&&) = delete;
    ~CaptureSql();

    [[nodiscard]] const std::vector<std::string>& columns() const;
    /// To the next row; false after the last. Errors: SqlRefused, DiskFull (of large sorts), CacheDamaged.
    [[nodiscard]] Result<bool> next();
    /// Of the current row.
    [[nodiscard]] CellValue cell(std::size_t column) const;

private:
    explicit CaptureSql(std::unique_ptr<SqlQuery> query);
    std::unique_ptr<SqlQuery> m_query;
};

} // namespace hallway
