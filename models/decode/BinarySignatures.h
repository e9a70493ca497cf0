// Binary formats, told by their first bytes (formats.md 2.1, 2.2).
#pragma once

#include <optional>
#include <string_view>

namespace hallway {

/// A human name such as "xz"; nothing if the bytes may be text, or what a decoder reads.
[[nodiscard]] std::optional<std::string_view> nameOfBinary(std::string_view bytes);

} // namespace hallway
