#include "gui/LowerPanel.h"

#include "gui/LowerPage.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace hallway {

namespace {
constexpr double leastWidth = 200, usualHeight = 15; // px, the second of the text the first is for
}

LowerPanel::LowerPanel(const QString& name, QWidget* parent)
    : QWidget(parent), m_bar(new QTabBar(this)), m_stack(new QStackedWidget(this)) {
    setAccessibleName(name);
    fitToText();
    m_bar->setDrawBase(false);
    m_bar->setExpanding(false);
    m_bar->setElideMode(Qt::ElideNone); // what does not fit is scrolled to
    m_bar->setAccessibleName(name);
    m_bar->hide();
    connect(m_bar, &QTabBar::currentChanged, this, [this](int tab) {
        m_stack->setCurrentIndex(tab);
        emit currentChanged();
    });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_stack, 1);
}

void LowerPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) fitToText();
}

void LowerPanel::fitToText() {
    // Whatever its pages would like: one of them must not push the other panels.
    setMinimumWidth(qRound(leastWidth * QFontMetricsF(font()).height() / usualHeight));
}

void LowerPanel::addView(const QString& title, QWidget* view) {
    m_stack->addWidget(view);
    m_bar->addTab(title);
    m_bar->setVisible(m_bar->count() > 1);
}

void LowerPanel::addPage(LowerPage* page) {
    m_pages.push_back(page);
    addView(page->title(), page);
}

QWidget* LowerPanel::current() const { return m_stack->currentWidget(); }

void LowerPanel::setCurrent(QWidget* view) { setCurrentIndex(m_stack->indexOf(view)); }

namespace {
QString nameOfView(const QWidget& view) {
    if (!view.objectName().isEmpty()) return view.objectName();
    return QString::fromLatin1(view.metaObject()->className()).section(QStringLiteral("::"), -1);
}
} // namespace

QString LowerPanel::currentName() const { return current() ? nameOfView(*current()) : QString(); }

void LowerPanel::setCurrentName(const QString& name) {
    for (int i = 0; i < m_stack->count(); ++i)
        if (nameOfView(*m_stack->widget(i)) == name) return setCurrentIndex(i);
}

int LowerPanel::currentIndex() const { return m_bar->currentIndex(); }

void LowerPanel::setCurrentIndex(int index) {
    if (index >= 0 && index < m_bar->count()) m_bar->setCurrentIndex(index);
}

} // namespace hallway
