#include "common/PanelHead.h"

#include "common/ElidedLabel.h"
#include "common/PlainToolTip.h"
#include "common/Text.h"
#include "common/WornFont.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace hallway {

namespace {

void setColor(QLabel* label, const QColor& color) {
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, color);
    label->setPalette(palette);
}

} // namespace

PanelHead::PanelHead(const QString& title, QWidget* parent)
    : QWidget(parent), m_title(new QLabel(title, this)), m_facts(new ElidedLabel(this)),
      m_warning(new QLabel(this)), m_row(new QHBoxLayout(this)) {
    for (QLabel* label : {m_title, m_facts, m_warning})
        label->setTextFormat(Qt::PlainText);
    m_row->setContentsMargins(12, 0, 8, 1);
    m_row->setSpacing(8);
    m_row->addWidget(m_title);
    m_row->addSpacing(4);
    m_row->addWidget(m_facts, 1);
    m_row->addWidget(m_warning);
    m_warning->hide();
    wearFont(*m_title, &Fonts::strong);
    wearFont(*m_facts, &Fonts::small);
    wearFont(*m_warning, &Fonts::small);
    fitHeight();
    setTheme(m_theme);
}

void PanelHead::fitHeight() { setMinimumHeight(qRound(26 * Fonts(font()).scale)); }

void PanelHead::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) fitHeight();
}

void PanelHead::setTitle(const QString& title) { m_title->setText(title); }

void PanelHead::setFacts(const QString& facts) {
    m_facts->setText(facts);
    m_facts->setToolTip(plainToolTip(facts));
}

void PanelHead::setWarning(const QString& warning) {
    m_warning->setText(warning);
    m_warning->setVisible(!warning.isEmpty());
}

void PanelHead::addControl(QWidget* control) { m_row->addWidget(control); }

void PanelHead::setTheme(const Theme& theme) {
    m_theme = theme;
    setColor(m_title, theme.text);
    setColor(m_facts, theme.text2);
    setColor(m_warning, theme.degraded);
    update();
}

QString PanelHead::facts() const { return m_facts->text(); }
QString PanelHead::warning() const { return m_warning->text(); }

void PanelHead::paintEvent(QPaintEvent* event) {
    QWidget::paintEvent(event);
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.header);
    painter.fillRect(0, height() - 1, width(), 1, m_theme.line);
}

} // namespace hallway
