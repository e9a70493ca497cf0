// Reads lists of OTLP JSON attributes in the shape that nearly all exports have, without a parser:
// `[{"key":"…","value":{"stringValue":"…"}},…]` without spaces and escapes.
#pragma once

#include "trace/Attribute.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace hallway {

/// The text is part of JSON that simdjson has accepted as such (its strings are UTF-8 and closed) and holds
/// no backslash.
class PlainAttributes {
public:
    struct Plain {
        std::string_view key;
        ValueType type = ValueType::Text; ///< or Int, False, True
        std::string_view text;            ///< Text
        std::int64_t integer = 0;         ///< Int
    };

    /// `text` begins with the list and may go on behind it.
    explicit PlainAttributes(std::string_view text);

    /// The next attribute; nothing at the end of the list, and at the first one of another shape.
    [[nodiscard]] std::optional<Plain> next();
    /// Attributes that next() gave.
    [[nodiscard]] std::size_t count() const { return m_count; }
    /// The list has no more.
    [[nodiscard]] bool isAtEnd() const { return m_isAtEnd; }

private:
    template <std::size_t size>
    bool take(const char (&expected)[size]);
    /// Up to the next quote, which is passed.
    bool takeString(std::string_view& text);
    bool takeNumber(std::int64_t& number);
    bool takeValue(Plain& attribute);
    /// What stands between this attribute and the next one.
    bool takeSeparator();

    const char* m_at;
    const char* m_end;
    std::size_t m_count = 0;
    bool m_isAtEnd = false;
    bool m_isPlain = false; ///< an attribute may begin at m_at
};

} // namespace hallway
