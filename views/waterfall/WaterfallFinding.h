// Where to go next in a trace: failures and names. By index into WaterfallTrace::spans; `root` limits the
// search to a subtree, none stands for the whole trace.
#pragma once

#include "waterfall/WaterfallTrace.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace hallway {

/// Index of the next (or previous) span whose failure starts there, round the end; nothing when
/// there is none.
[[nodiscard]] std::optional<std::uint32_t> nextFailure(const WaterfallTrace& trace,
                                                       std::optional<std::uint32_t> from, bool forward,
                                                       std::uint32_t root = TreeSpan::none);
/// Of the failures that start in the subtree the one most levels down, of equals the earliest.
[[nodiscard]] std::optional<std::uint32_t> deepestFailure(const WaterfallTrace& trace,
                                                          std::uint32_t root = TreeSpan::none);

/// Spans whose service or operation holds `text`, whatever the case, in order. Nothing matches the empty
/// text.
[[nodiscard]] std::vector<std::uint32_t> spansMatching(const WaterfallTrace& trace, const QString& text);

} // namespace hallway
