#include "NewTables.h"

#include "store/Database.h"
#include "store/RecordBuilder.h"

#include <stdexcept>

namespace hallway::test {

NewTables::NewTables() {
    const auto database = Database::create(m_path).value();
    const std::string sql = "PRAGMA page_size = " + std::to_string(pageBytes) +
                            "; CREATE TABLE first (id INTEGER PRIMARY KEY, value);"
                            "CREATE TABLE second (id INTEGER PRIMARY KEY, value)";
    if (!database.execute(sql.c_str())) throw std::runtime_error("the tables cannot be made");
}

std::string NewTables::text(const std::string& sql) const {
    const auto database = Database::open(m_path, Database::Access::Read);
    auto statement = database->prepare(sql);
    return statement && statement->step().value_or(false) ? std::string(statement->text(0)) : "error";
}

std::string textOfRow(std::uint32_t row, std::size_t size) {
    std::string text = std::to_string(row) + ":";
    text.resize(size, static_cast<char>('a' + row % 26));
    return text;
}

Status append(TableBuilder& table, std::uint32_t row, std::string_view text) {
    RecordBuilder record;
    record.addNull();
    record.addText(text);
    return table.append(row, record.bytes());
}

} // namespace hallway::test
