// Long foreign texts, fit to be shown: statements, messages, stack traces.
#pragma once

#include <QString>

#include <string_view>

namespace hallway {

/// format::printable() line by line: line breaks stay, a tabulator becomes four blanks. Cut after 100,000
/// bytes, with an ellipsis: nobody reads further, copying gives the rest.
[[nodiscard]] QString shownLines(std::string_view utf8);

} // namespace hallway
