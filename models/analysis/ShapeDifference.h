// The call paths of a trace as a tree, compared with those of another.
#pragma once

#include "analysis/TraceShapes.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace hallway {

enum class PathChange : std::uint8_t { Same, Added, Missing };

struct PathLine {
    PathStep step;
    std::uint32_t depth = 0;
    PathChange change = PathChange::Same;
    bool operator==(const PathLine&) const = default;
};

/// Paths under the path they continue, by the label of their service, then by operation.
struct ShapeDifference {
    std::vector<PathLine> lines;          ///< pre-order; the first mostLines
    std::uint64_t paths = 0;              ///< of the trace
    std::uint64_t added = 0, missing = 0; ///< paths that only one of the two has
    bool operator==(const ShapeDifference&) const = default;

    static constexpr std::size_t mostLines = 2000;
};

/// `trace` against `main`; without one nothing is added or missing. Not recursive.
[[nodiscard]] ShapeDifference shapeDifferenceOf(TraceRow trace, std::optional<TraceRow> main,
                                                const SpanTable& spans, const CallTable& calls,
                                                const StringPool& strings, const Requests& requests,
                                                const CallPaths& paths);

} // namespace hallway
