#include "report/TextTable.h"

#include "base/FormatText.h"
#include "report/TerminalSafe.h"

#include <algorithm>

namespace hallway {

namespace {

constexpr std::string_view gap = "  ";

} // namespace

void TextTable::addRow(const std::vector<std::string>& cells) {
    std::vector<std::string> row;
    row.reserve(m_columns.size());
    for (const std::string& cell : cells)
        row.push_back(format::printable(cell));
    row.resize(m_columns.size());
    m_rows.push_back(std::move(row));
}

std::string TextTable::text() const {
    std::vector<std::size_t> widths;
    for (std::size_t column = 0; column < m_columns.size(); ++column) {
        std::size_t width = terminalWidth(m_columns[column].title);
        for (const auto& row : m_rows)
            width = std::max(width, terminalWidth(row[column]));
        widths.push_back(width);
    }

    std::string text;
    const auto addLine = [&](const auto& cellOf) {
        std::string line;
        for (std::size_t column = 0; column < m_columns.size(); ++column) {
            const std::string& cell = cellOf(column);
            const std::string padding(widths[column] - terminalWidth(cell), ' ');
            if (column > 0) line += gap;
            line += m_columns[column].align == Align::Right ? padding + cell : cell + padding;
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + '\n';
    };
    addLine([this](std::size_t column) -> const std::string& { return m_columns[column].title; });
    for (const auto& row : m_rows)
        addLine([&row](std::size_t column) -> const std::string& { return row[column]; });
    return text;
}

} // namespace hallway
