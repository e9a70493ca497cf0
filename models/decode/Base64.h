// Base64 as exports write it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hallway {

/// Standard or URL-safe digits, padding optional. Nothing if a character, the length or the last bits do not
/// fit.
[[nodiscard]] std::optional<std::string> decodedBase64(std::string_view text);

} // namespace hallway
