// What a kept layout is found by.
#pragma once

#include "layout/GraphLayout.h"

#include <cstdint>

namespace hallway {

/// Equal requests have equal keys, on every run.
[[nodiscard]] std::uint64_t layoutKeyOf(const LayoutRequest& request);

} // namespace hallway
