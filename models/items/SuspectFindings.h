// Repeated calls and retries as the page Suspects lists them.
#pragma once

#include "analysis/Subset.h"
#include "items/Finding.h"
#include "session/Capture.h"

#include <cstdint>

namespace hallway {

/// Off the GUI thread. `least`: calls of one operation in one request that are suspect.
[[nodiscard]] Findings suspectFindingsOf(const Capture& capture, const Subset& subset, std::uint32_t least);

} // namespace hallway
