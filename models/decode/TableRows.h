// Cuts a stream of text into the rows of a table.
#pragma once

#include "decode/JsonWindow.h"
#include "decode/RecordProblems.h"
#include "decode/RowText.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace hallway {

/// A row that is damaged so that its end cannot be told (a quote closed within a cell, or never) is counted,
/// and reading goes on with the next line.
class TableRows {
public:
    TableRows(JsonWindow& window, const TableDialect& dialect, RecordProblems& problems)
        : m_window(window), m_dialect(dialect), m_problems(problems) {}

    /// The next row without its line break, valid until the next call; empty lines are passed over. Nothing
    /// at the end of the stream.
    [[nodiscard]] std::optional<std::string_view> next();
    /// Of the row given last.
    [[nodiscard]] FilePosition position() { return m_window.positionOf(m_window.offset()); }
    /// The row given last has a line break behind it: it was not cut.
    [[nodiscard]] bool isEnded() const { return m_isEnded; }
    /// The stream ended within the quotes of its last cell.
    [[nodiscard]] bool isOpen() const { return m_isOpen; }

private:
    enum class End : std::uint8_t { Break, Stream, Misquoted, Unclosed, TooLong };
    struct Found {
        End end;
        std::size_t at; ///< of the line break, or where the stream ends
    };

    /// The byte at an index of the window, or nothing at the end of the stream or a full window.
    [[nodiscard]] int byteAt(std::size_t index);
    /// The first `wanted` from an index on, or the size of the window.
    [[nodiscard]] std::size_t find(char wanted, std::size_t from);
    [[nodiscard]] Found endOfLine();
    [[nodiscard]] Found endOfQuotedRow();
    [[nodiscard]] Found endWithout() const;
    /// Counts the row and passes its first line.
    void refuse(End end);

    JsonWindow& m_window;
    TableDialect m_dialect;
    RecordProblems& m_problems;
    std::size_t m_taken = 0; ///< bytes of the row given last, with its line break
    bool m_isEnded = true;
    bool m_isOpen = false;
};

} // namespace hallway
