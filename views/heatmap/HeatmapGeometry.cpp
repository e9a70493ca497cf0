#include "heatmap/HeatmapGeometry.h"

#include <algorithm>
#include <cmath>

namespace hallway {
namespace {

constexpr double leftAxis = 52, bottomAxis = 22, topInset = 8, lineNames = 36, marginWidth = 68;

std::uint32_t clampIndex(double value, std::uint32_t count) {
    return static_cast<std::uint32_t>(std::clamp(std::floor(value), 0.0, std::max(count, 1u) - 1.0));
}

/// 1, 2 or 5 when the value is that × 10ⁿ ns, else 0.
int leadingDigit(Duration value) {
    std::int64_t rest = value.count();
    while (rest >= 10 && rest % 10 == 0) {
        rest /= 10;
    }
    return rest == 1 || rest == 2 || rest == 5 ? static_cast<int>(rest) : 0;
}

} // namespace

HeatmapSelection selectionOf(const Heatmap& heatmap, const HeatmapCells& cells) {
    HeatmapSelection selection;
    selection.cells = cells;
    selection.time = {heatmap.columnRange(cells.firstColumn).from, heatmap.columnRange(cells.lastColumn).to};
    selection.lowest = heatmap.rowRange(cells.firstRow).first;
    selection.highest = heatmap.rowRange(cells.lastRow).second;
    for (std::uint32_t column = cells.firstColumn; column <= cells.lastColumn; ++column) {
        for (std::uint32_t row = cells.firstRow; row <= cells.lastRow; ++row) {
            selection.calls += heatmap.counts[heatmap.cell(column, row)];
            selection.failed += heatmap.failed[heatmap.cell(column, row)];
        }
    }
    return selection;
}

std::array<std::uint64_t, 6> shadeBounds(std::uint32_t largestCount) {
    const auto powers = [](std::uint64_t base) {
        std::array<std::uint64_t, 6> bounds{1};
        for (std::size_t i = 1; i < bounds.size(); ++i) {
            bounds[i] = bounds[i - 1] * base;
        }
        return bounds;
    };
    for (const std::uint64_t base : {2u, 3u, 4u, 6u}) {
        if (powers(base).back() * 2 >= largestCount) {
            return powers(base);
        }
    }
    return powers(10);
}

std::uint32_t shadeOf(std::uint32_t count, const std::array<std::uint64_t, 6>& bounds) {
    const auto above = std::upper_bound(bounds.begin(), bounds.end(), count);
    return above == bounds.begin() ? 0 : static_cast<std::uint32_t>(above - bounds.begin()) - 1;
}

std::uint32_t shadeOfShare(std::uint32_t count, std::uint32_t all) {
    std::uint32_t shade = 0;
    while (shade + 1 < shareBounds.size() &&
           std::uint64_t{count} * 100 >= std::uint64_t{all} * shareBounds[shade + 1])
        ++shade;
    return shade;
}

HeatmapOptions optionsFor(const QRectF& area, double unit) {
    HeatmapOptions options;
    const double width = area.width() - (leftAxis + lineNames + marginWidth) * unit;
    options.maximumColumns = static_cast<std::uint32_t>(std::clamp(std::floor(width / 5), 1.0, 120.0));
    options.cellsPerDecade = area.height() > 400 ? 18 : 12;
    return options;
}

HeatmapGeometry::HeatmapGeometry(const QRectF& area, const Heatmap& heatmap, double unit, bool margin)
    : m_heatmap(&heatmap), m_unit(unit) {
    const double right = lineNames * unit + (margin ? marginWidth * unit : 0);
    m_plot = QRectF(std::round(area.left() + leftAxis * unit), std::round(area.top() + topInset * unit),
                    std::max(1.0, std::floor(area.width() - leftAxis * unit - right)),
                    std::max(1.0, std::floor(area.height() - (topInset + bottomAxis) * unit)));
    if (margin) {
        m_margin = QRectF(m_plot.right() + lineNames * unit, m_plot.top(), (marginWidth - 8) * unit,
                          m_plot.height());
    }
}

double HeatmapGeometry::columnLeft(std::uint32_t column) const {
    return std::round(m_plot.left() + m_plot.width() * column / std::max(m_heatmap->columns, 1u));
}

double HeatmapGeometry::rowBottom(std::uint32_t row) const {
    return std::round(m_plot.bottom() - m_plot.height() * row / std::max(m_heatmap->rows, 1u));
}

QRectF HeatmapGeometry::cellRect(std::uint32_t column, std::uint32_t row) const {
    const double left = columnLeft(column);
    const double top = rowBottom(row + 1);
    return {left, top + 1, std::max(1.0, columnLeft(column + 1) - left - 1),
            std::max(1.0, rowBottom(row) - top - 1)};
}

QRectF HeatmapGeometry::cellsRect(const HeatmapCells& cells) const {
    return QRectF(QPointF(columnLeft(cells.firstColumn), rowBottom(cells.lastRow + 1)),
                  QPointF(columnLeft(cells.lastColumn + 1), rowBottom(cells.firstRow)));
}

double HeatmapGeometry::yOf(Duration latency) const {
    if (m_heatmap->linear) {
        const double most = static_cast<double>(std::max<std::int64_t>(m_heatmap->highest.count(), 1));
        return m_plot.bottom() -
               m_plot.height() * std::clamp(static_cast<double>(latency.count()) / most, 0.0, 1.0);
    }
    const auto logOf = [](Duration value) {
        return std::log(static_cast<double>(std::max<std::int64_t>(value.count(), 1)));
    };
    const double low = logOf(m_heatmap->lowest);
    const double high = logOf(m_heatmap->highest);
    const double share = high > low ? std::clamp((logOf(latency) - low) / (high - low), 0.0, 1.0) : 0;
    return m_plot.bottom() - m_plot.height() * share;
}

std::optional<HeatmapGeometry::Cell> HeatmapGeometry::cellAt(QPointF position) const {
    if (!m_plot.contains(position) || m_heatmap->columns == 0 || m_heatmap->rows == 0) {
        return std::nullopt;
    }
    return nearestCell(position);
}

HeatmapGeometry::Cell HeatmapGeometry::nearestCell(QPointF position) const {
    Cell cell{
        clampIndex((position.x() - m_plot.left()) / m_plot.width() * m_heatmap->columns, m_heatmap->columns),
        clampIndex((m_plot.bottom() - position.y()) / m_plot.height() * m_heatmap->rows, m_heatmap->rows)};
    // Edges are rounded to whole px, so the neighbour may own this pixel.
    if (position.x() < columnLeft(cell.column) && cell.column > 0) {
        --cell.column;
    } else if (position.x() >= columnLeft(cell.column + 1) && cell.column + 1 < m_heatmap->columns) {
        ++cell.column;
    }
    if (position.y() >= rowBottom(cell.row) && cell.row > 0) {
        --cell.row;
    } else if (position.y() < rowBottom(cell.row + 1) && cell.row + 1 < m_heatmap->rows) {
        ++cell.row;
    }
    return cell;
}

HeatmapCells HeatmapGeometry::cellsBetween(QPointF a, QPointF b, bool timeOnly) const {
    const Cell one = nearestCell(a);
    const Cell other = nearestCell(b);
    HeatmapCells cells{std::min(one.column, other.column), std::max(one.column, other.column),
                       std::min(one.row, other.row), std::max(one.row, other.row)};
    if (timeOnly) {
        cells.firstRow = 0;
        cells.lastRow = std::max(m_heatmap->rows, 1u) - 1;
    }
    return cells;
}

std::vector<AxisTick> HeatmapGeometry::linearTicks() const {
    const double highest = static_cast<double>(std::max<std::int64_t>(m_heatmap->highest.count(), 1));
    const double leastStep = highest * 24 * m_unit / std::max(m_plot.height(), 1.0);
    double step = 1;
    for (int i = 0; step < leastStep; ++i)
        step *= i % 3 == 1 ? 2.5 : 2; // 1, 2, 5, 10
    std::vector<AxisTick> ticks;
    for (double at = 0; at <= highest; at += step) {
        const Duration value(std::llround(at));
        ticks.push_back({yOf(value), value == Duration::zero() ? QStringLiteral("0") : axisDuration(value)});
    }
    return ticks;
}

std::vector<AxisTick> HeatmapGeometry::latencyTicks() const {
    if (m_heatmap->linear) return linearTicks();
    struct Value {
        Duration at;
        int digit;
    };
    std::vector<Value> values;
    for (std::int64_t decade = 1; decade <= m_heatmap->highest.count(); decade *= 10) {
        for (const std::int64_t digit : {1, 2, 5}) {
            const Duration at(decade * digit);
            if (at >= m_heatmap->lowest && at <= m_heatmap->highest) {
                values.push_back({at, leadingDigit(at)});
            }
        }
        if (decade >= 1'000'000'000'000'000'000) {
            break;
        }
    }
    double nearest = m_plot.height();
    for (std::size_t i = 1; i < values.size(); ++i) {
        nearest = std::min(nearest, std::abs(yOf(values[i].at) - yOf(values[i - 1].at)));
    }
    const double decades =
        std::log10(static_cast<double>(std::max<std::int64_t>(m_heatmap->highest.count(), 2)) /
                   static_cast<double>(std::max<std::int64_t>(m_heatmap->lowest.count(), 1)));
    const double decadePx = m_plot.height() / std::max(decades, 0.1);
    const double least = 16 * m_unit;
    const double fives = decadePx * std::log10(2.0); // from 5 to the next 10
    std::vector<AxisTick> ticks;
    for (const Value& value : values) {
        const bool labelled = nearest >= least || value.digit == 1 || (value.digit == 5 && fives >= least);
        ticks.push_back({yOf(value.at), labelled ? axisDuration(value.at) : QString()});
    }
    return ticks;
}

} // namespace hallway
