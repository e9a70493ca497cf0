// Clocks of different hosts disagree; a callee that seems to begin before its caller gives that away
// (calls.md 2.5).
#pragma once

#include "analysis/SpanTree.h"

#include <vector>

namespace hallway {

/// Shifts the times of `tree` (in pre-order, raw) host by host: a span on another host than its parent is
/// compared with the adjusted parent, what hangs below it on the same host follows. A span without a host is
/// a host of its own. Returns what it found, in order of the spans; shifts beyond `limit` are not applied.
[[nodiscard]] std::vector<SkewShift> adjustClocks(std::vector<TreeSpan>& tree, const SpanTable& spans,
                                                  Duration limit);

/// Whether the times of two spans can tell that their clocks differ: on different hosts, both placed in time,
/// not parted by a queue, and not corrected by whoever recorded them.
[[nodiscard]] bool comparesClocks(const TreeSpan& child, const TreeSpan& parent, const SpanTable& spans);

} // namespace hallway
