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

constexpr double tagPadding = 4, tagGap = 6;

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
    if (span.depth > 0 || span.orphan) {
        paintGuides(painter, scene, row);
    }
    if (span.childCount > 0 || shown.isFold()) {
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
    const bool hasToggle = span.childCount > 0 || shown.isFold();
    const double elbowEnd = geometry.indentOf(span.depth) + (hasToggle ? -1 : 6);
    if (span.depth == 0) { // an orphan: the parent it names is missing
        for (double x = rect.left() + 4; x < geometry.indentOf(0) - 1; x += 3) {
            painter.fillRect(QRectF(x, middle, 1, 1), m_theme.text3);
        }
        return;
    }
    const std::uint32_t deepest = geometry.maximumIndent();
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
    for (std::uint32_t ancestor = span.parent; trace.spans[ancestor].depth > 0;
         ancestor = trace.spans[ancestor].parent) {
        const WaterfallSpan& above = trace.spans[ancestor];
        if (ancestor + above.subtreeSize < above.parent + trace.spans[above.parent].subtreeSize) {
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
    double x = std::round(geometry.indentOf(span.depth) + 14 * unit);
    double limit = geometry.timeLeft() - 8;
    const QColor& ground = rowGround(scene, row, m_theme);
    if (shown.failure != SpanFailure::None) {
        const QPointF centre(geometry.timeLeft() - 13, std::round(middle));
        painter.setRenderHint(QPainter::Antialiasing, true);
        drawMark(painter, centre, Health::Failing, 5.5 * unit, m_theme, ground,
                 shown.failure == SpanFailure::StartsHere ? MarkFill::Filled : MarkFill::Hollow);
        painter.setRenderHint(QPainter::Antialiasing, false);
        limit -= 18;
    }
    const QColor& colour = m_theme.service(scene.trace->services[span.service].colour);
    painter.fillRect(QRectF(x, std::round(middle - 5 * unit), 4 * unit, 10 * unit), colour);
    x += 8 * unit;
    const std::vector<QString> tags = tagsOf(span, shown);
    double tagWidth = 0;
    for (const QString& tag : tags) {
        tagWidth += textWidth(tag, m_fonts.hintStrong) + 2 * tagPadding + tagGap;
    }
    const bool tagsFit = limit - tagWidth - x > 40 * unit;
    const double textLimit = tagsFit ? limit - tagWidth : limit;
    if (scene.trace->namesService(span)) {
        const QString& service = scene.trace->serviceOf(span);
        const QString text = elided(service, m_fonts.strong, textLimit - x, Qt::ElideMiddle);
        drawText(painter, {x, base}, text, m_fonts.strong, selected ? m_theme.selectText : m_theme.text);
        x += textWidth(text, m_fonts.strong) + 7;
    }
    if (textLimit - x > 14 * unit) {
        const QString text = elided(scene.trace->operationOf(span), m_fonts.base, textLimit - x);
        const double width = textWidth(text, m_fonts.base);
        if (scene.matches != nullptr && (*scene.matches)[shown.span]) {
            painter.fillRect(QRectF(x, base + 3, width, 2), m_theme.accent);
        }
        drawText(painter, {x, base}, text, m_fonts.base, selected ? m_theme.selectText : m_theme.text2);
        x += width + tagGap;
    }
    if (tagsFit) {
        for (const QString& tag : tags) {
            x += paintTag(painter, {x, middle}, tag, selected ? m_theme.surface : m_theme.header) + tagGap;
        }
    }
}

double WaterfallTreePainter::paintTag(QPainter& painter, QPointF left, const QString& text,
                                      const QColor& ground) const {
    const double width = std::round(textWidth(text, m_fonts.hintStrong) + 2 * tagPadding);
    const double height = 14 * m_fonts.scale;
    const QRectF plate(std::round(left.x()) + 0.5, std::round(left.y() - height / 2) + 0.5, width - 1,
                       height - 1);
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(m_theme.line2, 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(plate, 3, 3);
    painter.setRenderHint(QPainter::Antialiasing, false);
    drawText(painter, {plate.left() + tagPadding - 0.5, std::round(left.y() + 3.8 * m_fonts.scale)}, text,
             m_fonts.hintStrong, m_theme.text2);
    return width;
}

} // namespace hallway
