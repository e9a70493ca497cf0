// Where the failures of an edge went: which callers upstream failed with them (calls.md rule 23).
#pragma once

#include "analysis/Subset.h"

#include <vector>

namespace hallway {

struct PassedOnCount {
    EdgeId edge;
    std::uint64_t passed =
        0; ///< failed calls of `edge` that hold a failed call of the asked one, however deep below
    bool operator==(const PassedOnCount&) const = default;
};

/// Of the failed calls in range. Nearest to `edge` first; an edge may stand upstream of itself.
[[nodiscard]] std::vector<PassedOnCount> passedOnFrom(EdgeId edge, const CallTable& calls,
                                                      const Subset& subset);

} // namespace hallway
