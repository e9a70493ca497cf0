// A tree whose nodes are as wide as what they stand for, one row a level: one immutable value shared by
// painter, hit testing and view. Made of the spans of a trace (SpanIcicle.h) or of call paths (PathIcicle.h).
#pragma once

#include "analysis/ServiceGraph.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace hallway {

struct IcicleCell {
    static constexpr std::uint32_t none = 0xffffffff;

    std::uint32_t parent = none; ///< index into Icicle::cells
    std::uint32_t subtreeSize = 1;
    std::uint32_t row = 0;          ///< 0 = at the top
    double from = 0, to = 0;        ///< within [0, Icicle::whole]
    std::uint32_t service = none;   ///< index into services; none: the rest, smaller paths together
    std::uint32_t operation = none; ///< index into operations
    std::int64_t value = 0;         ///< what it says: ns, or a count
    std::uint64_t spans = 1, failed = 0;
    bool passedOn = false; ///< its failure comes from a child
    bool hasValue = true;  ///< false: a span without a duration
};

struct IcicleService {
    QString label; ///< safe to show
    std::size_t color = 0;
    bool unknown = false; ///< (no service): no colour
};

/// A stretch of the critical path, on the row of its cell.
struct IcicleSection {
    std::uint32_t row = 0;
    double from = 0, to = 0;
};

enum class IcicleUnit : std::uint8_t { Time, Count };

struct Icicle {
    std::vector<IcicleCell> cells; ///< pre-order
    std::vector<IcicleService> services;
    std::vector<QString> operations; ///< safe to show
    double whole = 0;
    IcicleUnit unit = IcicleUnit::Time;
    bool isTimeline = false;             ///< from and to are ns after the begin: a ruler says so
    std::vector<IcicleSection> sections; ///< by row, then time

    // Made by indexRows(): cells of a row from left to right; they do not overlap.
    std::vector<std::uint32_t> byRow;
    std::vector<std::uint32_t> rowBegin; ///< into byRow; one more than rows
    std::vector<std::uint32_t>
        failedBefore; ///< cells with failures in byRow before each; one more than cells
    std::vector<std::uint32_t> sectionBegin; ///< by row into sections; one more than rows

    [[nodiscard]] bool empty() const { return cells.empty(); }
    [[nodiscard]] std::uint32_t rows() const {
        return rowBegin.empty() ? 0 : static_cast<std::uint32_t>(rowBegin.size() - 1);
    }
    /// The service's name is left out where it is the parent's.
    [[nodiscard]] bool namesService(const IcicleCell& cell) const {
        return cell.parent == IcicleCell::none || cells[cell.parent].service != cell.service;
    }
};

/// After cells and sections are there.
void indexRows(Icicle& icicle);

[[nodiscard]] inline Health healthOf(const IcicleCell& cell) { return healthOf(cell.failed, cell.spans); }

/// "84.2 ms", "1,204"; an en dash without a value.
[[nodiscard]] QString valueText(const Icicle& icicle, const IcicleCell& cell);

} // namespace hallway
