#include "gui/TablesPanel.h"

#include "base/FormatText.h"
#include "common/PlainToolTip.h"

#include <QLabel>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace hallway {

TablesPanel::TablesPanel(QWidget* parent)
    : QWidget(parent), m_bar(new QTabBar(this)), m_stack(new QStackedWidget(this)),
      m_hint(new QLabel(this)), m_names{tr("Edges"), tr("Services"), tr("Traces")} {
    m_bar->setDrawBase(false);
    m_bar->setExpanding(false);
    m_bar->setUsesScrollButtons(false);
    m_bar->setElideMode(Qt::ElideRight);
    m_bar->setAccessibleName(tr("Tables"));
    m_hint->setObjectName(QStringLiteral("tableHint"));
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    for (int tab = 0; tab < tabCount; ++tab) {
        const auto index = static_cast<std::size_t>(tab);
        m_tables[index] = new FigureTable(FigureTable::Rows::TwoLines, m_stack);
        m_tables[index]->setAccessibleName(m_names[index]);
        m_stack->addWidget(m_tables[index]);
        m_bar->addTab(m_names[index]);
    }
    connect(m_bar, &QTabBar::currentChanged, this, [this](int tab) {
        m_stack->setCurrentIndex(tab);
        showHint();
    });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_hint);
    setFocusProxy(m_stack);
    showHint();
}

TablesPanel::Tab TablesPanel::current() const { return static_cast<Tab>(m_bar->currentIndex()); }

void TablesPanel::setCurrent(Tab tab) { m_bar->setCurrentIndex(tab); }

void TablesPanel::setCount(Tab tab, std::uint64_t count) {
    m_bar->setTabText(tab, m_names[static_cast<std::size_t>(tab)] + QLatin1Char(' ') +
                               QString::fromStdString(format::countExact(count)));
}

void TablesPanel::clearCounts() {
    for (int tab = 0; tab < tabCount; ++tab)
        m_bar->setTabText(tab, m_names[static_cast<std::size_t>(tab)]);
}

void TablesPanel::setHint(Tab tab, const QString& text) {
    m_hints[static_cast<std::size_t>(tab)] = text;
    showHint();
}

void TablesPanel::showHint() {
    const QString& text = m_hints[static_cast<std::size_t>(current())];
    m_hint->setText(text);
    m_hint->setToolTip(plainToolTip(text));
    m_hint->setVisible(!text.isEmpty());
}

void TablesPanel::setTheme(const Theme& theme) {
    for (FigureTable* table : m_tables)
        table->setTheme(theme);
}

} // namespace hallway
