#include "icicle/IcicleGeometry.h"

#include <algorithm>
#include <cmath>

namespace hallway {

namespace {

/// The part of byRow that holds a row.
struct RowCells {
    std::vector<std::uint32_t>::const_iterator begin, end;
};

RowCells cellsOf(const Icicle& icicle, std::uint32_t row) {
    const auto at = [&](std::uint32_t place) { return icicle.byRow.begin() + place; };
    return {at(icicle.rowBegin[row]), at(icicle.rowBegin[row + 1])};
}

/// Rows in view.
struct RowRange {
    std::uint32_t first = 0, end = 0;
};

RowRange rowsIn(const Icicle& icicle, const IcicleGeometry& geometry) {
    const double first = geometry.scroll / geometry.rowHeight();
    const double end = (geometry.scroll + geometry.cellsRect().height()) / geometry.rowHeight();
    return {std::min(static_cast<std::uint32_t>(std::max(0.0, first)), icicle.rows()),
            std::min(static_cast<std::uint32_t>(std::ceil(std::max(0.0, end))), icicle.rows())};
}

} // namespace

double IcicleGeometry::maximumScroll(std::uint32_t rows) const {
    return std::max(0.0, rows * rowHeight() - cellsRect().height());
}

QRectF IcicleGeometry::rectOf(const IcicleCell& cell) const {
    const double left = x(cell.from);
    return {left, y(cell.row), std::max(1.0, x(cell.to) - left), rowHeight()};
}

std::optional<std::uint32_t> IcicleGeometry::rowAt(double y) const {
    const QRectF cells = cellsRect();
    if (y < cells.top() || y >= cells.bottom()) return std::nullopt;
    return static_cast<std::uint32_t>((y - cells.top() + scroll) / rowHeight());
}

void addVisible(const Icicle& icicle, const IcicleGeometry& geometry, std::uint32_t row,
                std::vector<VisibleCell>& cells) {
    const auto [begin, end] = cellsOf(icicle, row);
    const auto endsBy = [&](std::uint32_t cell, double value) { return icicle.cells[cell].to <= value; };
    auto next = std::lower_bound(begin, end, geometry.window.from, endsBy);
    // A cell without a width at the very begin ends by it, too.
    while (next != begin && icicle.cells[*(next - 1)].to >= geometry.window.from)
        --next;
    const double pixel = geometry.window.length() / geometry.area.width();
    while (next != end && icicle.cells[*next].from <= geometry.window.to) {
        const IcicleCell& cell = icicle.cells[*next];
        auto behind = next + 1;
        if (cell.to - cell.from < pixel)
            behind = std::max(behind, std::lower_bound(behind, end, cell.from + pixel, endsBy));
        VisibleCell visible{*next, static_cast<std::uint32_t>(behind - next), geometry.rectOf(cell), false};
        visible.rect.setRight(std::max(visible.rect.right(), geometry.x(icicle.cells[*(behind - 1)].to)));
        const auto place = static_cast<std::size_t>(next - icicle.byRow.begin());
        visible.anyFailed = icicle.failedBefore[place + visible.count] > icicle.failedBefore[place];
        cells.push_back(visible);
        next = behind;
    }
}

std::vector<VisibleCell> visibleCells(const Icicle& icicle, const IcicleGeometry& geometry) {
    std::vector<VisibleCell> cells;
    const RowRange rows = rowsIn(icicle, geometry);
    for (std::uint32_t row = rows.first; row < rows.end; ++row)
        addVisible(icicle, geometry, row, cells);
    return cells;
}

std::optional<VisibleCell> cellAt(const Icicle& icicle, const IcicleGeometry& geometry, QPointF position) {
    const auto row = geometry.rowAt(position.y());
    if (!row || *row >= icicle.rows()) return std::nullopt;
    std::vector<VisibleCell> cells;
    addVisible(icicle, geometry, *row, cells);
    for (auto cell = cells.rbegin(); cell != cells.rend(); ++cell) // later ones are painted over earlier ones
        if (cell->rect.left() <= position.x() && position.x() < cell->rect.right()) return *cell;
    return std::nullopt;
}

std::vector<QRectF> visibleSections(const Icicle& icicle, const IcicleGeometry& geometry) {
    std::vector<QRectF> lines;
    const RowRange rows = rowsIn(icicle, geometry);
    for (std::uint32_t row = rows.first; row < rows.end; ++row) {
        const auto end = icicle.sections.begin() + icicle.sectionBegin[row + 1];
        auto next =
            std::lower_bound(icicle.sections.begin() + icicle.sectionBegin[row], end, geometry.window.from,
                             [](const IcicleSection& section, double value) { return section.to <= value; });
        bool isFirst = true;
        const double top = geometry.y(row) + geometry.rowHeight() - 3 * geometry.unit;
        while (next != end && next->from < geometry.window.to) {
            const double left = geometry.x(next->from), right = std::max(left + 1, geometry.x(next->to));
            if (!isFirst && left - lines.back().right() < 1)
                lines.back().setRight(right);
            else
                lines.emplace_back(left, top, right - left, 2 * geometry.unit);
            isFirst = false;
            // What ends within this px is drawn with it.
            const double reached = std::max(next->to, geometry.valueAt(lines.back().right()));
            next = std::lower_bound(next + 1, end, reached, [](const IcicleSection& section, double value) {
                return section.to <= value;
            });
        }
    }
    return lines;
}

IcicleWindow fittedWindow(IcicleWindow wanted, double whole) {
    const double least = std::min(whole, std::max(1.0, whole * 1e-9));
    const double length = std::clamp(wanted.length(), least, whole);
    const double middle = (wanted.from + wanted.to) / 2;
    const double from = std::clamp(middle - length / 2, 0.0, whole - length);
    return {from, from + length};
}

std::vector<double> rulerSteps(const IcicleGeometry& geometry, double minimumPx) {
    const double wanted = std::max(1.0, geometry.window.length() * minimumPx / geometry.area.width());
    const double decade = std::pow(10.0, std::floor(std::log10(wanted)));
    double step = 10 * decade;
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * decade >= wanted * (1 - 1e-9)) {
            step = factor * decade;
            break;
        }
    std::vector<double> values;
    for (double value = std::ceil(geometry.window.from / step) * step; value <= geometry.window.to;
         value += step)
        values.push_back(value);
    return values;
}

} // namespace hallway
