#include "heatmap/OverviewGeometry.h"

#include <algorithm>
#include <cmath>

namespace hallway {

QRectF OverviewGeometry::label() const {
    const double width = area.width() >= 480 * unit ? 128 * unit : 0;
    return {area.left() + 12 * unit, area.top(), std::max(0.0, width - 12 * unit), area.height()};
}

QRectF OverviewGeometry::plot() const {
    const double left = area.width() >= 480 * unit ? area.left() + 140 * unit : area.left() + 8;
    return QRectF(QPointF(std::round(left), area.top()),
                  QPointF(std::round(area.right() - 12), area.bottom()));
}

double OverviewGeometry::middle() const { return std::round(area.top() + area.height() * 28 / 48); }

double OverviewGeometry::xOf(Timestamp time) const {
    const double length = static_cast<double>((capture.to - capture.from).count());
    const double at =
        static_cast<double>((std::clamp(time, capture.from, capture.to) - capture.from).count());
    return plot().left() + plot().width() * (length > 0 ? at / length : 0);
}

Duration OverviewGeometry::precision() const {
    const double perPixel =
        static_cast<double>((capture.to - capture.from).count()) / std::max(plot().width(), 1.0);
    std::int64_t step = 1;
    for (std::int64_t decade = 1;
         static_cast<double>(decade) <= perPixel && decade < 1'000'000'000'000'000'000; decade *= 10) {
        for (const std::int64_t factor : {1, 2, 5}) {
            if (static_cast<double>(decade * factor) <= perPixel) {
                step = decade * factor;
            }
        }
    }
    return Duration(step);
}

Timestamp OverviewGeometry::timeAt(double x) const {
    const double share = std::clamp((x - plot().left()) / std::max(plot().width(), 1.0), 0.0, 1.0);
    if (share <= 0) {
        return capture.from;
    }
    if (share >= 1) {
        return capture.to;
    }
    const double length = static_cast<double>((capture.to - capture.from).count());
    const std::int64_t step = precision().count();
    const std::int64_t at =
        nanosecondsOf(capture.from) + static_cast<std::int64_t>(std::llround(share * length));
    const std::int64_t past = ((at % step) + step) % step;
    const std::int64_t nearest = past * 2 < step ? at - past : at - past + step;
    return std::clamp(timestampOf(nearest), capture.from, capture.to);
}

QRectF OverviewGeometry::gripRect(Timestamp at) const {
    return {std::round(xOf(at)) - 3, area.top() + area.height() * 18 / 48, 6, 14};
}

OverviewHandle OverviewGeometry::handleAt(QPointF position, const std::optional<TimeRange>& range) const {
    if (!range || position.y() < area.top() || position.y() > area.bottom()) {
        return OverviewHandle::None;
    }
    const double fromDistance = std::abs(position.x() - xOf(range->from));
    const double toDistance = std::abs(position.x() - xOf(range->to));
    if (std::min(fromDistance, toDistance) <= 5) {
        return fromDistance < toDistance ? OverviewHandle::From : OverviewHandle::To;
    }
    const bool inside = position.x() > xOf(range->from) && position.x() < xOf(range->to);
    return inside ? OverviewHandle::Range : OverviewHandle::None;
}

TimeRange rangeBetween(Timestamp a, Timestamp b, Duration least, const TimeRange& capture) {
    TimeRange range{std::max(std::min(a, b), capture.from), std::min(std::max(a, b), capture.to)};
    if (range.to - range.from < least) {
        range.to = std::min(range.from + least, capture.to);
        range.from = std::max(range.to - least, capture.from);
    }
    return range;
}

TimeRange movedRange(const TimeRange& range, Duration by, const TimeRange& capture) {
    const Duration length = range.to - range.from;
    const Timestamp latest = std::max(capture.to - length, capture.from);
    const Timestamp from = std::clamp(range.from + by, capture.from, latest);
    return {from, std::min(from + length, capture.to)};
}

} // namespace hallway
