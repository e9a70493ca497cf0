#include "waterfall/WaterfallGeometry.h"

#include <algorithm>
#include <cmath>

namespace hallway {
namespace {

constexpr Duration shortestWindow{100};
constexpr double timeInset = 6; // px left free at both ends of the time column

TimeWindow within(Duration from, Duration length, Duration whole) {
    const Duration limit = std::max(whole, Duration(1));
    length = std::clamp(length, std::min(shortestWindow, limit), limit);
    from = std::clamp(from, Duration(0), limit - length);
    return {from, from + length};
}

Duration rounded(double nanoseconds) {
    constexpr double limit = 9.2e18;
    return Duration(static_cast<std::int64_t>(std::llround(std::clamp(nanoseconds, -limit, limit))));
}

} // namespace

Duration TimeScale::timeAt(double px) const {
    const double share = (px - left) / std::max(width, 1e-9);
    return window.from + rounded(share * static_cast<double>(window.length().count()));
}

TimeWindow zoomed(const TimeWindow& window, double factor, Duration anchor, Duration whole) {
    const double before = static_cast<double>(window.length().count());
    const double limit = static_cast<double>(std::max(whole, Duration(1)).count());
    const double least = std::min(static_cast<double>(shortestWindow.count()), limit);
    const double after = std::clamp(before / factor, least, limit);
    const double share = static_cast<double>((anchor - window.from).count()) / before;
    return within(anchor - rounded(share * after), rounded(after), whole);
}

TimeWindow panned(const TimeWindow& window, Duration by, Duration whole) {
    return within(window.from + by, window.length(), whole);
}

TimeWindow framing(Duration from, Duration to, Duration whole) {
    const Duration margin = std::max((to - from) / 20, shortestWindow / 2);
    const Duration begin = std::max(from - margin, Duration(0));
    return within(begin, std::min(to + margin, std::max(whole, Duration(1))) - begin, whole);
}

TimeWindow wholeOf(Duration whole) { return {Duration(0), std::max(whole, Duration(1))}; }

Duration tickStep(const TimeScale& scale, double minimumPx) {
    const double raw =
        static_cast<double>(scale.window.length().count()) * minimumPx / std::max(scale.width, minimumPx);
    std::int64_t decade = 1;
    while (static_cast<double>(decade) * 10 <= raw && decade < 1'000'000'000'000'000'000) {
        decade *= 10;
    }
    for (const std::int64_t factor : {1, 2, 5}) {
        if (static_cast<double>(decade * factor) >= raw) {
            return Duration(decade * factor);
        }
    }
    return Duration(decade < 1'000'000'000'000'000'000 ? decade * 10 : decade);
}

std::vector<Duration> ticksOf(const TimeScale& scale, double minimumPx) {
    const Duration step = tickStep(scale, minimumPx);
    std::vector<Duration> ticks;
    const std::int64_t from = scale.window.from.count();
    const std::int64_t first = from / step.count() + (from > 0 && from % step.count() != 0 ? 1 : 0);
    for (Duration at = step * first; at <= scale.window.to; at += step) {
        ticks.push_back(at);
        if (scale.window.to - at < step) break; // the next one could pass the largest time there is
    }
    return ticks;
}

QRectF WaterfallGeometry::minimapRect() const {
    return {timeLeft(), area.top(), std::max(0.0, area.width() - treeWidth), minimap ? 34 * unit : 0};
}

QRectF WaterfallGeometry::headRect() const {
    return {area.left(), area.top(), treeWidth, minimapRect().height()};
}

QRectF WaterfallGeometry::rulerRect() const {
    return {area.left(), minimapRect().bottom() + (minimap ? 1 : 0), area.width(), 22 * unit};
}

QRectF WaterfallGeometry::rowsRect() const {
    const double top = rulerRect().bottom() + 1;
    return {area.left(), top, area.width(), std::max(0.0, area.bottom() - top)};
}

TimeScale WaterfallGeometry::scale() const {
    return {window, timeLeft() + timeInset, std::max(1.0, area.right() - timeLeft() - 2 * timeInset - 8)};
}

TimeScale WaterfallGeometry::minimapScale(Duration whole) const {
    TimeScale all = scale();
    all.window = wholeOf(whole);
    return all;
}

QRectF WaterfallGeometry::viewportFrame(Duration whole) const {
    const TimeScale all = minimapScale(whole);
    const QRectF map = minimapRect();
    double left = all.x(window.from) - timeInset + 1;
    double right = all.x(window.to) + timeInset - 1;
    if (right - left < 8) {
        const double middle = (left + right) / 2;
        left = middle - 4;
        right = middle + 4;
    }
    return QRectF(QPointF(left, map.top() + 1), QPointF(right, map.bottom() - 1));
}

QRectF WaterfallGeometry::rowRect(std::uint32_t row) const {
    return {area.left(), rowTop(row), area.width(), rowHeight()};
}

std::pair<std::uint32_t, std::uint32_t> WaterfallGeometry::visibleRows() const {
    const double height = rowsRect().height();
    const double first = std::floor(std::max(0.0, scroll) / rowHeight());
    const double end = std::ceil((std::max(0.0, scroll) + height) / rowHeight());
    const double count = rowCount;
    return {static_cast<std::uint32_t>(std::min(first, count)),
            static_cast<std::uint32_t>(std::min(end, count))};
}

std::optional<std::uint32_t> WaterfallGeometry::rowAt(QPointF position) const {
    if (!rowsRect().contains(position)) {
        return std::nullopt;
    }
    const double row = std::floor((position.y() - rowsRect().top() + scroll) / rowHeight());
    if (row < 0 || row >= rowCount) {
        return std::nullopt;
    }
    return static_cast<std::uint32_t>(row);
}

double WaterfallGeometry::maximumScroll() const {
    return std::max(0.0, rowCount * rowHeight() - rowsRect().height());
}

double WaterfallGeometry::scrollShowing(std::uint32_t row) const {
    const double top = row * rowHeight();
    const double context = rowsRect().height() >= 4 * rowHeight() ? rowHeight() : 0;
    double wanted = scroll;
    wanted = std::max(wanted, top + rowHeight() + context - rowsRect().height());
    wanted = std::min(wanted, top - context);
    return std::clamp(wanted, 0.0, maximumScroll());
}

std::uint32_t WaterfallGeometry::maximumIndent() const {
    return static_cast<std::uint32_t>(std::max(2.0, std::floor((treeWidth - 150 * unit) / (14 * unit))));
}

double WaterfallGeometry::indentOf(std::uint32_t depth) const {
    return area.left() + 12 * unit +
           14 * unit * std::min(depth - std::min(depth, baseDepth), maximumIndent());
}

QRectF WaterfallGeometry::toggleBox(std::uint32_t row, std::uint32_t depth) const {
    const double size = 9;
    return {std::round(indentOf(depth)), std::round(rowTop(row) + rowHeight() / 2 - size / 2), size, size};
}

QRectF WaterfallGeometry::barRect(std::uint32_t row, Duration from, Duration to) const {
    const TimeScale time = scale();
    // Painters want numbers of a sane size: what lies far outside ends just outside.
    const double left = std::max(time.x(from), area.left() - 8);
    const double right = std::min(time.x(to), area.right() + 8);
    return {left, rowTop(row) + 5 * unit, std::max(2.0, right - left), barHeight()};
}

LabelSpot placeLabel(const QRectF& bar, double textWidth, double left, double right) {
    if (bar.right() + 6 + textWidth <= right - 4 && bar.right() + 6 >= left) {
        return {LabelPlace::Right, bar.right() + 6};
    }
    if (bar.left() - 6 - textWidth >= left + 4 && bar.left() - 6 <= right) {
        return {LabelPlace::Left, bar.left() - 6 - textWidth};
    }
    return {LabelPlace::Inside, std::max(bar.left(), left) + 8};
}

} // namespace hallway
