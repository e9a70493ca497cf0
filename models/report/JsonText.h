// JSON laid out for reading.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hallway {

/// Nothing where the text is no JSON object or list, or has nothing to lay out. What is short stays on one
/// line. Only white space outside of texts changes. Linear and without recursion, whatever the text.
[[nodiscard]] std::optional<std::string> prettyJson(std::string_view text);

} // namespace hallway
