// Numbers, durations and percents. Private to this room.
#pragma once

#include "query/FilterError.h"
#include "query/Literal.h"

#include <optional>
#include <string_view>

namespace hallway {

struct NumberText {
    std::size_t size = 0;
    Literal literal = {};
    std::optional<FilterProblem> fault = {};
    std::size_t faultAt = 0, faultSize = 0;
};

/// `text`: begins with a digit, a point, or a minus and one of these. -5, 1.5, 2e3, 5%, 100ms, 1h30m; units
/// ns, us, µs, ms, s, m, h, d, w. A duration is rounded to whole ns.
[[nodiscard]] NumberText readNumber(std::string_view text);

} // namespace hallway
