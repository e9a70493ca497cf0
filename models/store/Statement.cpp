#include "store/Statement.h"

#include "store/SqlError.h"

#include <sqlite3.h>

namespace hallway {

void Statement::Finalizer::operator()(sqlite3_stmt* handle) const { sqlite3_finalize(handle); }

void Statement::bind(int parameter, std::int64_t value) {
    note(sqlite3_bind_int64(m_handle.get(), parameter, value));
}

void Statement::bind(int parameter, double value) {
    note(sqlite3_bind_double(m_handle.get(), parameter, value));
}

void Statement::bindNull(int parameter) { note(sqlite3_bind_null(m_handle.get(), parameter)); }

void Statement::bindText(int parameter, std::string_view value) {
    // A null pointer would bind NULL.
    const char* const data = value.data() ? value.data() : "";
    note(sqlite3_bind_text64(m_handle.get(), parameter, data, value.size(), SQLITE_STATIC, SQLITE_UTF8));
}

void Statement::bindBlob(int parameter, std::string_view value) {
    const char* const data = value.data() ? value.data() : "";
    note(sqlite3_bind_blob64(m_handle.get(), parameter, data, value.size(), SQLITE_STATIC));
}

Result<bool> Statement::step() {
    sqlite3* const database = sqlite3_db_handle(m_handle.get());
    if (m_bindFailure != 0) return fail(errorOf(database, std::exchange(m_bindFailure, 0)));
    const int code = sqlite3_step(m_handle.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    return fail(errorOf(database, code));
}

Status Statement::run() {
    Result<bool> more = true;
    while (more && *more)
        more = step();
    reset();
    if (!more) return fail(more.error());
    return {};
}

void Statement::reset() { sqlite3_reset(m_handle.get()); }

int Statement::columnCount() const { return sqlite3_column_count(m_handle.get()); }

CellType Statement::type(int column) const {
    switch (sqlite3_column_type(m_handle.get(), column)) {
    case SQLITE_INTEGER:
        return CellType::Integer;
    case SQLITE_FLOAT:
        return CellType::Real;
    case SQLITE_TEXT:
        return CellType::Text;
    case SQLITE_BLOB:
        return CellType::Blob;
    default:
        return CellType::Null;
    }
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(m_handle.get(), column); }

double Statement::real(int column) const { return sqlite3_column_double(m_handle.get(), column); }

std::string_view Statement::text(int column) const {
    const auto* const data = reinterpret_cast<const char*>(sqlite3_column_text(m_handle.get(), column));
    return data ? std::string_view(data,
                                   static_cast<std::size_t>(sqlite3_column_bytes(m_handle.get(), column)))
                : std::string_view();
}

std::string_view Statement::blob(int column) const {
    const auto* const data = static_cast<const char*>(sqlite3_column_blob(m_handle.get(), column));
    return data ? std::string_view(data,
                                   static_cast<std::size_t>(sqlite3_column_bytes(m_handle.get(), column)))
                : std::string_view();
}

} // namespace hallway
