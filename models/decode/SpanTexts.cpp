#include "decode/SpanTexts.h"

#include "decode/DecimalText.h"

#include <array>

namespace hallway {

namespace {

template <std::size_t N>
std::optional<std::size_t> indexOf(std::string_view text, std::string_view prefix,
                                   const std::array<std::string_view, N>& names) {
    text = trimmed(text);
    if (text.empty()) return 0;
    if (const auto number = decimalInteger(text))
        return *number >= 0 && *number < static_cast<std::int64_t>(N)
                   ? std::optional(static_cast<std::size_t>(*number))
                   : std::nullopt;
    if (text.size() > prefix.size() && equalIgnoringCase(text.substr(0, prefix.size()), prefix))
        text.remove_prefix(prefix.size());
    for (std::size_t i = 0; i < N; ++i)
        if (equalIgnoringCase(text, names[i])) return i;
    return std::nullopt;
}

constexpr std::array<std::string_view, 6> kindNames{"UNSPECIFIED", "INTERNAL", "SERVER",
                                                    "CLIENT",      "PRODUCER", "CONSUMER"};
constexpr std::array<std::string_view, 3> statusNames{"UNSET", "OK", "ERROR"};

} // namespace

std::optional<SpanKind> spanKindOf(std::string_view text) {
    const auto index = indexOf(text, "SPAN_KIND_", kindNames);
    return index ? std::optional(static_cast<SpanKind>(*index)) : std::nullopt;
}

std::optional<SpanStatus> spanStatusOf(std::string_view text) {
    const auto index = indexOf(text, "STATUS_CODE_", statusNames);
    return index ? std::optional(static_cast<SpanStatus>(*index)) : std::nullopt;
}

} // namespace hallway
