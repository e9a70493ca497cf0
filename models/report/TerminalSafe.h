// Texts of an input that a terminal or a spreadsheet will read: they must stay mere text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hallway {

/// Valid JSON in which every character that format::printable() would replace is written as a \u escape: the
/// same document, safe to print. `json`: valid JSON in UTF-8.
[[nodiscard]] std::string terminalSafeJson(std::string_view json);

/// Columns a printable text takes in a terminal: East Asian wide characters two, combining marks none.
[[nodiscard]] std::size_t terminalWidth(std::string_view text);

} // namespace hallway
