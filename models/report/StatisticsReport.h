// The answer of `hallway stats` in every form.
#pragma once

#include "analysis/Subset.h"
#include "session/Statistics.h"

#include <string>

namespace hallway {

/// "hallway.stats/1" (docs/json.md).
[[nodiscard]] std::string statisticsJson(const Capture& capture, const StatisticsTable& table,
                                         const Subset& subset = {});
/// A row a group (its second cell empty), followed by its parts.
[[nodiscard]] std::string statisticsCsv(const StatisticsTable& table);
/// A line a group, parts indented below it; the whole last.
[[nodiscard]] std::string statisticsText(const StatisticsTable& table);

/// "cart", "(none)", "(further values)": what a person reads. Not made printable.
[[nodiscard]] std::string shownText(const StatisticsValue& value);

} // namespace hallway
