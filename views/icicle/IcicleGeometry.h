// Where the cells of an icicle stand, in px. Pure.
#pragma once

#include "icicle/Icicle.h"

#include <QPointF>
#include <QRectF>

#include <optional>
#include <vector>

namespace hallway {

/// What of the width is shown.
struct IcicleWindow {
    double from = 0, to = 1;
    [[nodiscard]] double length() const { return to - from; }
    bool operator==(const IcicleWindow&) const = default;
};

/// A cell, or a run of neighbours too narrow to be told apart.
struct VisibleCell {
    std::uint32_t cell = 0; ///< the first
    std::uint32_t count = 1;
    QRectF rect;
    bool anyFailed = false;
};

struct IcicleGeometry {
    QRectF area;
    double unit = 1; ///< Fonts::scale
    IcicleWindow window;
    double scroll = 0; ///< px
    bool hasRuler = false;

    [[nodiscard]] double rowHeight() const { return 22 * unit; }
    [[nodiscard]] QRectF rulerRect() const {
        return {area.topLeft(), QSizeF(area.width(), hasRuler ? 22 * unit : 0)};
    }
    [[nodiscard]] QRectF cellsRect() const { return area.adjusted(0, rulerRect().height(), 0, 0); }
    [[nodiscard]] double maximumScroll(std::uint32_t rows) const;

    [[nodiscard]] double x(double value) const {
        return area.left() + (value - window.from) / window.length() * area.width();
    }
    [[nodiscard]] double valueAt(double x) const {
        return window.from + (x - area.left()) / area.width() * window.length();
    }
    [[nodiscard]] double y(std::uint32_t row) const { return cellsRect().top() + row * rowHeight() - scroll; }
    /// At least 1 px wide; may lie outside the area.
    [[nodiscard]] QRectF rectOf(const IcicleCell& cell) const;
    [[nodiscard]] std::optional<std::uint32_t> rowAt(double y) const;
};

/// The cells of one row within the area, from left to right: as many as it has px at most, whatever it holds.
void addVisible(const Icicle& icicle, const IcicleGeometry& geometry, std::uint32_t row,
                std::vector<VisibleCell>& cells);
/// Those of all rows within the area.
[[nodiscard]] std::vector<VisibleCell> visibleCells(const Icicle& icicle, const IcicleGeometry& geometry);
[[nodiscard]] std::optional<VisibleCell> cellAt(const Icicle& icicle, const IcicleGeometry& geometry,
                                                QPointF position);
/// The stretches of the critical path in the area, as lines along the lower ends of their rows; what is less
/// than a px apart is one.
[[nodiscard]] std::vector<QRectF> visibleSections(const Icicle& icicle, const IcicleGeometry& geometry);

/// Within [0, whole], no narrower than a nanosecond or what doubles can tell apart.
[[nodiscard]] IcicleWindow fittedWindow(IcicleWindow wanted, double whole);

/// Round steps (1, 2, 5) of a ruler, at least `minimumPx` apart: their values within the window.
[[nodiscard]] std::vector<double> rulerSteps(const IcicleGeometry& geometry, double minimumPx);

} // namespace hallway
