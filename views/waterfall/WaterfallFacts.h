// What is found out about the spans of a trace after it is shown, because it takes a look at the whole
// capture.
#pragma once

#include "analysis/SpanStanding.h"

#include <cstdint>
#include <vector>

namespace hallway {

/// By index into WaterfallTrace::spans; each vector has an entry for every span or is empty: not known yet.
struct WaterfallFacts {
    std::vector<SpanStanding> standings;
    std::vector<std::uint32_t> linksHere; ///< spans that link to it
    std::vector<std::uint32_t> linksAway; ///< its own links
};

} // namespace hallway
