// "What if these calls took less": by a fixed time, or to a share of what they took.
#pragma once

#include "base/Result.h"
#include "base/Time.h"

#include <string>
#include <string_view>

namespace hallway {

struct CallChange {
    Duration less{};   ///< ≥ 0; taken off each call, which then takes 0 at least
    double factor = 1; ///< 0..1; of what is left
    [[nodiscard]] Duration applied(Duration duration) const;
    bool operator==(const CallChange&) const = default;
};

/// "-100ms", "-1.5 s" (ns, us, µs, ms, s, m; a hyphen or U+2212) or "50%", "12.5 %" of the time they took, 0
/// to 100. Error: BadArgument with `name`, the text and what was expected.
[[nodiscard]] Result<CallChange> callChangeOf(std::string_view text, std::string_view name);

/// The shortest text that callChangeOf() reads back: "-100ms", "50%".
[[nodiscard]] std::string textOf(const CallChange& change);

} // namespace hallway
