#include "icicle/IciclePainter.h"

#include "common/AxisTicks.h"
#include "common/Marks.h"
#include "common/Text.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace hallway {

namespace {

constexpr double tint = 0.30, tintHovered = 0.46; // of the service's colour over the ground
constexpr double narrowestChip = 8, narrowestText = 26, narrowestMark = 16; // px
constexpr double padding = 5;
constexpr double labelFor = 70;       // px that the name has at least before the value is written too
constexpr qsizetype leastLetters = 3; // of a name that is cut: less says nothing
constexpr double tickDistance = 72;

QColor withAlpha(QColor color, double alpha) {
    color.setAlphaF(static_cast<float>(alpha));
    return color;
}

/// Nothing rather than a letter or two.
QString cut(const QString& text, const Typeface& face, double width) {
    const QString shown = elided(text, face, width);
    return shown == text || shown.size() > leastLetters ? shown : QString();
}

QString restText(const IcicleCell& cell) {
    return QCoreApplication::translate("Icicle", "(more)  %1 spans").arg(cell.spans);
}

} // namespace

void IciclePainter::paint(QPainter& painter, const IcicleScene& scene) const {
    const IcicleGeometry& geometry = scene.geometry;
    painter.save();
    painter.setClipRect(geometry.area);
    painter.fillRect(geometry.area, m_theme.surface);
    for (const VisibleCell& cell : visibleCells(scene.icicle, geometry))
        paintCell(painter, scene, cell);
    if (scene.criticalPath)
        for (const QRectF& line : visibleSections(scene.icicle, geometry))
            painter.fillRect(line, m_theme.path);
    if (scene.selected) {
        const QRectF box = geometry.rectOf(scene.icicle.cells[*scene.selected]).adjusted(0, 0, -1, -1);
        const double width = m_theme.selectionWidth();
        painter.setPen(QPen(m_theme.accent, width));
        painter.setBrush(Qt::NoBrush);
        // The outline of a cell that goes on outside the area closes at its border.
        painter.drawRect(box.intersected(geometry.area.adjusted(-width, -width, width, width))
                             .adjusted(width / 2, width / 2, -width / 2, -width / 2));
    }
    if (geometry.hasRuler) paintRuler(painter, scene);
    if (scene.focused) {
        painter.setPen(QPen(m_theme.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(geometry.area.adjusted(1, 1, -1, -1));
    }
    painter.restore();
}

void IciclePainter::paintCell(QPainter& painter, const IcicleScene& scene, const VisibleCell& visible) const {
    const IcicleCell& cell = scene.icicle.cells[visible.cell];
    const QRectF& area = scene.geometry.area;
    QRectF box = visible.rect;
    box.setLeft(std::max(box.left(), area.left()));
    box.setRight(std::min(box.right(), area.right()));
    if (box.width() >= 3) box.setRight(box.right() - 1); // a gap between neighbours
    box.setBottom(box.bottom() - 1);
    if (visible.count > 1) {
        painter.fillRect(box, visible.anyFailed ? m_theme.failing : m_theme.line2);
        return;
    }
    const bool hovered = scene.hovered == visible.cell;
    const bool isRest = cell.service == IcicleCell::none;
    if (isRest || scene.icicle.services[cell.service].unknown) {
        painter.fillRect(box, hovered ? m_theme.hover : m_theme.header);
        painter.setPen(QPen(m_theme.line2, 1));
        painter.setBrush(Qt::NoBrush);
        if (box.width() >= 3) painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
    } else {
        const QColor& color = m_theme.service(scene.icicle.services[cell.service].color);
        if (box.width() < narrowestChip) {
            painter.fillRect(box, withAlpha(color, 0.6));
        } else {
            painter.fillRect(box, withAlpha(color, hovered ? tintHovered : tint));
            painter.fillRect(QRectF(box.left(), box.top(), 3 * scene.geometry.unit, box.height()), color);
        }
    }
    if (cell.failed > 0) paintFailures(painter, cell, box);
    if (box.width() >= narrowestText) paintText(painter, scene, cell, box);
}

/// A bar along the top as long as the share that failed, and the mark: never colour alone.
void IciclePainter::paintFailures(QPainter& painter, const IcicleCell& cell, const QRectF& box) const {
    const Health health = healthOf(cell);
    const double share = static_cast<double>(cell.failed) / static_cast<double>(cell.spans);
    if (health < Health::Degraded) return;
    painter.fillRect(QRectF(box.left(), box.top(), std::max(2.0, box.width() * share), 2 * m_fonts.scale),
                     m_theme.health(health));
    if (box.width() < narrowestMark) return;
    drawMark(painter, {box.right() - 9 * m_fonts.scale, box.center().y()}, health, 5 * m_fonts.scale, m_theme,
             m_theme.surface, cell.passedOn ? MarkFill::Hollow : MarkFill::Filled);
}

void IciclePainter::paintText(QPainter& painter, const IcicleScene& scene, const IcicleCell& cell,
                              QRectF box) const {
    const double unit = scene.geometry.unit;
    const double base = box.top() + 15 * unit;
    box.adjust((padding + 3) * unit, 0, -padding * unit, 0);
    if (healthOf(cell) >= Health::Degraded) box.setRight(box.right() - 13 * unit);
    const QString value = valueText(scene.icicle, cell);
    if (const double wide = figuresWidth(value, m_fonts.small); box.width() - wide > labelFor * unit) {
        drawFigures(painter, {box.right(), base}, value, m_fonts.small, m_theme.text2, TextAlign::Right);
        box.setRight(box.right() - wide - 8 * unit);
    }
    if (cell.service == IcicleCell::none) {
        drawText(painter, {box.left(), base}, cut(restText(cell), m_fonts.small, box.width()), m_fonts.small,
                 m_theme.text3);
        return;
    }
    if (scene.icicle.namesService(cell)) {
        const QString service =
            cut(scene.icicle.services[cell.service].label, m_fonts.smallStrong, box.width());
        if (service.isEmpty()) return;
        drawText(painter, {box.left(), base}, service, m_fonts.smallStrong, m_theme.text);
        box.setLeft(box.left() + textWidth(service, m_fonts.smallStrong) + 6 * unit);
    }
    if (box.width() < 12 * unit) return;
    drawText(painter, {box.left(), base},
             cut(scene.icicle.operations[cell.operation], m_fonts.small, box.width()), m_fonts.small,
             m_theme.text);
}

void IciclePainter::paintRuler(QPainter& painter, const IcicleScene& scene) const {
    const QRectF ruler = scene.geometry.rulerRect();
    painter.fillRect(ruler, m_theme.header);
    painter.fillRect(QRectF(ruler.left(), ruler.bottom() - 1, ruler.width(), 1), m_theme.line2);
    for (const double value : rulerSteps(scene.geometry, tickDistance * m_fonts.scale)) {
        const double x = scene.geometry.x(value);
        painter.fillRect(QRectF(x, ruler.bottom() - 6, 1, 6), m_theme.line2);
        const QString text = axisDuration(Duration(static_cast<std::int64_t>(value)));
        if (x + 4 + figuresWidth(text, m_fonts.small) <= ruler.right())
            drawFigures(painter, {x + 4, ruler.top() + 15 * m_fonts.scale}, text, m_fonts.small,
                        m_theme.text2);
    }
}

} // namespace hallway
