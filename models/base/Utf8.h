// Making any bytes valid UTF-8.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hallway {

inline constexpr std::string_view replacementCharacter = "\xEF\xBF\xBD"; ///< U+FFFD

/// Appends a code point; surrogates and values past U+10FFFF become U+FFFD.
void appendUtf8(std::string& target, std::uint32_t codePoint);

/// Bytes of the valid UTF-8 sequence at the front of `text`; 0 if there is none.
[[nodiscard]] std::size_t utf8SequenceLength(std::string_view text);

/// The longest front of `text` of at most `maximum` bytes that does not cut a character.
[[nodiscard]] std::string_view utf8Front(std::string_view text, std::size_t maximum);

} // namespace hallway
