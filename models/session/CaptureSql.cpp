#include "session/CaptureSql.h"

#include "session/Capture.h"
#include "store/SqlQuery.h"

namespace hallway {

namespace {

/// By the numbers of the tables.
ChosenRows rowsOf(const Chosen& chosen, const SpanTable& spans) {
    ChosenRows rows;
    chosen.spans.forEach([&](SpanRow span) {
        const std::size_t row = spans.storeRow[span.index()].index();
        if (row >= rows.spans.size()) rows.spans.resize(row + 1, false);
        rows.spans[row] = true;
    });
    rows.calls.resize(chosen.calls.rows(), false);
    chosen.calls.forEach([&rows](CallRow call) { rows.calls[call.index()] = true; });
    return rows;
}

} // namespace

CaptureSql::CaptureSql(std::unique_ptr<SqlQuery> query) : m_query(std::move(query)) {}
CaptureSql::CaptureSql(CaptureSql&&) noexcept = default;
CaptureSql::~CaptureSql() = default;

Result<CaptureSql> CaptureSql::prepare(const Capture& capture, std::string_view sql, const Chosen* chosen) {
    auto query = SqlQuery::prepare(capture.file(), sql, {},
                                   chosen ? std::optional(rowsOf(*chosen, capture.spans())) : std::nullopt);
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
