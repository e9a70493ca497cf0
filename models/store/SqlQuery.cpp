#include "store/SqlQuery.h"

#include "store/AttributeFunction.h"
#include "store/CaptureFile.h"
#include "store/SqlError.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <optional>

namespace hallway {

namespace {

bool isHarmlessPragma(std::string_view name) {
    static constexpr std::array<std::string_view, 4> harmless{"table_info", "table_xinfo", "table_list",
                                                              "function_list"};
    return std::find(harmless.begin(), harmless.end(), name) != harmless.end();
}

/// What a statement may read.
struct Permission {
    bool figures = true;      ///< of `edges` and `services`, and not their names alone
    bool wasExceeded = false; ///< by the statement
};

/// No column: rows are counted.
bool isFigure(std::string_view table, std::string_view column) {
    if (table == "edges")
        return column != "edge" && column != "caller" && column != "callee" && column != "class";
    return table == "services" && column != "service" && column != "name" && column != "namespace" &&
           column != "kind";
}

/// Asked by SQLite while it compiles: reading is all there is.
int authorise(void* data, int action, const char* first, const char* second, const char*, const char*) {
    auto& permission = *static_cast<Permission*>(data);
    switch (action) {
    case SQLITE_READ:
        if (permission.figures || !first || !isFigure(first, second ? second : "")) return SQLITE_OK;
        permission.wasExceeded = true;
        return SQLITE_DENY;
    case SQLITE_SELECT:
    case SQLITE_RECURSIVE:
        return SQLITE_OK;
    case SQLITE_FUNCTION:
        return second && sqlite3_stricmp(second, "load_extension") == 0 ? SQLITE_DENY : SQLITE_OK;
    // Asked when a table function such as json_each() is first named; the defensive mode refuses it in
    // earnest.
    case SQLITE_UPDATE:
        return first && std::string_view(first) == "sqlite_master" ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_PRAGMA:
        return first && isHarmlessPragma(first) ? SQLITE_OK : SQLITE_DENY;
    default:
        return SQLITE_DENY;
    }
}

Result<Statement> prepareOnly(const Database& database, std::string_view sql) {
    sqlite3* const handle = database.handle();
    sqlite3_stmt* compiled = nullptr;
    const char* rest = nullptr;
    const int code =
        sqlite3_prepare_v3(handle, sql.data(), static_cast<int>(sql.size()), 0, &compiled, &rest);
    if (code != SQLITE_OK) return fail(errorOf(handle, code));
    Statement statement(compiled);
    if (!compiled) return fail(ErrorCode::SqlRefused, {"no statement"});

    sqlite3_stmt* next = nullptr; // none for blanks and comments
    const auto left = static_cast<int>(sql.data() + sql.size() - rest);
    const int nextCode = sqlite3_prepare_v3(handle, rest, left, 0, &next, nullptr);
    const Statement surplus(next);
    if (nextCode != SQLITE_OK || next) return fail(ErrorCode::SqlRefused, {"more than one statement"});
    if (sqlite3_stmt_readonly(compiled) == 0) return fail(ErrorCode::SqlRefused, {"a capture is only read"});
    return statement;
}

} // namespace

struct SqlQuery::Parts {
    Database database;
    std::optional<ChosenRows> chosen;
    Permission permission;
    std::unique_ptr<AttributeFunction> attributes;
    std::optional<Statement> statement; // behind what it uses, so that it goes first
    std::vector<std::string> columns;
};

SqlQuery::SqlQuery(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
SqlQuery::SqlQuery(SqlQuery&&) noexcept = default;
SqlQuery::~SqlQuery() = default;

Result<SqlQuery> SqlQuery::prepare(const std::string& capturePath, std::string_view sql, CancelToken cancel,
                                   std::optional<ChosenRows> chosen) {
    auto database = openCapture(capturePath);
    if (!database) return fail(database.error());
    std::unique_ptr<Parts> parts(
        new Parts{std::move(*database), std::move(chosen), {}, nullptr, std::nullopt, {}});
    parts->database.cancelWith(std::move(cancel));
    auto attributes = AttributeFunction::addTo(parts->database);
    if (!attributes) return fail(asDamage(attributes.error(), capturePath));
    parts->attributes = std::move(*attributes);
    if (parts->chosen) {
        if (const Status shown = showOnly(*parts->chosen, parts->database); !shown)
            return fail(asDamage(shown.error(), capturePath));
        parts->permission.figures = false;
    }
    sqlite3_set_authorizer(parts->database.handle(), authorise, &parts->permission);
    auto statement = prepareOnly(parts->database, sql);
    if (parts->permission.wasExceeded)
        return fail(ErrorCode::SqlRefused,
                    {"edges and services hold the figures of everything, not of what the filter names"});
    if (!statement) return fail(statement.error());
    parts->statement.emplace(std::move(*statement));
    for (int column = 0; column < parts->statement->columnCount(); ++column)
        parts->columns.emplace_back(sqlite3_column_name(parts->statement->handle(), column));
    return SqlQuery(std::move(parts));
}

const std::vector<std::string>& SqlQuery::columns() const { return m_parts->columns; }

Result<bool> SqlQuery::next() { return m_parts->statement->step(); }

SqlCell SqlQuery::cell(std::size_t column) const {
    const Statement& row = *m_parts->statement;
    const auto index = static_cast<int>(column);
    switch (row.type(index)) {
    case CellType::Null:
        return std::monostate();
    case CellType::Integer:
        return row.integer(index);
    case CellType::Real:
        return row.real(index);
    case CellType::Text:
        return row.text(index);
    case CellType::Blob:
        return SqlBytes{row.blob(index)};
    }
    return std::monostate();
}

} // namespace hallway
