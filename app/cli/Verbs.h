// The verbs of the command line, one file each.
#pragma once

#include "cli/ExitCode.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hallway::cli {

using Arguments = std::vector<std::string>; ///< behind the verb

[[nodiscard]] ExitCode runEdges(Arguments arguments);
[[nodiscard]] ExitCode runServices(Arguments arguments);
[[nodiscard]] ExitCode runTraces(Arguments arguments);
[[nodiscard]] ExitCode runTrace(Arguments arguments);
[[nodiscard]] ExitCode runStats(Arguments arguments);
[[nodiscard]] ExitCode runDifferences(Arguments arguments);
[[nodiscard]] ExitCode runGraph(Arguments arguments);
[[nodiscard]] ExitCode runHeatmap(Arguments arguments);
[[nodiscard]] ExitCode runCriticalPath(Arguments arguments);
[[nodiscard]] ExitCode runFailures(Arguments arguments);
[[nodiscard]] ExitCode runSuspects(Arguments arguments);
[[nodiscard]] ExitCode runShapes(Arguments arguments);
[[nodiscard]] ExitCode runImport(Arguments arguments);
[[nodiscard]] ExitCode runSql(Arguments arguments);
[[nodiscard]] ExitCode runCache(Arguments arguments);

struct Verb {
    std::string_view name;
    std::string_view summary; ///< one line of `hallway --help`
    ExitCode (*run)(Arguments);
};

/// In the order of the help.
[[nodiscard]] std::span<const Verb> verbs();

} // namespace hallway::cli
