#include "inspector/PanelWidgets.h"

#include "common/PlainToolTip.h"
#include "common/Text.h"
#include "inspector/PanelRowPainter.h"

#include <QFocusEvent>
#include <QFontMetricsF>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

namespace hallway {

namespace {

constexpr int hintWidth = 256;

QString toolTipOf(const PanelRow& row) {
    QStringList lines;
    if (!row.toolTip.isEmpty()) lines << row.toolTip;
    for (const PanelFigure& figure : row.figures)
        if (!figure.toolTip.isEmpty() && !lines.contains(figure.toolTip)) lines << figure.toolTip;
    return plainToolTip(lines.join(u'\n'));
}

QSizePolicy rowPolicy() {
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    return policy;
}

bool activates(const QKeyEvent& event) {
    return event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
}

bool isKeyboard(Qt::FocusReason reason) {
    return reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason ||
           reason == Qt::ShortcutFocusReason;
}

} // namespace

PanelRowView::PanelRowView(PanelRow row, PanelColumns columns, SharedPanelStyle style, QWidget* parent)
    : QWidget(parent), m_row(std::move(row)), m_columns(std::move(columns)), m_style(std::move(style)) {
    setSizePolicy(rowPolicy());
    setAccessibleName(spokenText(m_row));
    setToolTip(toolTipOf(m_row));
}

int PanelRowView::heightForWidth(int width) const {
    return qRound(heightOf(m_row, m_columns, *m_style, width));
}

QSize PanelRowView::sizeHint() const { return {hintWidth, heightForWidth(hintWidth)}; }

void PanelRowView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintPanelRow(painter, rect(), m_row, m_columns, *m_style, {});
}

PanelRowButton::PanelRowButton(PanelRow row, PanelColumns columns, SharedPanelStyle style, QWidget* parent)
    : QAbstractButton(parent), m_row(std::move(row)), m_columns(std::move(columns)),
      m_style(std::move(style)) {
    setSizePolicy(rowPolicy());
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setAccessibleName(spokenText(m_row));
    setToolTip(toolTipOf(m_row));
}

int PanelRowButton::heightForWidth(int width) const {
    return qRound(heightOf(m_row, m_columns, *m_style, width));
}

QSize PanelRowButton::sizeHint() const { return {hintWidth, heightForWidth(hintWidth)}; }

void PanelRowButton::keyPressEvent(QKeyEvent* event) {
    m_byKeyboard = true;
    if (activates(*event))
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void PanelRowButton::focusInEvent(QFocusEvent* event) {
    m_byKeyboard = isKeyboard(event->reason());
    QAbstractButton::focusInEvent(event);
}

void PanelRowButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintPanelRow(painter, rect(), m_row, m_columns, *m_style, {underMouse(), hasFocus() && m_byKeyboard});
}

PanelTitle::PanelTitle(const PanelSection& section, bool open, SharedPanelStyle style, QWidget* parent)
    : QAbstractButton(parent), m_title(section.title), m_facts(section.facts), m_style(std::move(style)),
      m_open(open) {
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setText(m_title);
    const QString spoken = m_facts.isEmpty() ? m_title : QString(m_title + QStringLiteral(", ") + m_facts);
    setAccessibleName(m_open ? spoken : tr("%1, closed").arg(spoken));
    setToolTip(m_open ? tr("Close this section") : tr("Open this section"));
}

void PanelTitle::keyPressEvent(QKeyEvent* event) {
    m_byKeyboard = true;
    if (activates(*event))
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void PanelTitle::focusInEvent(QFocusEvent* event) {
    m_byKeyboard = isKeyboard(event->reason());
    QAbstractButton::focusInEvent(event);
}

QSize PanelTitle::sizeHint() const {
    return {hintWidth, qRound(m_style->px(PanelStyle::titleHeight + PanelStyle::gap))};
}

void PanelTitle::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double inset = m_style->px(PanelStyle::inset);
    const QRectF room = QRectF(rect()).adjusted(inset, m_style->px(PanelStyle::gap), -inset, 0);
    const double base = room.top() + m_style->px(13);
    if (underMouse() || hasFocus() || !m_open) { // a triangle in the inset: down where it is open
        const double half = m_style->px(3);
        painter.save();
        painter.translate(inset / 2, base - m_style->px(4));
        if (m_open) painter.rotate(90);
        QPainterPath path({-half * 0.7, -half});
        path.lineTo(half * 0.9, 0);
        path.lineTo(-half * 0.7, half);
        path.closeSubpath();
        painter.fillPath(path, m_style->theme.text2);
        painter.restore();
    }
    if (hasFocus() && m_byKeyboard) {
        painter.setPen(QPen(m_style->theme.accent, 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(2, 3, -2, -2), 3, 3);
    }
    drawText(painter, {room.left(), base}, m_title, m_style->fonts.strong, m_style->theme.text);
    const double free =
        room.width() - textWidth(m_title, m_style->fonts.strong) - m_style->px(PanelStyle::gap);
    // Figures stand in cells of the widest digit: wider than the text they are elided as.
    const double cells =
        figuresWidth(m_facts, m_style->fonts.small) - textWidth(m_facts, m_style->fonts.small);
    const QString facts = elided(m_facts, m_style->fonts.small, std::max(0.0, free - cells), Qt::ElideMiddle);
    drawFigures(painter, {room.right(), base}, facts, m_style->fonts.small, m_style->theme.text2,
                TextAlign::Right);
    painter.fillRect(QRectF(room.left(), rect().bottom() - 1, room.width(), 1), m_style->theme.line);
}

PanelSubjectLine::PanelSubjectLine(const QString& text, bool strong, SharedPanelStyle style, QWidget* parent)
    : QAbstractButton(parent),
      m_font(strong ? style->fonts.sized(13, QFont::DemiBold) : style->fonts.subject),
      m_color(strong ? style->theme.text : style->theme.text2), m_style(std::move(style)) {
    setText(text);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_Hover);
    setAccessibleName(text);
    setToolTip(plainToolTip(text));
}

QSize PanelSubjectLine::sizeHint() const { return {hintWidth, qRound(m_style->px(18))}; }

void PanelSubjectLine::keyPressEvent(QKeyEvent* event) {
    if (activates(*event))
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void PanelSubjectLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double inset = m_style->px(PanelStyle::inset);
    const bool leads = focusPolicy() != Qt::NoFocus;
    const bool marked = leads && (underMouse() || hasFocus());
    const QString shown = elided(text(), m_font, width() - 2 * inset, Qt::ElideMiddle);
    const double base = baseLineAround(height() / 2.0, m_font);
    drawText(painter, {inset, base}, shown, m_font, marked ? m_style->theme.accent : m_color);
    if (marked)
        painter.fillRect(QRectF(inset, std::round(base + 2), textWidth(shown, m_font), 1),
                         m_style->theme.accent);
}

} // namespace hallway
