// Which attributes the resources of a capture have.
#pragma once

#include "session/Capture.h"

#include <string>
#include <vector>

namespace hallway {

/// Ascending, each once. A pass over the resources, not over spans.
[[nodiscard]] std::vector<std::string> resourceKeysOf(const Capture& capture);

} // namespace hallway
