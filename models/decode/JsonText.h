// Small pieces of JSON text: unescaping, escaping, compacting, repairing.
#pragma once

#include <string>
#include <string_view>

namespace hallway {

/// What the inside of a JSON string means. Tolerant: a lone surrogate, U+0000 or a bad escape becomes U+FFFD.
[[nodiscard]] std::string unescapedJson(std::string_view inside);

/// Appends `text` as a JSON string with its quotes.
void appendJsonString(std::string& target, std::string_view text);

/// Appends JSON text without the space between its tokens.
void appendCompactJson(std::string& target, std::string_view json);

/// True if a string of this JSON text has an escape that stands for no character (a lone surrogate) or for
/// U+0000.
[[nodiscard]] bool hasBadEscape(std::string_view json);

/// The same JSON text with every invalid UTF-8 byte, bad escape and control character within a string
/// replaced by U+FFFD.
[[nodiscard]] std::string repairedJson(std::string_view json);

} // namespace hallway
