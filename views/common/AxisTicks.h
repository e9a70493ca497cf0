// Labels along axes: round times of the clock, and durations without trailing zeros. Pure.
#pragma once

#include "base/FormatText.h"

#include <QString>

#include <vector>

namespace hallway {

struct AxisTick {
    double position = 0; ///< px, along its axis
    QString text;        ///< empty: a line without a label
};

/// Step that is round on a clock (1, 2, 5 × 10ⁿ of a second and less; 1 2 5 10 15 30 s and min; 1 2 3 6 12 h;
/// days) and at least `minimumPx` wide. `range` is finite and not empty.
[[nodiscard]] Duration clockStep(const TimeRange& range, double width, double minimumPx);

/// Multiples of the step within the range, as `12:04`, with seconds or parts of them where the step needs
/// them, with the date where the step is a day or more and at the first tick of a range longer than a day.
/// `offset` as in base/FormatText.h.
[[nodiscard]] std::vector<AxisTick> clockTicks(const TimeRange& range, double left, double width,
                                               double minimumPx, format::UtcOffset offset);

/// Exact, trailing zeros dropped: "0", "500 ms", "1.5 s", "2.6105 s", "1 m 30 s", "1 h 02 m".
[[nodiscard]] QString axisDuration(Duration value);
/// The same where that is short, else three significant digits: "10 s", "7.83 s".
[[nodiscard]] QString intervalText(Duration value);

} // namespace hallway
