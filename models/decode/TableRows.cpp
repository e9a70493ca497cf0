#include "decode/TableRows.h"

#include <algorithm>
#include <string>
#include <utility>

namespace hallway {

int TableRows::byteAt(std::size_t index) {
    while (index >= m_window.size())
        if (!m_window.readMore()) return -1;
    return static_cast<unsigned char>(m_window.data()[index]);
}

std::size_t TableRows::find(char wanted, std::size_t from) {
    for (;;) {
        const std::size_t at = m_window.text().find(wanted, from);
        if (at != std::string_view::npos) return at;
        from = std::max(from, m_window.size());
        if (!m_window.readMore()) return m_window.size();
    }
}

TableRows::Found TableRows::endWithout() const {
    return {m_window.isFull() ? End::TooLong : End::Stream, m_window.size()};
}

TableRows::Found TableRows::endOfLine() {
    const std::size_t at = find('\n', 0);
    return at < m_window.size() ? Found{End::Break, at} : endWithout();
}

TableRows::Found TableRows::endOfQuotedRow() {
    for (std::size_t at = 0;; ++at) {
        if (byteAt(at) == '"') {
            do { // a doubled quote ends one piece and begins the next
                at = find('"', at + 1);
                if (at == m_window.size()) return {m_window.isFull() ? End::TooLong : End::Unclosed, at};
                ++at;
            } while (byteAt(at) == '"');
            if (const int after = byteAt(at) == '\r' ? byteAt(at + 1) : 0; after == '\n' || after == -1) ++at;
        } else {
            int c = byteAt(at);
            while (c != -1 && c != '\n' && c != m_dialect.separator)
                c = byteAt(++at);
        }
        const int c = byteAt(at);
        if (c == -1) return endWithout();
        if (c == '\n') return {End::Break, at};
        if (c != m_dialect.separator) return {End::Misquoted, at};
    }
}

void TableRows::refuse(End end) {
    m_problems.setOffset(m_window.offset());
    if (end == End::Misquoted)
        m_problems.add(ProblemCode::BrokenRecord, [] { return "a row with a quote in the midst of a cell"; });
    else
        m_problems.add(ProblemCode::BrokenRecord, [] { return "a row too large to be read"; });
    for (;;) { // the line may be longer than the window
        const std::size_t at = m_window.text().find('\n');
        m_window.advance(at == std::string_view::npos ? m_window.size() : at + 1);
        if (at != std::string_view::npos || !m_window.readMore()) return;
    }
}

std::optional<std::string_view> TableRows::next() {
    for (;;) {
        m_window.advance(std::exchange(m_taken, 0));
        Found found = endOfLine();
        if (m_window.error()) return std::nullopt;
        const bool isQuoted =
            m_dialect.quotes && m_window.text().substr(0, found.at).find('"') != std::string_view::npos;
        if (isQuoted) found = endOfQuotedRow();
        if (m_window.error()) return std::nullopt;
        if (found.end == End::Misquoted || found.end == End::TooLong) {
            refuse(found.end);
            continue;
        }
        m_isEnded = found.end == End::Break;
        m_isOpen = found.end == End::Unclosed;
        m_taken = found.at + (m_isEnded ? 1 : 0);
        std::string_view row = m_window.text().substr(0, found.at);
        if (row.ends_with('\r')) row.remove_suffix(1);
        if (!row.empty()) return row;
        if (!m_isEnded) return std::nullopt;
    }
}

} // namespace hallway
