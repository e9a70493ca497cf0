// Shapes of traces as the page Shapes lists them.
#pragma once

#include "analysis/Subset.h"
#include "items/Finding.h"
#include "session/Capture.h"

namespace hallway {

/// A section for each root, its shapes below. Off the GUI thread.
[[nodiscard]] Findings shapeFindingsOf(const Capture& capture, const Subset& subset);

} // namespace hallway
