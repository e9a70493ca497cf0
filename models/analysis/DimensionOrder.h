// Which of several equally good explanations an engineer wants to read first.
#pragma once

#include "analysis/Dimension.h"

namespace hallway {

/// What is deployed and where before what was asked, the callee's side before the caller's, names before
/// numbers of processes; then by dimension. A strict order of all dimensions.
[[nodiscard]] bool comesBefore(const Dimension& a, const Dimension& b);

} // namespace hallway
