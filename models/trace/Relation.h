// How a value is compared with a literal.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace hallway {

enum class Relation : std::uint8_t {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Matches, ///< a TextPattern
    MatchesNot,
};

/// "=", "!=", "<", "<=", ">", ">=", "=~", "!~"
[[nodiscard]] std::string_view textOf(Relation relation);

/// True of everything where it is not true of the opposite, absence apart: !=, !~.
[[nodiscard]] constexpr bool isNegative(Relation relation) {
    return relation == Relation::NotEqual || relation == Relation::MatchesNot;
}

/// What a value is compared with; nothing: `nil`. A pattern is a text here.
using Scalar = std::variant<std::monostate, bool, std::int64_t, double, std::string>;

} // namespace hallway
