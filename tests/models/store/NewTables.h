// A database of two tables that are filled row by row, as TableBuilder does it.
#pragma once

#include "SampleCapture.h"
#include "store/TableBuilder.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace hallway::test {

/// Has the tables `first` and `second` (id INTEGER PRIMARY KEY, value), still empty.
class NewTables {
public:
    NewTables();
    [[nodiscard]] const std::string& path() const { return m_path; }
    /// What a query says in its first column; "error" if nothing.
    [[nodiscard]] std::string text(const std::string& sql) const;

    static constexpr PageNumber firstRoot = 2, secondRoot = 3;

private:
    ScratchFolder m_folder;
    std::string m_path = m_folder.file("a");
};

/// A text of a size that tells its row, where it is long enough.
[[nodiscard]] std::string textOfRow(std::uint32_t row, std::size_t size);

[[nodiscard]] Status append(TableBuilder& table, std::uint32_t row, std::string_view text);

} // namespace hallway::test
