#include "query/Literal.h"

#include <array>
#include <charconv>

namespace hallway {

namespace {

struct Unit {
    std::string_view name;
    std::int64_t nanoseconds;
};
constexpr std::array units{
    Unit{"h", 3'600'000'000'000}, Unit{"m", 60'000'000'000}, Unit{"s", 1'000'000'000},
    Unit{"ms", 1'000'000},        Unit{"us", 1'000},
};

/// In the largest unit that it is a whole number of.
std::string durationText(std::int64_t value) {
    for (const Unit& unit : units)
        if (value % unit.nanoseconds == 0)
            return std::to_string(value / unit.nanoseconds) + std::string(unit.name);
    return std::to_string(value) + "ns";
}

std::string realText(double value) {
    std::array<char, 40> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return {text.data(), end};
}

/// So that it is not read as an integer.
std::string withPoint(std::string text) {
    return text.find_first_of(".e") == std::string::npos ? text + ".0" : text;
}

} // namespace

std::string textOf(const Literal& literal) {
    return std::visit(
        [](const auto& value) -> std::string {
            using Value = std::decay_t<decltype(value)>;
            if constexpr (std::is_same_v<Value, Nil>) return "nil";
            if constexpr (std::is_same_v<Value, bool>) return value ? "true" : "false";
            if constexpr (std::is_same_v<Value, std::int64_t>) return std::to_string(value);
            if constexpr (std::is_same_v<Value, double>) return withPoint(realText(value));
            if constexpr (std::is_same_v<Value, Duration>) return durationText(value.count());
            if constexpr (std::is_same_v<Value, Percent>) return realText(value.value) + "%";
            if constexpr (std::is_same_v<Value, std::string>) return quoted(value);
            if constexpr (std::is_same_v<Value, SpanStatus> || std::is_same_v<Value, SpanKind>)
                return std::string(wordOf(value));
        },
        literal);
}

Scalar scalarOf(const Literal& literal) {
    return std::visit(
        [](const auto& value) -> Scalar {
            using Value = std::decay_t<decltype(value)>;
            if constexpr (std::is_same_v<Value, Duration>)
                return std::int64_t{value.count()};
            else if constexpr (std::is_same_v<Value, Percent>)
                return value.value / 100;
            else if constexpr (std::is_same_v<Value, Nil> || std::is_same_v<Value, SpanStatus> ||
                               std::is_same_v<Value, SpanKind>)
                return std::monostate();
            else
                return value;
        },
        literal);
}

} // namespace hallway
