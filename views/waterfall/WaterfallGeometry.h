// Where things are in the waterfall: time ↔ pixel, rows, columns, ruler. Pure; lengths in device-independent
// px.
#pragma once

#include "base/Time.h"

#include <QPointF>
#include <QRectF>

#include <cstdint>
#include <optional>
#include <vector>

namespace hallway {

/// A stretch of a trace, as offsets from its start; [from, to), from < to.
struct TimeWindow {
    Duration from{}, to{};
    [[nodiscard]] Duration length() const { return to - from; }
    bool operator==(const TimeWindow&) const = default;
};

/// Linear map between times of a window and pixels.
struct TimeScale {
    TimeWindow window;
    double left = 0, width = 1; ///< px the window takes

    [[nodiscard]] double x(Duration at) const {
        return left + width * static_cast<double>((at - window.from).count()) /
                          static_cast<double>(window.length().count());
    }
    /// Not clamped to the window.
    [[nodiscard]] Duration timeAt(double px) const;
};

/// Zoomed by `factor` (> 1 = nearer) so that `anchor` keeps its pixel; stays within [0, whole] and never
/// shows less than 100 ns.
[[nodiscard]] TimeWindow zoomed(const TimeWindow& window, double factor, Duration anchor, Duration whole);
/// Moved by `by`, kept within [0, whole].
[[nodiscard]] TimeWindow panned(const TimeWindow& window, Duration by, Duration whole);
/// The least window with a margin of 5 % around [from, to], within [0, whole].
[[nodiscard]] TimeWindow framing(Duration from, Duration to, Duration whole);
/// All of a trace that lasts `whole`; at least 1 ns, so that a trace of no length has a scale too.
[[nodiscard]] TimeWindow wholeOf(Duration whole);

/// Step of 1, 2 or 5 × 10ⁿ ns whose ticks are at least `minimumPx` apart.
[[nodiscard]] Duration tickStep(const TimeScale& scale, double minimumPx = 72);
/// Multiples of the step in the window.
[[nodiscard]] std::vector<Duration> ticksOf(const TimeScale& scale, double minimumPx = 72);

/// The three bands of the view (minimap, ruler, rows) and the two columns (tree, time).
struct WaterfallGeometry {
    QRectF area;
    double unit = 1;        ///< 1 at the 12 px font: look.md, "multiply rows by fontHeight / 15"
    double treeWidth = 300; ///< of the left column
    bool minimap = true;
    TimeWindow window{Duration(0), Duration(1)};
    double scroll = 0; ///< px of rows above the first visible one
    std::uint32_t rowCount = 0;
    std::uint32_t baseDepth = 0; ///< the level that is not indented: that of the root shown

    [[nodiscard]] double rowHeight() const { return 22 * unit; }
    [[nodiscard]] double barHeight() const { return 12 * unit; }
    [[nodiscard]] QRectF minimapRect() const; ///< time column only; empty when there is none
    [[nodiscard]] QRectF headRect() const;    ///< tree column, beside the minimap
    [[nodiscard]] QRectF rulerRect() const;   ///< both columns
    [[nodiscard]] QRectF rowsRect() const;    ///< both columns
    [[nodiscard]] double timeLeft() const { return area.left() + treeWidth; }

    [[nodiscard]] TimeScale scale() const;
    /// The minimap always shows the whole trace.
    [[nodiscard]] TimeScale minimapScale(Duration whole) const;
    /// The frame of the visible window in the minimap; at least 8 px wide.
    [[nodiscard]] QRectF viewportFrame(Duration whole) const;

    [[nodiscard]] double rowTop(std::uint32_t row) const {
        return rowsRect().top() - scroll + row * rowHeight();
    }
    [[nodiscard]] QRectF rowRect(std::uint32_t row) const;
    /// Rows of which any pixel shows: [first, second).
    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> visibleRows() const;
    [[nodiscard]] std::optional<std::uint32_t> rowAt(QPointF position) const;
    [[nodiscard]] double maximumScroll() const;
    /// The scroll value nearest to the present one with which `row` is wholly visible, one row of context
    /// included.
    [[nodiscard]] double scrollShowing(std::uint32_t row) const;

    /// Levels below the root shown deeper than this are not indented further, so that names keep at least 150
    /// px.
    [[nodiscard]] std::uint32_t maximumIndent() const;
    [[nodiscard]] double indentOf(std::uint32_t depth) const;
    [[nodiscard]] QRectF toggleBox(std::uint32_t row, std::uint32_t depth) const; ///< − or +, 9 × 9
    /// At least 2 px wide.
    [[nodiscard]] QRectF barRect(std::uint32_t row, Duration from, Duration to) const;
};

enum class LabelPlace : std::uint8_t { Right, Left, Inside };
struct LabelSpot {
    LabelPlace place = LabelPlace::Right;
    double left = 0; ///< of the text
};
/// look.md section 6: right of the bar + 6, no room: left of it − 6, no room: inside on a plate.
/// [left, right] = the time column.
[[nodiscard]] LabelSpot placeLabel(const QRectF& bar, double textWidth, double left, double right);

} // namespace hallway
