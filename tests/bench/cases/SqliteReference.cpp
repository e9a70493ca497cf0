// The rows of a capture, whatever its tables are, inserted once more by nothing but SQLite: what storing them
// costs at least.
#include "bench/cases/Cases.h"

#include <sqlite3.h>
#include <unistd.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace hallway::bench {

namespace {

struct Closer {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Connection = std::unique_ptr<sqlite3, Closer>;
using Query = std::unique_ptr<sqlite3_stmt, Closer>;

void check(sqlite3* database, int code) {
    if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE)
        throw std::runtime_error(sqlite3_errmsg(database));
}

Connection connect(const std::string& path, int flags) {
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &handle, flags, nullptr);
    Connection connection(handle);
    check(handle, code);
    return connection;
}

void execute(const Connection& database, const std::string& sql) {
    check(database.get(), sqlite3_exec(database.get(), sql.c_str(), nullptr, nullptr, nullptr));
}

Query prepare(const Connection& database, const std::string& sql) {
    sqlite3_stmt* handle = nullptr;
    check(database.get(), sqlite3_prepare_v2(database.get(), sql.c_str(), -1, &handle, nullptr));
    return Query(handle);
}

bool step(const Connection& database, const Query& query) {
    const int code = sqlite3_step(query.get());
    check(database.get(), code);
    return code == SQLITE_ROW;
}

std::string textOf(const Query& row, int column) {
    return reinterpret_cast<const char*>(sqlite3_column_text(row.get(), column));
}

struct Cell {
    int type = SQLITE_NULL;
    int size = 0;
    union {
        sqlite3_int64 integer;
        double real;
        std::size_t offset; ///< into Table::bytes
    };
};

struct Table {
    std::string name, createSql;
    int columns = 0;
    std::vector<Cell> cells;
    std::string bytes;

    [[nodiscard]] std::size_t rows() const {
        return columns == 0 ? 0 : cells.size() / static_cast<std::size_t>(columns);
    }
};

Cell cellOf(const Query& row, int column, std::string& bytes) {
    Cell cell;
    cell.type = sqlite3_column_type(row.get(), column);
    switch (cell.type) {
    case SQLITE_INTEGER:
        cell.integer = sqlite3_column_int64(row.get(), column);
        break;
    case SQLITE_FLOAT:
        cell.real = sqlite3_column_double(row.get(), column);
        break;
    case SQLITE_TEXT:
    case SQLITE_BLOB: {
        const void* const data = sqlite3_column_blob(row.get(), column);
        cell.size = sqlite3_column_bytes(row.get(), column);
        cell.offset = bytes.size();
        bytes.append(static_cast<const char*>(data), static_cast<std::size_t>(cell.size));
        break;
    }
    default:
        break;
    }
    return cell;
}

void bind(const Query& insert, int parameter, const Cell& cell, const std::string& bytes) {
    switch (cell.type) {
    case SQLITE_INTEGER:
        sqlite3_bind_int64(insert.get(), parameter, cell.integer);
        break;
    case SQLITE_FLOAT:
        sqlite3_bind_double(insert.get(), parameter, cell.real);
        break;
    case SQLITE_TEXT:
        sqlite3_bind_text(insert.get(), parameter, bytes.data() + cell.offset, cell.size, SQLITE_STATIC);
        break;
    case SQLITE_BLOB:
        sqlite3_bind_blob(insert.get(), parameter, bytes.data() + cell.offset, cell.size, SQLITE_STATIC);
        break;
    default:
        sqlite3_bind_null(insert.get(), parameter);
        break;
    }
}

std::vector<Table> readTables(const Connection& database) {
    std::vector<Table> tables;
    const Query schema = prepare(database, "SELECT name, sql FROM sqlite_schema WHERE type = 'table' "
                                           "AND name NOT LIKE 'sqlite%'");
    while (step(database, schema)) {
        Table table{textOf(schema, 0), textOf(schema, 1), 0, {}, {}};
        const Query select = prepare(database, "SELECT * FROM \"" + table.name + "\"");
        table.columns = sqlite3_column_count(select.get());
        while (step(database, select))
            for (int column = 0; column < table.columns; ++column)
                table.cells.push_back(cellOf(select, column, table.bytes));
        tables.push_back(std::move(table));
    }
    return tables;
}

void insertRows(const Connection& database, const Table& table) {
    std::string sql = "INSERT INTO \"" + table.name + "\" VALUES (?";
    for (int column = 1; column < table.columns; ++column)
        sql += ",?";
    const Query insert = prepare(database, sql + ")");
    auto cell = table.cells.begin();
    while (cell != table.cells.end()) {
        for (int column = 1; column <= table.columns; ++column, ++cell)
            bind(insert, column, *cell, table.bytes);
        step(database, insert);
        sqlite3_reset(insert.get());
    }
}

} // namespace

Measurement insertWithSqlite(const std::string& capture, const std::string& copy) {
    const Connection source = connect(capture, SQLITE_OPEN_READONLY);
    const std::vector<Table> tables = readTables(source);
    const Query page = prepare(source, "PRAGMA page_size");
    step(source, page);
    ::unlink(copy.c_str());

    const Seconds time = timed([&] {
        const Connection target = connect(copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
        execute(target, "PRAGMA page_size = " + textOf(page, 0) +
                            "; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
                            " PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -65536; BEGIN");
        for (const Table& table : tables)
            execute(target, table.createSql);
        for (const Table& table : tables)
            insertRows(target, table);
        execute(target, "COMMIT");
    });
    ::unlink(copy.c_str());
    std::size_t rows = 0;
    for (const Table& table : tables)
        rows += table.rows();
    return {time, 1, {{"rows", static_cast<double>(rows)}}};
}

} // namespace hallway::bench
