// What an attribute filter asks: `any attribute = value`.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

namespace hallway {

struct AttributePredicate {
    enum class Match : std::uint8_t {
        Exists,   ///< `value` does not matter
        Equals,   ///< byte by byte; numbers by value, so that 200 equals 200.0; lists as compact JSON text
        Contains, ///< texts and lists (as JSON text) only; `value` is a text
    };
    std::optional<std::string> key; ///< nothing: any key
    Match match = Match::Equals;
    std::variant<std::string, std::int64_t, double, bool> value;

    bool inSpans = true;
    bool inResources = true; ///< of the spans' resources
    bool inScopes = true;
    bool inEvents = false;
    bool inLinks = false;
};

} // namespace hallway
