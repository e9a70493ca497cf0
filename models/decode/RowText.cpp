#include "decode/RowText.h"

#include <algorithm>
#include <cstring>

namespace hallway {

namespace {

char meaningOf(char escaped) {
    switch (escaped) {
    case 't':
        return '\t';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    default:
        return escaped; // the backslash itself, quotes; of others the backslash says nothing
    }
}

} // namespace

void appendUnescaped(std::string& target, std::string_view text) {
    while (!text.empty()) {
        const std::size_t at = std::min(text.find('\\'), text.size());
        target += text.substr(0, at);
        text.remove_prefix(at);
        if (text.size() < 2) break;
        target += meaningOf(text[1]);
        text.remove_prefix(2);
    }
    target += text;
}

std::string_view RowText::takeQuoted(std::string_view& rest, char separator) {
    rest.remove_prefix(1);
    const std::size_t close = std::min(rest.find('"'), rest.size());
    const std::size_t behind = std::min(close + 1, rest.size());
    if (behind == rest.size() || rest[behind] == separator) { // nearly always
        const std::string_view cell = rest.substr(0, close);
        rest.remove_prefix(behind);
        return cell;
    }
    const std::size_t begin = m_texts.size();
    for (bool inside = true; !rest.empty() && (inside || rest.front() != separator);) {
        const bool isQuote = rest.front() == '"';
        if (inside && isQuote && rest.size() > 1 && rest[1] == '"')
            rest.remove_prefix(1);
        else if (inside && isQuote)
            inside = false;
        if (!isQuote || inside) m_texts += rest.front();
        rest.remove_prefix(1);
    }
    return std::string_view(m_texts).substr(begin);
}

void RowText::split(std::string_view row, const TableDialect& dialect) {
    m_cells.clear();
    m_texts.clear();
    m_texts.reserve(2 * row.size()); // unquoted and unescaped: cells that point into it must not move
    m_escapes = dialect.escapes;
    while (m_cells.size() <= maximumCells) {
        if (dialect.quotes && row.starts_with('"')) {
            m_cells.push_back(takeQuoted(row, dialect.separator));
        } else {
            const std::size_t end = std::min(row.find(dialect.separator), row.size());
            m_cells.push_back(row.substr(0, end));
            row.remove_prefix(end);
        }
        if (row.empty()) return;
        row.remove_prefix(1);
    }
}

std::string_view RowText::plain(std::size_t index) {
    const std::string_view cell = m_cells[index];
    if (cell == "\\N") return {};
    if (!m_escapes || cell.find('\\') == cell.npos) return cell;
    const std::size_t begin = m_texts.size();
    appendUnescaped(m_texts, cell);
    return std::string_view(m_texts).substr(begin);
}

} // namespace hallway
