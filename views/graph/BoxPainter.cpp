#include "graph/BoxPainter.h"

#include "common/Text.h"

#include <QPainter>

namespace hallway {

namespace {

constexpr double radius = 6;
constexpr double leastTitle = 40; // px wide; less says nothing
constexpr double signSize = 9;    // px: the − that collapses it, as in the waterfall's tree

} // namespace

void BoxPainter::paintFrame(QPainter& painter, const SceneBox& box, const GraphViewport& view) const {
    const QRectF frame = view.toScreen(box.frame).adjusted(0.5, 0.5, -0.5, -0.5);
    QColor ground = m_theme.header;
    ground.setAlphaF(ground.alphaF() * 0.7F);
    painter.setPen(QPen(m_theme.line2, 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(frame, radius, radius);
}

void BoxPainter::paintTitle(QPainter& painter, const SceneBox& box, const GraphViewport& view) const {
    const QRectF frame = view.toScreen(box.frame);
    const QRectF title = titlePlace(box, view, m_fonts);
    if (title.width() < leastTitle || frame.height() < title.height()) return;
    const double unit = m_fonts.scale;
    const double indent = (4 + signSize + 6) * unit + (box.colorIndex ? 8 : 0);
    const QString text = elided(box.title, m_fonts.smallStrong, title.width() - indent, Qt::ElideMiddle);
    QRectF ground = title.adjusted(1, 1, 0, -1);
    ground.setWidth(indent + textWidth(text, m_fonts.smallStrong) + 5);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.header);
    painter.drawRoundedRect(ground, 3, 3);
    const QRectF sign(title.left() + 4, title.center().y() - signSize * unit / 2, signSize * unit,
                      signSize * unit);
    painter.setPen(QPen(m_theme.text3, 1));
    painter.setBrush(m_theme.surface);
    painter.drawRect(QRectF(sign.toRect()).translated(0.5, 0.5));
    const QPointF middle = QRectF(sign.toRect()).translated(0.5, 0.5).center();
    painter.drawLine(middle - QPointF(2.5, 0), middle + QPointF(2.5, 0));
    const double left = sign.right() + 6 * unit;
    if (box.colorIndex)
        painter.fillRect(QRectF(left, title.top() + 3, 4, title.height() - 6),
                         m_theme.service(*box.colorIndex));
    drawText(painter, {title.left() + indent, title.center().y() + 4 * unit}, text, m_fonts.smallStrong,
             m_theme.text2);
}

} // namespace hallway
