#include "graph/BoxPainter.h"

#include "common/Text.h"

#include <QPainter>

namespace hallway {

namespace {

constexpr double radius = 6;
constexpr double leastTitle = 40; // px wide; less says nothing
constexpr double signSize = 9;    // px: the − that collapses it, as in the waterfall's tree

} // namespace

void BoxPainter::paint(QPainter& painter, const SceneBox& box, const GraphViewport& view) const {
    const QRectF frame = view.toScreen(box.frame).adjusted(0.5, 0.5, -0.5, -0.5);
    QColor ground = m_theme.header;
    ground.setAlphaF(ground.alphaF() * 0.7F);
    painter.setPen(QPen(m_theme.line2, 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(frame, radius, radius);

    const QRectF title = titlePlace(box, view, m_fonts);
    if (title.width() < leastTitle || frame.height() < title.height()) return;
    const double unit = m_fonts.scale;
    const QRectF sign(title.left() + 4, title.center().y() - signSize * unit / 2, signSize * unit,
                      signSize * unit);
    painter.setPen(QPen(m_theme.text3, 1));
    painter.setBrush(m_theme.surface);
    painter.drawRect(QRectF(sign.toRect()).translated(0.5, 0.5));
    const QPointF middle = QRectF(sign.toRect()).translated(0.5, 0.5).center();
    painter.drawLine(middle - QPointF(2.5, 0), middle + QPointF(2.5, 0));
    const double left = sign.right() + 6;
    if (box.colorIndex)
        painter.fillRect(QRectF(left, title.top() + 3, 4, title.height() - 6),
                         m_theme.service(*box.colorIndex));
    const double text = left + (box.colorIndex ? 8 : 0);
    drawText(painter, {text, title.center().y() + 4 * unit},
             elided(box.title, m_fonts.smallStrong, title.right() - text, Qt::ElideMiddle),
             m_fonts.smallStrong, m_theme.text2);
}

} // namespace hallway
