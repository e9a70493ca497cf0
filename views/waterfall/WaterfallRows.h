// Which rows the waterfall shows: the tree minus what is collapsed, with runs of alike siblings folded into
// one row.
#pragma once

#include "waterfall/WaterfallTrace.h"

#include <cstdint>
#include <optional>
#include <unordered_set>
#include <vector>

namespace hallway {

/// What the person opened and closed, by index into WaterfallTrace::spans.
struct WaterfallFolding {
    std::unordered_set<std::uint32_t> collapsed; ///< spans whose children are hidden
    std::unordered_set<std::uint32_t> unfolded;  ///< spans that are not to be part of a fold
    bool foldSiblings = true;
    bool operator==(const WaterfallFolding&) const = default;
};

/// A span, or a fold of `folded` ≥ 5 siblings that follow each other, all of the same service and operation.
struct WaterfallRow {
    std::uint32_t span = 0;   ///< the first of the fold
    std::uint32_t folded = 1; ///< 1 = no fold
    std::uint32_t end = 1;    ///< first span after everything that is in this row
    bool collapsed = false;   ///< its children are hidden
    bool last = false;        ///< no later sibling follows: guides end here
    SpanFailure failure =
        SpanFailure::None; ///< its own, of a fold the worst of its members; what it hides is passed on
    Duration from{}, to{}; ///< of the span, or from the first to the last of the fold
    Duration longest{};    ///< of the fold's members
    IndexRange ticks;      ///< of a fold: one stretch a call, into WaterfallRows::ticks
    IndexRange path;       ///< into WaterfallRows::path

    [[nodiscard]] bool isFold() const { return folded > 1; }
};

/// Where the critical path goes from one visible row to another.
struct WaterfallPathLink {
    Duration at{};
    std::uint32_t from = 0, to = 0; ///< rows
    bool operator==(const WaterfallPathLink&) const = default;
};

struct WaterfallRows {
    static constexpr std::uint32_t minimumFold = 5; ///< look.md section 6
    static constexpr std::uint32_t keptFailures =
        3; ///< up to so many failures that start in a run stay visible

    std::vector<WaterfallRow> rows;       ///< top to bottom
    std::vector<std::uint32_t> rowOfSpan; ///< by span: its row, or the one that hides it
    std::vector<WaterfallSegment> ticks;  ///< of one fold disjoint and in order of time
    std::vector<WaterfallSegment>
        path; ///< of one row likewise; what is hidden counts for the row that hides it
    std::vector<WaterfallPathLink> links; ///< in order of time

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(rows.size()); }
    /// The spans of a fold or of a row, top level only.
    [[nodiscard]] std::vector<std::uint32_t> membersOf(const WaterfallTrace& trace, std::uint32_t row) const;
};

/// O(spans). A run is folded only while nothing but a chain hangs below its members (client → server →
/// database) or they are collapsed, and never over a failure that starts in it when there are at most three
/// such.
[[nodiscard]] WaterfallRows waterfallRowsOf(const WaterfallTrace& trace, const WaterfallFolding& folding);

/// Opens whatever hides `span`. Nothing changes when it is visible already.
[[nodiscard]] WaterfallFolding opened(const WaterfallTrace& trace, const WaterfallRows& rows,
                                      const WaterfallFolding& folding, std::uint32_t span);

/// Index of the next (or previous) span whose failure starts there, round the end; nothing when there is
/// none.
[[nodiscard]] std::optional<std::uint32_t> nextFailure(const WaterfallTrace& trace,
                                                       std::optional<std::uint32_t> from, bool forward);

/// Spans whose service or operation holds `text`, whatever the case, in order. Nothing matches the empty
/// text.
[[nodiscard]] std::vector<std::uint32_t> spansMatching(const WaterfallTrace& trace, const QString& text);

} // namespace hallway
