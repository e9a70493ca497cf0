// Where the time of many traces went: their critical paths by edge, service or call path, and what if some
// calls took less (docs/calls.md, "Critical path over many traces").
#pragma once

#include "analysis/CallPathTree.h"
#include "analysis/CriticalShares.h"
#include "analysis/Subset.h"
#include "analysis/WhatIf.h"
#include "session/Capture.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hallway {

enum class PathGrouping { Edge, Service, Path };
[[nodiscard]] std::string_view wordOf(PathGrouping grouping); ///< "edge", "service", "path"

/// One edge, service or call path with time of its own on a critical path.
struct CriticalPathRow {
    std::optional<EdgeId> edge;          ///< by edge; nothing for work of a root that no call opened
    NodeId node;                         ///< the service; of an edge the callee; invalid for a rest of paths
    std::uint32_t path = CallPath::none; ///< by path: in `tree`
    Duration own{}, through{};
    std::optional<std::uint64_t> traces; ///< unknown for a rest of paths
    std::vector<PathExample> examples;
};

/// What was asked by "what if", and the answer.
struct WhatIfRecord {
    std::string calls; ///< as typed: "cart:carts"
    CallChange change;
    WhatIf answer;
};

struct CriticalPathReport {
    PathGrouping by = PathGrouping::Edge;
    std::uint64_t traces = 0, roots = 0;
    Duration time{};                   ///< Σ durations of the roots: what shares are of
    std::vector<CriticalPathRow> rows; ///< most own time first
    CallPathTree tree;                 ///< by path only
    std::optional<WhatIfRecord> whatIf;
};

/// Rows of one grouping, most own time first; edges or services of shares, or the paths of a tree.
[[nodiscard]] std::vector<CriticalPathRow> criticalPathRows(const CriticalShares& shares,
                                                            const CallTable& calls, PathGrouping by);
[[nodiscard]] std::vector<CriticalPathRow> criticalPathRows(const CallPathTree& tree, const SpanTable& spans);

/// At most `limit` rows.
[[nodiscard]] CriticalPathReport criticalPathReportOf(const Capture& capture, const Subset& subset,
                                                      PathGrouping by, std::size_t limit);

/// The answer in each form; see docs/json.md for the first two.
[[nodiscard]] std::string criticalPathJson(const Capture& capture, const CriticalPathReport& report,
                                           const Subset& subset = {});
/// The rows; or, of a report with a "what if", its figures as one row.
[[nodiscard]] std::string criticalPathCsv(const Capture& capture, const CriticalPathReport& report);
[[nodiscard]] std::string criticalPathTable(const Capture& capture, const CriticalPathReport& report);

} // namespace hallway
