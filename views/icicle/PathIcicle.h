// All call paths of many traces as an icicle.
#pragma once

#include "analysis/CallPathTree.h"
#include "icicle/Icicle.h"
#include "trace/CallTable.h"

namespace hallway {

/// What a path is wide by.
enum class PathMeasure : std::uint8_t {
    TotalTime,    ///< its spans' durations, or its children's together where these ran beside each other
    SelfTime,     ///< self times of it and of all below
    CriticalTime, ///< time on critical paths, likewise
    Spans,        ///< how many; or of its children together where these are more
};

/// Cells have the indices of `tree.paths`. The value is what the cell is wide by, without what only its
/// children beside each other add.
[[nodiscard]] Icicle pathIcicleOf(const CallPathTree& tree, PathMeasure measure, const CallTable& calls,
                                  const StringPool& strings);

} // namespace hallway
