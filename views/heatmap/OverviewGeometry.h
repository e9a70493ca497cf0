// The strip of requests and failures over the whole capture: time ↔ pixel and the range with its grips. Pure.
#pragma once

#include "analysis/TraceList.h"

#include <QRectF>

#include <optional>

namespace hallway {

/// What a press takes hold of.
enum class OverviewHandle : std::uint8_t { None, From, To, Range };

struct OverviewGeometry {
    QRectF area;
    TimeRange capture; ///< finite, not empty
    double unit = 1;

    [[nodiscard]] QRectF plot() const;              ///< without the labels left and below
    [[nodiscard]] QRectF label() const;             ///< left of the plot; empty where the strip is narrow
    [[nodiscard]] double middle() const;            ///< y of the line between requests and failures
    [[nodiscard]] double xOf(Timestamp time) const; ///< clamped to the plot
    /// Clamped to the capture and rounded to the nearest 1-2-5 step that is not wider than a pixel.
    [[nodiscard]] Timestamp timeAt(double x) const;
    [[nodiscard]] Duration precision() const; ///< that step
    /// Grips are 6 px wide and caught within 5 px of their line.
    [[nodiscard]] OverviewHandle handleAt(QPointF position, const std::optional<TimeRange>& range) const;
    [[nodiscard]] QRectF gripRect(Timestamp at) const;
};

/// From the earlier to the later, at least `least` long, within `capture`.
[[nodiscard]] TimeRange rangeBetween(Timestamp a, Timestamp b, Duration least, const TimeRange& capture);
/// Moved without changing its length, within `capture`.
[[nodiscard]] TimeRange movedRange(const TimeRange& range, Duration by, const TimeRange& capture);

} // namespace hallway
