// Where things are in the latency heatmap: cells, axes, legend, selection. Pure; lengths in
// device-independent px.
#pragma once

#include "analysis/Heatmap.h"
#include "common/AxisTicks.h"

#include <QRectF>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace hallway {

/// A rectangle of cells, bounds inclusive.
struct HeatmapCells {
    std::uint32_t firstColumn = 0, lastColumn = 0;
    std::uint32_t firstRow = 0, lastRow = 0;
    bool operator==(const HeatmapCells&) const = default;
};

/// A part of a heatmap and what it holds.
struct HeatmapSelection {
    HeatmapCells cells;
    TimeRange time;
    Duration lowest{}, highest{}; ///< [lowest, highest)
    std::uint64_t calls = 0, failed = 0;
    bool operator==(const HeatmapSelection&) const = default;
};

[[nodiscard]] HeatmapSelection selectionOf(const Heatmap& heatmap, const HeatmapCells& cells);

/// Lower bounds of the six shades: 1, b, b² … with b of 2 3 4 6 10 (look.md section 7).
[[nodiscard]] std::array<std::uint64_t, 6> shadeBounds(std::uint32_t largestCount);
/// 0…5 for a count ≥ 1 among `all` ≥ 1 of its column: lower bounds in percent.
inline constexpr std::array<std::uint32_t, 6> shareBounds{0, 2, 5, 10, 20, 40};
[[nodiscard]] std::uint32_t shadeOfShare(std::uint32_t count, std::uint32_t all);
/// 0…5 for a count ≥ 1.
[[nodiscard]] std::uint32_t shadeOf(std::uint32_t count, const std::array<std::uint64_t, 6>& bounds);

/// At most 120 columns of at least 5 px; 12 cells a decade, 18 from 400 px of height.
[[nodiscard]] HeatmapOptions optionsFor(const QRectF& area, double unit);

class HeatmapGeometry {
public:
    /// `unit` as in WaterfallGeometry. The heatmap is kept as a pointer and must outlive the geometry.
    HeatmapGeometry(const QRectF& area, const Heatmap& heatmap, double unit, bool margin);

    [[nodiscard]] const QRectF& plot() const { return m_plot; }
    [[nodiscard]] const QRectF& margin() const { return m_margin; } ///< histogram of all calls; empty = none
    [[nodiscard]] double unit() const { return m_unit; }

    /// On whole px, with a 1 px gap right and above.
    [[nodiscard]] QRectF cellRect(std::uint32_t column, std::uint32_t row) const;
    [[nodiscard]] QRectF cellsRect(const HeatmapCells& cells) const; ///< the outline around them
    [[nodiscard]] double columnLeft(std::uint32_t column) const;     ///< column ≤ columns
    [[nodiscard]] double rowBottom(std::uint32_t row) const;         ///< row ≤ rows
    [[nodiscard]] double yOf(Duration latency) const;                ///< clamped to the axis

    struct Cell {
        std::uint32_t column = 0, row = 0;
        bool operator==(const Cell&) const = default;
    };
    [[nodiscard]] std::optional<Cell> cellAt(QPointF position) const; ///< nothing outside the plot
    [[nodiscard]] Cell nearestCell(QPointF position) const;           ///< clamped to the plot
    /// The cells between two points; `timeOnly` takes all latencies.
    [[nodiscard]] HeatmapCells cellsBetween(QPointF a, QPointF b, bool timeOnly) const;

    /// Labelled at 1-2-5; at 1 and 5 only where labels were less than 16 px apart, at 1 where that is still
    /// too near.
    [[nodiscard]] std::vector<AxisTick> latencyTicks() const;

private:
    [[nodiscard]] std::vector<AxisTick> linearTicks() const; ///< from 0 in 1-2-5 steps of at least 24 px
    const Heatmap* m_heatmap;
    QRectF m_plot, m_margin;
    double m_unit;
};

} // namespace hallway
