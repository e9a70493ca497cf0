// Fields that every JSON format spells in its own mixture of names, numbers and texts.
#pragma once

#include "trace/Span.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace hallway {

/// "2", "SPAN_KIND_SERVER", "server", "" (Unspecified); nothing for an unknown kind.
[[nodiscard]] std::optional<SpanKind> spanKindOf(std::string_view text);
/// "2", "STATUS_CODE_ERROR", "Error", "" (Unset); nothing for an unknown status.
[[nodiscard]] std::optional<SpanStatus> spanStatusOf(std::string_view text);

/// The sum, or the largest count there is.
[[nodiscard]] constexpr std::uint32_t addedCounts(std::uint32_t a, std::uint32_t b) {
    return a > ~b ? ~std::uint32_t{0} : a + b;
}

} // namespace hallway
