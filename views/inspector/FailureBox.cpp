#include "inspector/PanelWidgets.h"

#include "common/Marks.h"
#include "common/Text.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

namespace hallway {

namespace {

constexpr double firstLine = 15, detailTop = 26, oneLineHeight = 30, foot = 8, markRadius = 6.5,
                 textLeft = 30, stripe = 3;

bool hurts(Health health) { return health >= Health::Degraded; }

} // namespace

FailureBox::FailureBox(FailureSummary summary, SharedPanelStyle style, QWidget* parent)
    : QWidget(parent), m_summary(std::move(summary)), m_style(std::move(style)) {
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(
        QStringList{m_summary.share, m_summary.counts, m_summary.detail}.join(QStringLiteral(", ")));
}

QRectF FailureBox::detailRoom(double width) const {
    const double inset = m_style->px(PanelStyle::inset);
    const double left = hurts(m_summary.health) ? textLeft : 12;
    return {inset + m_style->px(left), m_style->px(detailTop),
            std::max(1.0, width - 2 * inset - m_style->px(left + 8)), 10'000};
}

int FailureBox::heightForWidth(int width) const {
    if (m_summary.detail.isEmpty()) return qRound(m_style->px(oneLineHeight));
    const QRectF words = QFontMetricsF(m_style->fonts.small)
                             .boundingRect(detailRoom(width), Qt::TextWordWrap, m_summary.detail);
    return qCeil(words.bottom() + m_style->px(foot - 2));
}

QSize FailureBox::sizeHint() const { return {256, heightForWidth(256)}; }

void FailureBox::paintEvent(QPaintEvent*) {
    const Theme& theme = m_style->theme;
    const Health health = m_summary.health;
    const QRectF box =
        QRectF(rect()).adjusted(m_style->px(PanelStyle::inset), 0, -m_style->px(PanelStyle::inset), 0);
    const QColor& ground = health == Health::Failing    ? theme.failTint
                           : health == Health::Degraded ? theme.degTint
                                                        : theme.header;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    shape.setFillRule(Qt::WindingFill);
    shape.addRoundedRect(box, 4, 4);
    shape.addRect(QRectF(box.left(), box.top(), 4, box.height()));
    painter.fillPath(shape, ground);
    if (hurts(health))
        painter.fillRect(QRectF(box.left(), box.top(), stripe, box.height()), theme.health(health));

    const double middle = box.top() + m_style->px(firstLine);
    double left = box.left() + m_style->px(12);
    if (health != Health::Ok) {
        drawMark(painter, {box.left() + m_style->px(17), middle}, health, m_style->px(markRadius), theme,
                 ground, m_summary.fewCalls ? MarkFill::Hollow : MarkFill::Filled);
        left = box.left() + m_style->px(textLeft);
    }
    const QFont share = hurts(health) ? m_style->fonts.sized(13, QFont::Bold) : m_style->fonts.base;
    drawFigures(painter, {left, baseLineAround(middle, share)}, m_summary.share, share,
                hurts(health) ? theme.health(health) : theme.text2);
    // Where both do not fit, the share stays: the counts are told by the rows below.
    const double right = box.right() - m_style->px(8);
    const double room = right - left - figuresWidth(m_summary.share, share) - m_style->px(8);
    if (figuresWidth(m_summary.counts, m_style->fonts.base) <= room)
        drawFigures(painter, {right, baseLineAround(middle, m_style->fonts.base)}, m_summary.counts,
                    m_style->fonts.base, hurts(health) ? theme.text : theme.text2, TextAlign::Right);
    if (m_summary.detail.isEmpty()) return;
    painter.setFont(m_style->fonts.small);
    painter.setPen(hurts(health) ? theme.text : theme.text2);
    painter.drawText(detailRoom(width()), Qt::TextWordWrap, m_summary.detail);
}

} // namespace hallway
