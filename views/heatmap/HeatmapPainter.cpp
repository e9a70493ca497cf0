#include "heatmap/HeatmapPainter.h"

#include "common/Text.h"
#include "heatmap/HeatmapText.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace hallway {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Heatmap)
};

} // namespace

HeatmapGeometry HeatmapPainter::geometryOf(const HeatmapScene& scene) const {
    const bool room = scene.area.width() >= 420 * m_fonts.scale;
    return {scene.area, *scene.heatmap, m_fonts.scale, scene.layers.margin && room};
}

void HeatmapPainter::paint(QPainter& painter, const HeatmapScene& scene) const {
    const HeatmapGeometry geometry = geometryOf(scene);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(scene.area, m_theme.surface);
    paintAxes(painter, scene, geometry);
    paintCells(painter, scene, geometry);
    if (scene.box) {
        fadeOutside(painter, scene, geometry);
    }
    if (scene.layers.percentiles) {
        paintPercentiles(painter, scene, geometry);
    }
    painter.setPen(QPen(m_theme.line2, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(geometry.plot().adjusted(0, 0, -1, -1));
    paintMargin(painter, scene, geometry);
    if (scene.box) {
        paintBox(painter, scene, geometry);
    }
    paintCursor(painter, scene, geometry);
    if (scene.focus) {
        painter.setPen(QPen(m_theme.accent, 2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.drawRect(geometry.plot().adjusted(-2, -2, 1, 1));
    }
    if (scene.tip) {
        paintTip(painter, scene, geometry);
    }
}

void HeatmapPainter::paintCells(QPainter& painter, const HeatmapScene& scene,
                                const HeatmapGeometry& geometry) const {
    const Heatmap& heatmap = *scene.heatmap;
    const std::uint32_t largest =
        heatmap.counts.empty() ? 0 : *std::max_element(heatmap.counts.begin(), heatmap.counts.end());
    const auto bounds = shadeBounds(largest);
    for (std::uint32_t column = 0; column < heatmap.columns; ++column) {
        const auto first = heatmap.counts.begin() + static_cast<std::ptrdiff_t>(heatmap.cell(column, 0));
        const std::uint32_t inColumn = std::accumulate(first, first + heatmap.rows, 0u);
        for (std::uint32_t row = 0; row < heatmap.rows; ++row) {
            const std::uint32_t count = heatmap.counts[heatmap.cell(column, row)];
            if (count == 0) {
                continue;
            }
            const QRectF rect = geometry.cellRect(column, row);
            painter.fillRect(rect, m_theme.heat[scene.layers.shareOfColumn ? shadeOfShare(count, inColumn)
                                                                           : shadeOf(count, bounds)]);
            const std::uint32_t failed = heatmap.failed[heatmap.cell(column, row)];
            if (failed > 0 && scene.layers.failures) {
                const double share = static_cast<double>(failed) / count;
                const double height =
                    std::max(std::min(2.5, rect.height()), std::round(rect.height() * share));
                const double width = std::min(3.0, std::max(1.0, std::floor(rect.width() / 2)));
                painter.fillRect(
                    QRectF(std::round(rect.center().x() - width / 2), rect.bottom() - height, width, height),
                    m_theme.failing);
            }
        }
    }
}

void HeatmapPainter::paintAxes(QPainter& painter, const HeatmapScene& scene,
                               const HeatmapGeometry& geometry) const {
    const QRectF& plot = geometry.plot();
    const double unit = geometry.unit();
    for (const AxisTick& tick : geometry.latencyTicks()) {
        const double y = std::clamp(std::round(tick.position), plot.top(), plot.bottom() - 1);
        painter.fillRect(QRectF(plot.left(), y, plot.width(), 1), m_theme.line);
        painter.fillRect(QRectF(plot.left() - 4, y, 4, 1), m_theme.line2);
        drawFigures(painter, {plot.left() - 7, y + 4 * unit}, tick.text, m_fonts.small, m_theme.text2,
                    TextAlign::Right);
    }
    double free = scene.area.left();
    const double apart = (plot.width() < 500 * unit ? 64 : 110) * unit;
    for (const AxisTick& tick :
         clockTicks(scene.heatmap->range, plot.left(), plot.width(), apart, scene.offset)) {
        const double x = std::clamp(std::round(tick.position), plot.left(), plot.right() - 1);
        const double width = figuresWidth(tick.text, m_fonts.small);
        painter.fillRect(QRectF(x, plot.bottom(), 1, 4), m_theme.line2);
        const double left = std::clamp(x - width / 2, scene.area.left() + 2, scene.area.right() - width - 2);
        if (left >= free) {
            drawFigures(painter, {left, plot.bottom() + 16 * unit}, tick.text, m_fonts.small, m_theme.text2);
            free = left + width + 8;
        }
    }
}

void HeatmapPainter::paintPercentiles(QPainter& painter, const HeatmapScene& scene,
                                      const HeatmapGeometry& geometry) const {
    struct Line {
        const char* name;
        Duration Distribution::*value;
        std::uint64_t least, certain; // samples to be drawn at all, and to be sure
        double width;
        bool dashed;
    };
    const Line lines[] = {{"p50", &Distribution::p50, 1, 1, 1.2, false},
                          {"p95", &Distribution::p95, 1, 20, 1.4, true},
                          {"p99", &Distribution::p99, 20, 100, 1.8, false}};
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setBrush(Qt::NoBrush);
    struct Name {
        QString text;
        double y;
        QFont font;
    };
    std::vector<Name> names;
    for (const Line& line : lines) {
        // Runs of equal certainty, each a stepped line; p99 stands 2 px higher so that it does not hide under
        // p95.
        const double lift = line.width > 1.7 ? 2 : 0;
        QPolygonF run;
        bool certain = true;
        double lastY = 0;
        bool drawn = false;
        const auto flush = [&] {
            if (run.size() > 1) {
                QColor casing = m_theme.surface;
                casing.setAlphaF(0.85F);
                painter.setPen(QPen(casing, line.width + 2.6, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
                painter.drawPolyline(run);
                QPen pen(certain ? m_theme.path : m_theme.text3, line.width, Qt::SolidLine, Qt::FlatCap,
                         Qt::MiterJoin);
                if (line.dashed) {
                    pen.setDashPattern({5 / line.width, 3 / line.width});
                }
                painter.setPen(pen);
                painter.drawPolyline(run);
            }
            run.clear();
        };
        const std::uint32_t longestPause = std::max(1u, scene.heatmap->columns / 12);
        std::uint32_t expected = 0;
        for (const HeatmapPercentiles& interval : scene.heatmap->percentiles) {
            const std::uint64_t samples = interval.distribution.samples;
            if (samples < std::max<std::uint64_t>(line.least, 1)) {
                flush();
                continue;
            }
            const bool sure = samples >= line.certain;
            const double y = std::floor(geometry.yOf(interval.distribution.*line.value)) + 0.5 - lift;
            const QPointF from(geometry.columnLeft(interval.firstColumn), y);
            const QPointF to(geometry.columnLeft(interval.firstColumn + interval.columnCount), y);
            // A pause of a few columns without calls does not tear the line: the value holds until the next
            // one.
            const bool joins = !run.isEmpty() && interval.firstColumn - expected <= longestPause;
            if (joins && interval.firstColumn != expected) run << QPointF(from.x(), lastY);
            if (!run.isEmpty() && (sure != certain || !joins)) {
                flush();
                if (joins) run << QPointF(from.x(), lastY);
            }
            certain = sure;
            run << from << to;
            expected = interval.firstColumn + interval.columnCount;
            lastY = y;
            drawn = true;
        }
        flush();
        if (drawn) {
            names.push_back(
                {QString::fromLatin1(line.name), lastY, lift > 0 ? m_fonts.smallStrong : m_fonts.small});
        }
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    // Names at the right end keep clear of each other: the slowest first, the others pushed down.
    std::stable_sort(names.begin(), names.end(), [](const Name& a, const Name& b) { return a.y < b.y; });
    double free = -1e9;
    for (const Name& name : names) {
        const double y = std::max(name.y + 4 * geometry.unit(), free);
        drawText(painter, {geometry.plot().right() + 5, std::round(y)}, name.text, name.font, m_theme.text);
        free = y + 13 * geometry.unit();
    }
}

void HeatmapPainter::paintMargin(QPainter& painter, const HeatmapScene& scene,
                                 const HeatmapGeometry& geometry) const {
    const QRectF& margin = geometry.margin();
    const Heatmap& heatmap = *scene.heatmap;
    if (margin.isEmpty() || heatmap.rowCounts.empty()) {
        return;
    }
    const double most =
        std::max<std::uint32_t>(*std::max_element(heatmap.rowCounts.begin(), heatmap.rowCounts.end()), 1);
    for (std::uint32_t row = 0; row < heatmap.rows; ++row) {
        if (heatmap.rowCounts[row] == 0) {
            continue;
        }
        const QRectF cell = geometry.cellRect(0, row);
        const auto bar = [&](std::uint32_t count, const QColor& color) {
            const double width = std::max(1.0, std::round(margin.width() * count / most));
            painter.fillRect(QRectF(margin.left() + 1, cell.top(), width, cell.height()), color);
        };
        bar(heatmap.rowCounts[row], m_theme.heat[3]);
        if (heatmap.rowFailed[row] > 0 && scene.layers.failures) {
            bar(heatmap.rowFailed[row], m_theme.failing);
        }
    }
    painter.fillRect(QRectF(margin.left(), margin.top(), 1, margin.height()), m_theme.line2);
    const QString text = Words::tr("all calls");
    const double width = textWidth(text, m_fonts.small);
    painter.fillRect(QRectF(margin.left() + 3, margin.top() + 1, width + 4, 14 * geometry.unit()),
                     m_theme.surface);
    drawText(painter, {margin.left() + 5, margin.top() + 12 * geometry.unit()}, text, m_fonts.small,
             m_theme.text2);
}

void HeatmapPainter::fadeOutside(QPainter& painter, const HeatmapScene& scene,
                                 const HeatmapGeometry& geometry) const {
    const QRectF& plot = geometry.plot();
    const QRectF box = geometry.cellsRect(*scene.box);
    QColor veil = m_theme.surface;
    veil.setAlphaF(0.42F);
    const QRectF around[] = {QRectF(plot.topLeft(), QPointF(plot.right(), box.top())),
                             QRectF(QPointF(plot.left(), box.bottom()), plot.bottomRight()),
                             QRectF(QPointF(plot.left(), box.top()), box.bottomLeft()),
                             QRectF(box.topRight(), QPointF(plot.right(), box.bottom()))};
    for (const QRectF& rect : around) {
        painter.fillRect(rect, veil);
    }
}

void HeatmapPainter::paintBox(QPainter& painter, const HeatmapScene& scene,
                              const HeatmapGeometry& geometry) const {
    const QRectF box = geometry.cellsRect(*scene.box);
    painter.setPen(
        QPen(m_theme.accent, m_theme.selectionWidth(), Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box);
    for (const QPointF& corner : {box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight()}) {
        const QRectF grip(std::round(corner.x()) - 3, std::round(corner.y()) - 3, 6, 6);
        painter.fillRect(grip, m_theme.accent);
        painter.fillRect(grip.adjusted(1, 1, -1, -1), m_theme.surface);
    }
    const HeatmapSelection selection = selectionOf(*scene.heatmap, *scene.box);
    const QString where = timeRangeText(selection.time, scene.offset) + QStringLiteral(" · ") +
                          latencyRangeText(selection.lowest, selection.highest);
    const QString what = callsText(selection.calls, selection.failed);
    const double unit = geometry.unit();
    const QRectF& area = scene.area;
    const double whatWidth = figuresWidth(what, m_fonts.base) + 20;
    const double bothWidth = whatWidth + figuresWidth(where, m_fonts.strong) + 24;
    const bool both = bothWidth <= area.width() - 4; // else the axes tell where the box lies
    const double width = both ? bothWidth : std::min(whatWidth, area.width() - 4);
    double top = box.top() - 30 * unit;
    if (top < area.top() + 2) {
        top = box.bottom() + 24 * unit + 6 < geometry.plot().bottom() ? box.bottom() + 6 : box.top() + 6;
    }
    const double left = std::max(area.left() + 2, std::min(box.left(), area.right() - width - 2));
    const QRectF chip(std::round(left) + 0.5, std::round(top) + 0.5, std::round(width), 24 * unit - 1);
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(m_theme.accent, 1));
    painter.setBrush(m_theme.surface);
    painter.drawRoundedRect(chip, 4, 4);
    painter.setRenderHint(QPainter::Antialiasing, false);
    const double base = std::round(chip.top() + 16 * unit);
    if (both) {
        drawFigures(painter, {chip.left() + 10, base}, where, m_fonts.strong, m_theme.text);
    }
    drawFigures(painter, {chip.right() - 10, base}, what, m_fonts.base, m_theme.text, TextAlign::Right);
}

void HeatmapPainter::paintCursor(QPainter& painter, const HeatmapScene& scene,
                                 const HeatmapGeometry& geometry) const {
    const auto outline = [&](const HeatmapGeometry::Cell& cell, const QColor& color, double width) {
        if (cell.column < scene.heatmap->columns && cell.row < scene.heatmap->rows) {
            painter.setPen(QPen(color, width, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
            painter.setBrush(Qt::NoBrush);
            painter.setRenderHint(QPainter::Antialiasing, true);
            painter.drawRect(geometry.cellRect(cell.column, cell.row).adjusted(-0.5, -0.5, 0.5, 0.5));
            painter.setRenderHint(QPainter::Antialiasing, false);
        }
    };
    if (scene.hovered) {
        outline(*scene.hovered, m_theme.text, 1.5);
    }
    if (scene.cursor) {
        outline(*scene.cursor, m_theme.accent, 2);
    }
}

void HeatmapPainter::paintTip(QPainter& painter, const HeatmapScene& scene,
                              const HeatmapGeometry& geometry) const {
    const auto cell = scene.hovered ? scene.hovered : scene.cursor;
    if (!cell) {
        return;
    }
    const Heatmap& heatmap = *scene.heatmap;
    const double unit = geometry.unit();
    const HeatmapSelection here = selectionOf(heatmap, {cell->column, cell->column, cell->row, cell->row});
    const QString time = timeRangeText(here.time, scene.offset);
    const QString latency = latencyRangeText(here.lowest, here.highest);
    std::vector<std::pair<QString, QString>> lines{
        {Words::tr("calls"), QString::fromStdString(format::countExact(here.calls))},
        {Words::tr("failed"), QString::fromStdString(format::countExact(here.failed))}};
    if (const HeatmapPercentiles* column = percentilesAt(heatmap, cell->column)) {
        const std::uint32_t last = column->firstColumn + std::max(column->columnCount, 1u) - 1;
        const Duration length = heatmap.columnRange(last).to - heatmap.columnRange(column->firstColumn).from;
        lines.emplace_back(
            Words::tr("p50 in these %1").arg(intervalText(length)),
            Words::tr("%1  (%2 calls)")
                .arg(QString::fromStdString(format::duration(column->distribution.p50)),
                     QString::fromStdString(format::countExact(column->distribution.samples))));
    }
    double width = figuresWidth(time, m_fonts.strong) + figuresWidth(latency, m_fonts.strong) + 36;
    for (const auto& line : lines) {
        width = std::max(width, textWidth(line.first, m_fonts.small) +
                                    figuresWidth(line.second, m_fonts.small) + 44);
    }
    const double height = (30 + 16 * static_cast<double>(lines.size()) + 26) * unit;
    const QRectF at = geometry.cellRect(cell->column, cell->row);
    double left = at.right() + 10;
    if (left + width > scene.area.right() - 4) {
        left = std::max(scene.area.left() + 4, at.left() - 10 - width);
    }
    const double top = std::clamp(at.top() + 10, scene.area.top() + 4,
                                  std::max(scene.area.top() + 4, scene.area.bottom() - height - 6));
    const QRectF plate(std::round(left) + 0.5, std::round(top) + 0.5, std::round(width), std::round(height));
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.shadow);
    painter.drawRoundedRect(plate.translated(2, 3), 4, 4);
    painter.setPen(QPen(m_theme.line2, 1));
    painter.setBrush(m_theme.raised);
    painter.drawRoundedRect(plate, 4, 4);
    painter.setRenderHint(QPainter::Antialiasing, false);
    double base = std::round(plate.top() + 19 * unit);
    drawFigures(painter, {plate.left() + 10, base}, time, m_fonts.strong, m_theme.text);
    drawFigures(painter, {plate.right() - 10, base}, latency, m_fonts.strong, m_theme.text, TextAlign::Right);
    base += 19 * unit;
    for (const auto& line : lines) {
        drawText(painter, {plate.left() + 10, std::round(base)}, line.first, m_fonts.small, m_theme.text2);
        drawFigures(painter, {plate.right() - 10, std::round(base)}, line.second, m_fonts.small, m_theme.text,
                    TextAlign::Right);
        base += 16 * unit;
    }
    painter.fillRect(QRectF(plate.left() + 1, std::round(base - 10 * unit), plate.width() - 1, 1),
                     m_theme.line);
    const QString hint = scene.hovered ? Words::tr("Click: list the calls   Drag: select")
                                       : Words::tr("Enter: list the calls");
    drawText(painter, {plate.left() + 10, std::round(base + 5 * unit)}, hint, m_fonts.small, m_theme.text3);
}

} // namespace hallway
