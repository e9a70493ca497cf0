#include "waterfall/WaterfallPainter.h"

#include "common/AxisTicks.h"
#include "common/Text.h"
#include "waterfall/WaterfallBarPainter.h"
#include "waterfall/WaterfallText.h"
#include "waterfall/WaterfallTreePainter.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hallway {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Waterfall)
};

constexpr double dimmedOpacity = 0.35;

} // namespace

QImage minimapImage(const WaterfallMinimap& minimap, const Theme& theme) {
    QImage image(static_cast<int>(minimap.width), static_cast<int>(minimap.lines),
                 QImage::Format_ARGB32_Premultiplied);
    for (std::uint32_t line = 0; line < minimap.lines; ++line) {
        auto* pixels = reinterpret_cast<QRgb*>(image.scanLine(static_cast<int>(line)));
        for (std::uint32_t column = 0; column < minimap.width; ++column) {
            const std::uint8_t value = minimap.at(column, line);
            pixels[column] = value == 0 ? 0u
                             : value == WaterfallMinimap::failed
                                 ? theme.failing.rgba()
                                 : colourOf(static_cast<ColourCode>(value - 1), theme).rgba();
        }
    }
    return image;
}

const QColor& rowGround(const WaterfallScene& scene, std::uint32_t row, const Theme& theme) {
    if (scene.selectedRow == row) {
        return theme.select;
    }
    return scene.hoveredRow == row ? theme.hover : theme.surface;
}

QColor barColour(const WaterfallScene& scene, std::uint32_t row, const Theme& theme) {
    if (scene.colours != nullptr) {
        return colourOf((*scene.colours)[row], theme);
    }
    const WaterfallSpan& span = scene.trace->spans[scene.rows->rows[row].span];
    return theme.service(scene.trace->services[span.service].colour);
}

WaterfallPainter::WaterfallPainter(const Theme& theme, const Fonts& fonts) : m_theme(theme), m_fonts(fonts) {}

void WaterfallPainter::paint(QPainter& painter, const WaterfallScene& scene) const {
    painter.setRenderHint(QPainter::Antialiasing, false);
    paintGround(painter, scene);
    const auto [first, end] = scene.geometry.visibleRows();
    const WaterfallTreePainter tree(m_theme, m_fonts);
    const WaterfallBarPainter bars(m_theme, m_fonts);
    const auto fade = [&](std::uint32_t row) {
        painter.setOpacity(scene.rows->rows[row].dimmed && scene.selectedRow != row ? dimmedOpacity : 1);
    };
    for (std::uint32_t row = first; row < end; ++row) {
        fade(row);
        tree.paintRow(painter, scene, row);
        bars.paintBar(painter, scene, row);
    }
    painter.setOpacity(1);
    if (scene.criticalPath) {
        paintPath(painter, scene);
    }
    for (std::uint32_t row = first; row < end; ++row) {
        fade(row);
        bars.paintLabel(painter, scene, row);
    }
    for (std::uint32_t row = first; row < end; ++row) {
        fade(row);
        bars.paintEvents(painter, scene, row);
    }
    painter.setOpacity(1);
    if (scene.measured) {
        paintMeasure(painter, scene);
    }
    if (scene.focusedRow && *scene.focusedRow >= first && *scene.focusedRow < end) {
        const QRectF rect = scene.geometry.rowRect(*scene.focusedRow).adjusted(1, 1, -1, -2);
        painter.setPen(
            QPen(m_theme.accent, m_theme.selectionWidth(), Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect);
    }
    paintRuler(painter, scene);
    if (scene.geometry.minimap) {
        paintMinimap(painter, scene);
    }
}

void WaterfallPainter::paintGround(QPainter& painter, const WaterfallScene& scene) const {
    const WaterfallGeometry& geometry = scene.geometry;
    const QRectF rows = geometry.rowsRect();
    painter.fillRect(rows, m_theme.surface);
    const auto [first, end] = geometry.visibleRows();
    for (std::uint32_t row = first; row < end; ++row) {
        const QRectF rect = geometry.rowRect(row);
        const QColor& ground = rowGround(scene, row, m_theme);
        if (ground != m_theme.surface) {
            painter.fillRect(rect, ground);
        }
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1),
                         mixed(m_theme.line, ground, 0.55));
    }
    const double bottom = std::min(rows.bottom(), geometry.rowTop(geometry.rowCount));
    const TimeScale scale = geometry.scale();
    for (const Duration tick : ticksOf(scale, 72 * geometry.unit)) {
        painter.fillRect(QRectF(std::round(scale.x(tick)), rows.top(), 1, bottom - rows.top()), m_theme.line);
    }
    painter.fillRect(QRectF(std::round(geometry.timeLeft()) - 1, rows.top(), 1, rows.height()),
                     m_theme.line2);
}

void WaterfallPainter::paintPath(QPainter& painter, const WaterfallScene& scene) const {
    const WaterfallGeometry& geometry = scene.geometry;
    const TimeScale scale = geometry.scale();
    const auto [first, end] = geometry.visibleRows();
    const double offset = 17.5 * geometry.unit;
    const QRectF rows = geometry.rowsRect();
    const double firstTop = geometry.rowTop(0) + offset;
    const auto startsBefore = [](const WaterfallPathLink& link, Duration at) { return link.at < at; };
    const auto& links = scene.rows->links;
    const QColor color = mixed(m_theme.path, m_theme.surface, 0.55);
    double column = -1e9;
    double top = 0;
    double bottom = 0;
    const auto flush = [&] { // links of one pixel column are one line
        const double from = std::max(top, rows.top());
        const double to = std::min(bottom, rows.bottom());
        if (to > from) {
            painter.fillRect(QRectF(column, from, 1, to - from), color);
        }
    };
    for (auto link = std::lower_bound(links.begin(), links.end(), scale.window.from, startsBefore);
         link != links.end() && link->at <= scale.window.to; ++link) {
        const auto [upper, lower] = std::minmax(link->from, link->to);
        if ((upper < first || upper >= end) && (lower < first || lower >= end)) {
            continue; // a link that only passes through says nothing here
        }
        const double x = std::round(scale.x(link->at));
        const double linkTop = firstTop + upper * geometry.rowHeight();
        const double linkBottom = firstTop + lower * geometry.rowHeight();
        if (x != column) {
            flush();
            column = x;
            top = linkTop;
            bottom = linkBottom;
        } else {
            top = std::min(top, linkTop);
            bottom = std::max(bottom, linkBottom);
        }
    }
    flush();
    for (std::uint32_t row = first; row < end; ++row) {
        const IndexRange range = scene.rows->rows[row].path;
        const WaterfallSegment* parts = scene.rows->path.data() + range.first;
        paintSegments(painter, parts, parts + range.count, scale, std::round(geometry.rowTop(row) + offset),
                      2, 1, 0, m_theme.path);
    }
}

void WaterfallPainter::paintRuler(QPainter& painter, const WaterfallScene& scene) const {
    const WaterfallGeometry& geometry = scene.geometry;
    const QRectF ruler = geometry.rulerRect();
    const double base = std::round(ruler.top() + 15 * geometry.unit);
    painter.fillRect(ruler, m_theme.header);
    painter.fillRect(QRectF(ruler.left(), ruler.bottom(), ruler.width(), 1), m_theme.line2);
    const QString heading =
        elided(Words::tr("Service and operation"), m_fonts.smallMedium, geometry.treeWidth - 16);
    drawText(painter, {ruler.left() + 8, base}, heading, m_fonts.smallMedium, m_theme.text2);
    const TimeScale scale = geometry.scale();
    for (const Duration tick : ticksOf(scale, 72 * geometry.unit)) {
        const double x = std::round(scale.x(tick));
        painter.fillRect(QRectF(x, ruler.bottom() - 6, 1, 6), m_theme.line2);
        const QString text = axisDuration(tick);
        if (x + 4 + figuresWidth(text, m_fonts.small) <= ruler.right()) {
            drawFigures(painter, {x + 4, base}, text, m_fonts.small, m_theme.text2);
        }
    }
}

void WaterfallPainter::paintMinimap(QPainter& painter, const WaterfallScene& scene) const {
    const WaterfallGeometry& geometry = scene.geometry;
    const double unit = geometry.unit;
    const QRectF map = geometry.minimapRect();
    const QRectF head = geometry.headRect();
    painter.fillRect(head, m_theme.surface);
    painter.fillRect(map, m_theme.header);
    const double room = geometry.treeWidth - 16;
    drawText(painter, {head.left() + 8, std::round(head.top() + 14 * unit)},
             elided(Words::tr("trace %1").arg(shortTraceId(scene.trace->id)), m_fonts.small, room),
             m_fonts.small, m_theme.text2);
    drawText(painter, {head.left() + 8, std::round(head.top() + 28 * unit)},
             elided(traceSummaryText(*scene.trace), m_fonts.small, room), m_fonts.small, m_theme.text3);
    if (scene.minimap != nullptr && !scene.minimap->isNull()) {
        const TimeScale all = geometry.minimapScale(scene.trace->duration);
        const int lines = scene.minimap->height();
        const QRectF target(all.left, map.top() + 2, all.width, map.height() - 4);
        if (lines <= static_cast<int>(WaterfallMinimap::plainRows)) {
            for (int line = 0; line < lines; ++line) {
                const QRectF strip(target.left(), map.top() + 3 + line * 2 * unit, target.width(),
                                   1.5 * unit);
                painter.drawImage(strip, *scene.minimap, QRectF(0, line, scene.minimap->width(), 1));
            }
        } else {
            painter.drawImage(target, *scene.minimap);
        }
    }
    if (scene.brushed) {
        const TimeScale all = geometry.minimapScale(scene.trace->duration);
        const double left = std::round(all.x(scene.brushed->from));
        QColor fill = m_theme.accent;
        fill.setAlphaF(0.18F);
        painter.fillRect(
            QRectF(left, map.top() + 1, std::round(all.x(scene.brushed->to)) - left, map.height() - 2), fill);
    }
    const QRectF frame = geometry.viewportFrame(scene.trace->duration);
    painter.setPen(QPen(m_theme.accent, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(
        QRectF(std::round(frame.left()), frame.top(), std::round(frame.width()) - 1, frame.height() - 1));
    for (const double x : {std::round(frame.left()) - 1, std::round(frame.right()) - 2}) {
        painter.fillRect(QRectF(x, frame.center().y() - 7, 3, 14), m_theme.accent);
    }
    painter.fillRect(QRectF(head.left(), map.bottom(), head.width() + map.width(), 1), m_theme.line);
}

void WaterfallPainter::paintMeasure(QPainter& painter, const WaterfallScene& scene) const {
    const WaterfallGeometry& geometry = scene.geometry;
    const TimeScale scale = geometry.scale();
    const QRectF rows = geometry.rowsRect();
    const double least = geometry.timeLeft();
    const double most = geometry.area.right();
    const double left = std::clamp(std::round(scale.x(scene.measured->from)), least, most);
    const double right = std::clamp(std::round(scale.x(scene.measured->to)), left, most);
    QColor band = m_theme.accent;
    band.setAlphaF(m_theme.isDark ? 0.16F : 0.10F);
    painter.fillRect(QRectF(left, rows.top(), right - left, rows.height()), band);
    for (const double x : {left, right - 1}) {
        if (x >= least && x < most - 1) {
            painter.fillRect(QRectF(x, rows.top(), 1, rows.height()), m_theme.accent);
        }
    }
    if (scene.measureText.size() < 2) {
        return;
    }
    const double padding = 8;
    const double width = std::max(figuresWidth(scene.measureText[0], m_fonts.smallStrong),
                                  figuresWidth(scene.measureText[1], m_fonts.small)) +
                         2 * padding;
    const double height = 34 * geometry.unit;
    const double room = std::max(least, most - width - 4);
    const double plateLeft =
        std::round(std::clamp((left + right - width) / 2, least + 4, std::max(least + 4, room)));
    const QRectF plate(plateLeft, std::max(rows.top(), rows.bottom() - height - 6),
                       std::min(width, most - plateLeft), height);
    painter.fillRect(plate, m_theme.accent);
    painter.fillRect(plate.adjusted(1, 1, -1, -1), m_theme.raised);
    drawFigures(painter, {plate.left() + padding, std::round(plate.top() + 14 * geometry.unit)},
                scene.measureText[0], m_fonts.smallStrong, m_theme.text);
    drawFigures(painter, {plate.left() + padding, std::round(plate.top() + 28 * geometry.unit)},
                elided(scene.measureText[1], m_fonts.small, plate.width() - 2 * padding + 1), m_fonts.small,
                m_theme.text2);
}

} // namespace hallway
