// Numbers as exports write them, without the detour over double: a nanosecond of today has 19 digits.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace hallway {

/// The whole part of `text` × 10^powerOfTen, exactly. Accepts what JSON and its users write: "17", "-3",
/// "1.7e18", "17.0", "+1", surrounded by space. Nothing if it is no number or does not fit.
[[nodiscard]] std::optional<std::int64_t> decimalInteger(std::string_view text, int powerOfTen = 0);

/// Also "NaN", "Infinity", "-Infinity", "inf", "+Inf" (any case).
[[nodiscard]] std::optional<double> decimalReal(std::string_view text);

/// `text` without space at its ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// Equal but for the case of ASCII letters.
[[nodiscard]] bool equalIgnoringCase(std::string_view a, std::string_view b);

} // namespace hallway
