// Which rows the waterfall shows: the tree, or a subtree of it, minus what is collapsed and what the filter
// hides, with runs of alike siblings folded into one row.
#pragma once

#include "waterfall/WaterfallTrace.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <unordered_set>
#include <vector>

namespace hallway {

/// What the person opened, closed and filtered, by index into WaterfallTrace::spans.
struct WaterfallFolding {
    std::unordered_set<std::uint32_t> collapsed; ///< spans whose children are hidden
    std::unordered_set<std::uint32_t> unfolded;  ///< spans that are not to be part of a fold
    bool foldSiblings = true;
    std::uint32_t root = TreeSpan::none; ///< only its subtree is shown; none = the whole trace
    /// By span: what the filter finds. Null = no filter.
    std::shared_ptr<const std::vector<bool>> matches;
    bool hidesOthers = false;               ///< what does not match is hidden, not only dimmed
    std::unordered_set<std::uint32_t> kept; ///< shown all the same: somebody went there
    bool operator==(const WaterfallFolding&) const = default;
};

/// A span, or a fold of `folded` ≥ 5 siblings that follow each other, all of the same service and operation.
struct WaterfallRow {
    std::uint32_t span = 0;   ///< the first of the fold
    std::uint32_t folded = 1; ///< 1 = no fold
    std::uint32_t end = 1;    ///< first span after everything that is in this row
    bool collapsed = false;   ///< its children are hidden
    bool hasChildren = false; ///< some that the filter leaves; they may be collapsed
    bool last = false;        ///< no later sibling follows: guides end here
    bool dimmed = false;      ///< there is a filter, and nothing in this row matches
    SpanFailure failure =
        SpanFailure::None;   ///< its own, of a fold the worst of its members; what it hides is passed on
    Duration from{}, to{};   ///< of the span, or from the first to the last of the fold
    Duration longest{};      ///< of the fold's members that have a duration
    Duration total{};        ///< likewise, their sum
    Duration p95{};          ///< likewise, nearest rank; of `timed` of them
    std::uint32_t timed = 0; ///< members that have a duration
    IndexRange ticks;        ///< of a fold: one stretch a call, into WaterfallRows::ticks
    IndexRange path;         ///< into WaterfallRows::path

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
    static constexpr std::uint32_t noRow = 0xffffffff;

    std::vector<WaterfallRow> rows; ///< top to bottom
    /// By span: its row, or the one that hides it; noRow outside the subtree shown and where the filter hides
    /// the span with all that it hangs on.
    std::vector<std::uint32_t> rowOfSpan;
    std::vector<bool> shown;      ///< by span: what the filter leaves, with the way to it; empty = everything
    std::uint32_t hidden = 0;     ///< spans of the subtree that the filter hides
    std::uint32_t matching = 0;   ///< spans of the subtree that match the filter
    std::uint32_t considered = 0; ///< spans of the subtree
    std::uint32_t baseDepth = 0;  ///< level of the subtree's root
    std::vector<WaterfallSegment> ticks; ///< of one fold disjoint and in order of time
    std::vector<WaterfallSegment>
        path; ///< of one row likewise; what is hidden counts for the row that hides it
    std::vector<WaterfallPathLink> links; ///< in order of time

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(rows.size()); }
    [[nodiscard]] bool isShown(std::uint32_t span) const { return shown.empty() || shown[span]; }
    /// The next span on this level that the filter leaves, or `end` where none is before it.
    [[nodiscard]] std::uint32_t nextSibling(const WaterfallTrace& trace, std::uint32_t span,
                                            std::uint32_t end) const;
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

} // namespace hallway
