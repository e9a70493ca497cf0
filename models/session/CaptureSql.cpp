#include "session/CaptureSql.h"

#include "session/Capture.h"
#include "store/SqlQuery.h"

namespace hallway {

CaptureSql::CaptureSql(std::unique_ptr<SqlQuery> query) : m_query(std::move(query)) {}
CaptureSql::CaptureSql(CaptureSql&&) noexcept = default;
CaptureSql::~CaptureSql() = default;

Result<CaptureSql> CaptureSql::prepare(const Capture& capture, std::string_view sql) {
    auto query = SqlQuery::prepare(capture.file(), sql);
    if (!query) return fail(query.error());
    return CaptureSql(std::make_unique<SqlQuery>(std::move(*query)));
}

const std::vector<std::string>& CaptureSql::columns() const { return m_query->columns(); }

Result<bool> CaptureSql::next() { return m_query->next(); }

CellValue CaptureSql::cell(std::size_t column) const {
    const SqlCell cell = m_query->cell(column);
    if (const auto* integer = std::get_if<std::int64_t>(&cell)) return *integer;
    if (const auto* real = std::get_if<double>(&cell)) return *real;
    if (const auto* text = std::get_if<std::string_view>(&cell)) return *text;
    if (const auto* binary = std::get_if<SqlBytes>(&cell)) return BinaryValue{binary->bytes};
    return std::monostate();
}

} // namespace hallway
