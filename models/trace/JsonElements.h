// The elements of a list attribute, which is kept as compact JSON text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace hallway {

/// JSON text of a nested list or object, as it stands.
struct NestedJson {
    std::string_view text;
};
/// Nothing: null.
using JsonElement = std::variant<std::monostate, bool, std::int64_t, double, std::string, NestedJson>;

/// Takes one element after the other off the text of a list. Damaged text ends the walk early.
class JsonElements {
public:
    /// `json`: begins with '['; anything else has no elements.
    explicit JsonElements(std::string_view json);
    [[nodiscard]] std::optional<JsonElement> next();

private:
    std::string_view m_rest;
};

/// What is written between the quotes of a JSON string.
[[nodiscard]] std::string unquotedJson(std::string_view inside);

} // namespace hallway
