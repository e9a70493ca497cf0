// Which calls a selection holds against which. Pure; fit for background jobs.
#pragma once

#include "analysis/ComparedCalls.h"
#include "items/SelectionModel.h"
#include "session/Capture.h"
#include "session/DifferenceScan.h"

#include <optional>

namespace hallway {

struct SelectedComparison {
    ComparedCalls calls;
    ChosenBy chosenBy = ChosenBy::Anything;
    std::optional<Duration>
        limit; ///< Compared::Slow: the p95 of the calls with a latency; nothing without one
};

/// Something is there to be compared: a box, a range, or calls that failed or took long.
[[nodiscard]] bool canCompare(const Selection& selection);
/// What hurts of the selection, to be compared where nothing else was asked for: its failed calls where their
/// share is a warning (look.md section 1), else its slow ones.
[[nodiscard]] Compared hurtingCalls(const Selection& selection, const Capture& capture);
/// The box, the failed calls or those slower than p95 against the other calls of the selection; the calls of
/// the range against those outside of it.
[[nodiscard]] SelectedComparison comparisonOf(const Selection& selection, const Capture& capture);

} // namespace hallway
