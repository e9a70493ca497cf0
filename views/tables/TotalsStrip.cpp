#include "tables/TotalsStrip.h"

#include "common/PlainToolTip.h"
#include "common/Text.h"
#include "items/Roles.h"

#include <QAbstractItemModel>
#include <QAbstractScrollArea>
#include <QFontMetricsF>
#include <QHeaderView>
#include <QHelpEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

namespace hallway {

namespace {
constexpr double stripHeight = 24, inset = 8, figureInset = 6; // px, as the cells above
}

TotalsStrip::TotalsStrip(QAbstractScrollArea& table, QHeaderView& head, QWidget* parent)
    : QWidget(parent), m_table(table), m_head(head) {
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    const auto repaint = [this] { update(); };
    connect(&head, &QHeaderView::sectionResized, this, repaint);
    connect(&head, &QHeaderView::sectionMoved, this, repaint);
    connect(&head, &QHeaderView::geometriesChanged, this, repaint);
    connect(&head, &QHeaderView::sectionCountChanged, this, &TotalsStrip::refresh);
    connect(table.horizontalScrollBar(), &QScrollBar::valueChanged, this, repaint);
    refresh();
}

void TotalsStrip::setTheme(const Theme& theme) {
    m_theme = theme;
    update();
}

QSize TotalsStrip::sizeHint() const { return {200, qRound(stripHeight * m_fonts.of(font()).scale)}; }

QString TotalsStrip::textOf(int section, int role) const {
    return m_head.model()->headerData(section, Qt::Horizontal, role).toString();
}

void TotalsStrip::refresh() {
    if (m_head.model() != m_model) {
        m_model = m_head.model();
        if (m_model) connect(m_model, &QAbstractItemModel::modelReset, this, &TotalsStrip::refresh);
    }
    QStringList spoken;
    for (int section = 0; m_head.model() != nullptr && section < m_head.count(); ++section)
        if (const QString text = textOf(section, TotalRole);
            !text.isEmpty() && !m_head.isSectionHidden(section))
            spoken << textOf(section, Qt::DisplayRole) + u' ' + text;
    setAccessibleName(spoken.isEmpty() ? QString() : tr("Totals: %1").arg(spoken.join(QStringLiteral(", "))));
    setVisible(!spoken.isEmpty());
    update();
}

bool TotalsStrip::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int section = m_head.logicalIndexAt(help->pos().x() - m_table.viewport()->x());
        QToolTip::showText(help->globalPos(),
                           section < 0 ? QString() : plainToolTip(textOf(section, TotalToolTipRole)), this);
        return true;
    }
    return QWidget::event(event);
}

void TotalsStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), m_theme.header);
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.line2);
    const Fonts& fonts = m_fonts.of(font());
    const QFontMetricsF metrics(fonts.base);
    const double base = (height() + metrics.ascent() - metrics.descent()) / 2;
    const int left = m_table.viewport()->x();
    painter.setClipRect(QRect(left, 0, m_table.viewport()->width(), height()));
    for (int section = 0; m_head.model() != nullptr && section < m_head.count(); ++section) {
        const QString text = m_head.isSectionHidden(section) ? QString() : textOf(section, TotalRole);
        if (text.isEmpty()) continue;
        const QRectF cell(left + m_head.sectionViewportPosition(section), 0, m_head.sectionSize(section),
                          height());
        const bool isFigure =
            (m_head.model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).toInt() &
             Qt::AlignRight) != 0;
        const double room = (isFigure ? figureInset : inset) * fonts.scale;
        const QColor& color = textOf(section, TotalExactRole).isEmpty() ? m_theme.text3 : m_theme.text;
        const QString shown = elided(text, fonts.base, cell.width() - 2 * room);
        if (isFigure)
            drawFigures(painter, {cell.right() - room, base}, shown, fonts.base, color, TextAlign::Right);
        else
            drawText(painter, {cell.left() + room, base}, shown, fonts.base, m_theme.text2);
    }
}

} // namespace hallway
