// Values as they are written in a filter.
#pragma once

#include "base/Time.h"
#include "trace/Relation.h"
#include "trace/Span.h"

#include <cstdint>
#include <string>
#include <variant>

namespace hallway {

/// `nil`: there is no value.
struct Nil {
    bool operator==(const Nil&) const = default;
};
/// `5%`; `value` is 5.
struct Percent {
    double value = 0;
    bool operator==(const Percent&) const = default;
};

using Literal =
    std::variant<Nil, bool, std::int64_t, double, Duration, Percent, std::string, SpanStatus, SpanKind>;

/// As a filter is written; reading it gives the same literal again.
[[nodiscard]] std::string textOf(const Literal& literal);
/// "…" with its escapes.
[[nodiscard]] std::string quoted(std::string_view text);
/// What an attribute is compared with: durations are ns, percents a hundredth. Status and kind are nothing.
[[nodiscard]] Scalar scalarOf(const Literal& literal);

} // namespace hallway
