// The answer of `hallway suspects` in every form: calls that repeat within one request, and retries.
#pragma once

#include "analysis/RepeatedCalls.h"
#include "analysis/Retries.h"
#include "analysis/Subset.h"
#include "session/Capture.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace hallway {

struct SuspectAnswer {
    std::uint32_t least = 10; ///< calls of one request that are suspect
    std::vector<RepeatedCalls> repeats;
    RetryReport retries;
    std::size_t limit = 0; ///< of each list; totals count all
};

/// "hallway.suspects/1" (docs/json.md).
[[nodiscard]] std::string suspectsJson(const Capture& capture, const SuspectAnswer& answer,
                                       const Subset& subset = {});
/// A row a repeated call or an edge with retries; `kind` says which.
[[nodiscard]] std::string suspectsCsv(const Capture& capture, const SuspectAnswer& answer);
/// Two tables, each below a line that says what it lists.
[[nodiscard]] std::string suspectsTable(const Capture& capture, const SuspectAnswer& answer);

} // namespace hallway
