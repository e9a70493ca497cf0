#include "waterfall/WaterfallTreePainter.h"

#include "base/FormatText.h"
#include "common/Marks.h"
#include "common/Text.h"
#include "waterfall/WaterfallText.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hallway {
namespace {

/// A hairline on whole px.
void drawLine(QPainter& painter, double x1, double y1, double x2, double y2, const QColor& color) {
    if (x1 == x2) {
        painter.fillRect(QRectF(std::floor(x1), std::min(y1, y2), 1, std::abs(y2 - y1)), color);
    } else {
        painter.fillRect(QRectF(std::min(x1, x2), std::floor(y1), std::abs(x2 - x1), 1), color);
    }
}

} // namespace

void WaterfallTreePainter::paintRow(QPainter& painter, const WaterfallScene& scene, std::uint32_t row) const {
    const WaterfallRow& shown = scene.rows->rows[row];
    const WaterfallSpan& span = scene.trace->spans[shown.span];
    const QRectF rect = scene.geometry.rowRect(row);
    if (scene.edgeCalls != nullptr && (*scene.edgeCalls)[shown.span]) {
        painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), m_theme.accent);
    }
    if (span.depth > scene.rows->baseDepth || (span.depth == 0 && span.orphan)) {
        paintGuides(painter, scene, row);
    }
    if (shown.hasChildren || shown.isFold()) {
        paintToggle(painter, scene, row);
    }
    paintNames(painter, scene, row);
}

void WaterfallTreePainter::paintGuides(QPainter& painter, const WaterfallScene& scene,
                                       std::uint32_t row) const {
    const WaterfallGeometry& geometry = scene.geometry;
    const WaterfallRow& shown = scene.rows->rows[row];
    const WaterfallTrace& trace = *scene.trace;
    const WaterfallSpan& span = trace.spans[shown.span];
    const QRectF rect = geometry.rowRect(row);
    const double middle = std::floor(rect.center().y());
    const bool hasToggle = shown.hasChildren || shown.isFold();
    const double elbowEnd = geometry.indentOf(span.depth) + (hasToggle ? -1 : 6);
    if (span.depth == 0) { // an orphan: the parent it names is missing
        for (double x = rect.left() + 4; x < geometry.indentOf(0) - 1; x += 3) {
            painter.fillRect(QRectF(x, middle, 1, 1), m_theme.text3);
        }
        return;
    }
    const std::uint32_t base = scene.rows->baseDepth;
    const std::uint32_t deepest = base + geometry.maximumIndent();
    if (span.depth <= deepest) {
        const double x = geometry.indentOf(span.depth - 1) + 4;
        drawLine(painter, x, rect.top(), x, shown.last ? middle : rect.bottom(), m_theme.line2);
        drawLine(painter, x, middle, elbowEnd, middle, m_theme.line2);
    } else { // not indented further: its level is written instead
        drawFigures(painter,
                    {geometry.indentOf(span.depth) - 6, std::round(rect.center().y() + 4 * geometry.unit)},
                    QString::fromStdString(format::countExact(span.depth + 1u)), m_fonts.hint, m_theme.text3,
                    TextAlign::Right);
        return;
    }
    // Ancestors that have later siblings draw through this row.
    for (std::uint32_t ancestor = span.parent; trace.spans[ancestor].depth > base;
         ancestor = trace.spans[ancestor].parent) {
        const WaterfallSpan& above = trace.spans[ancestor];
        if (!scene.rows->rows[scene.rows->rowOfSpan[ancestor]].last) {
            const double x = geometry.indentOf(above.depth - 1) + 4;
            drawLine(painter, x, rect.top(), x, rect.bottom(), m_theme.line2);
        }
    }
}

void WaterfallTreePainter::paintToggle(QPainter& painter, const WaterfallScene& scene,
                                       std::uint32_t row) const {
    const WaterfallRow& shown = scene.rows->rows[row];
    const QRectF box = scene.geometry.toggleBox(row, scene.trace->spans[shown.span].depth);
    painter.fillRect(box, m_theme.text3);
    painter.fillRect(box.adjusted(1, 1, -1, -1), m_theme.surface);
    painter.fillRect(QRectF(box.left() + 2, box.top() + 4, 5, 1), m_theme.text2);
    if (shown.collapsed || shown.isFold()) {
        painter.fillRect(QRectF(box.left() + 4, box.top() + 2, 1, 5), m_theme.text2);
    }
}

void WaterfallTreePainter::paintNames(QPainter& painter, const WaterfallScene& scene,
                                      std::uint32_t row) const {
    const WaterfallGeometry& geometry = scene.geometry;
    const WaterfallRow& shown = scene.rows->rows[row];
    const WaterfallSpan& span = scene.trace->spans[shown.span];
    const double unit = geometry.unit;
    const QRectF rect = geometry.rowRect(row);
    const double middle = rect.center().y();
    const double base = std::round(middle + 4 * unit);
    const bool selected = scene.selectedRow == row;
    const QColor& ground = rowGround(scene, row, m_theme);
    if (shown.failure != SpanFailure::None) {
        const QPointF centre(geometry.timeLeft() - 13, std::round(middle));
        painter.setRenderHint(QPainter::Antialiasing, true);
        drawMark(painter, centre, Health::Failing, 5.5 * unit, m_theme, ground,
                 shown.failure == SpanFailure::StartsHere ? MarkFill::Filled : MarkFill::Hollow);
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
    const RowNames names = rowNamesOf(scene, row, m_fonts);
    const QColor& colour = m_theme.service(scene.trace->services[span.service].colour);
    painter.fillRect(QRectF(names.chipLeft, std::round(middle - 5 * unit), 4 * unit, 10 * unit), colour);
    if (!names.service.isEmpty()) {
        drawText(painter, {names.serviceLeft, base}, names.service, m_fonts.strong,
                 selected ? m_theme.selectText : m_theme.text);
    }
    if (!names.operation.isEmpty()) {
        if (scene.matches != nullptr && (*scene.matches)[shown.span]) {
            painter.fillRect(QRectF(names.operationLeft, base + 3, names.operationWidth, 2), m_theme.accent);
        }
        drawText(painter, {names.operationLeft, base}, names.operation, m_fonts.base,
                 selected ? m_theme.selectText : m_theme.text2);
    }
    for (const PlacedTag& tag : names.tags) {
        paintTag(painter, tag, selected ? m_theme.surface : m_theme.header);
    }
}

void WaterfallTreePainter::paintTag(QPainter& painter, const PlacedTag& tag, const QColor& ground) const {
    const double padding = (tag.plate.width() - textWidth(tag.what.text, m_fonts.hintStrong)) / 2;
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(m_theme.line2, 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(tag.plate.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.setRenderHint(QPainter::Antialiasing, false);
    drawText(painter, {tag.plate.left() + padding, std::round(tag.plate.center().y() + 3.8 * m_fonts.scale)},
             tag.what.text, m_fonts.hintStrong, tag.isLink() ? m_theme.accent : m_theme.text2);
}

} // namespace hallway
