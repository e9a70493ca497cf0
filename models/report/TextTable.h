// Tables for people at a terminal: aligned columns, figures to the right.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hallway {

class TextTable {
public:
    enum class Align { Left, Right };
    struct Column {
        std::string title;
        Align align = Align::Left;
    };

    explicit TextTable(std::vector<Column> columns) : m_columns(std::move(columns)) {}

    /// One cell per column. Cells are foreign text: they are made printable here.
    void addRow(const std::vector<std::string>& cells);
    [[nodiscard]] std::size_t rows() const { return m_rows.size(); }
    /// A line of titles, then the rows; only the titles when there are none.
    [[nodiscard]] std::string text() const;

private:
    std::vector<Column> m_columns;
    std::vector<std::vector<std::string>> m_rows;
};

} // namespace hallway
