// A statement of a database as people write one: clauses on lines of their own.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hallway {

/// Nothing where the text does not begin like SQL. Only white space outside of quotes and comments changes:
/// every other byte stays where it is among the others. Linear, whatever the text.
[[nodiscard]] std::optional<std::string> prettySql(std::string_view text);

} // namespace hallway
