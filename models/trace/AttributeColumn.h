// The values of one attribute for many spans: a number a span, and the values behind the numbers once.
#pragma once

#include "trace/SpanDetails.h"

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace hallway {

/// Where an attribute is looked for, and its key.
struct AttributeName {
    enum class Place : std::uint8_t {
        Anywhere, ///< the span's own, else that of its resource, else that of its scope
        Span,
        Resource,
        Scope,
    };
    Place place = Place::Anywhere;
    std::string key;
    bool operator==(const AttributeName&) const = default;
};

/// As the filter language writes it: `span.http.route`, `resource.host.name`, `instrumentation.x`, `.x`; a
/// text without such a beginning is a key, looked for anywhere.
[[nodiscard]] AttributeName attributeNameOf(std::string_view text);
/// The text that attributeNameOf() understands.
[[nodiscard]] std::string textOf(const AttributeName& name);

struct AttributeColumn {
    static constexpr std::uint32_t none =
        std::numeric_limits<std::uint32_t>::max();  ///< has no such attribute
    static constexpr std::uint32_t rest = none - 1; ///< a value that is not kept: there were too many
    static constexpr std::size_t mostValues = 100'000;

    std::vector<std::uint32_t> of;  ///< index into `values`, none or rest
    std::vector<NamedValue> values; ///< different ones, in the order they were found; at most mostValues
};

} // namespace hallway
