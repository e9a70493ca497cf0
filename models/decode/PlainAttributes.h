// Reads lists of OTLP JSON attributes in the shape that nearly all exports have, without a parser:
// `[{"key":"…","value":{"stringValue":"…"}},…]` without spaces and escapes.
#pragma once

#include "decode/PlainJson.h"
#include "trace/Attribute.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace hallway {

class PlainAttributes {
public:
    struct Plain {
        std::string_view key;
        ValueType type = ValueType::Text; ///< or Int, Double, False, True
        std::string_view text;            ///< Text
        std::int64_t integer = 0;         ///< Int
        double real = 0;                  ///< Double
    };

    /// The list stands next in `json`, which has passed it once isAtEnd() and must not be used otherwise.
    explicit PlainAttributes(PlainJson& json);

    /// The next attribute; nothing at the end of the list, and at the first one of another shape.
    [[nodiscard]] std::optional<Plain> next();
    /// Attributes that next() gave.
    [[nodiscard]] std::size_t count() const { return m_count; }
    /// The list has no more.
    [[nodiscard]] bool isAtEnd() const { return m_isAtEnd; }

private:
    PlainJson& m_json;
    std::size_t m_count = 0;
    bool m_isAtEnd = false;
    bool m_isPlain = false; ///< an attribute may stand next
};

} // namespace hallway
