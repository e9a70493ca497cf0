#include "gui/TablesPanel.h"

#include "base/FormatText.h"
#include "common/PlainToolTip.h"
#include "tables/ColumnChoice.h"
#include "tables/FigureHeader.h"
#include "tables/TotalsStrip.h"

#include <QLabel>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace hallway {

namespace {
constexpr std::array settingNames{"edges", "services", "traces"};

/// So that what is left stands beside the subject without scrolling.
QStringList hiddenAtFirst(int tab) {
    if (tab == TablesPanel::Traces) return {QStringLiteral("spans"), QStringLiteral("start")};
    return {QStringLiteral("p50_ns"), QStringLiteral("p95_ns"), QStringLiteral("fan_out")};
}
} // namespace

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
        auto* page = new QWidget(m_stack);
        m_tables[index] = new FigureTable(FigureTable::Rows::TwoLines, page);
        m_tables[index]->setAccessibleName(m_names[index]);
        m_tables[index]->columns().setFirstLayout({{}, hiddenAtFirst(tab), {}, {}});
        m_totals[index] = new TotalsStrip(*m_tables[index], m_tables[index]->head(), page);
        auto* column = new QVBoxLayout(page);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        column->addWidget(m_tables[index], 1);
        column->addWidget(m_totals[index]);
        page->setFocusProxy(m_tables[index]);
        m_stack->addWidget(page);
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
    for (TotalsStrip* totals : m_totals)
        totals->setTheme(theme);
}

QMap<QString, TableLayout> TablesPanel::layouts() const {
    QMap<QString, TableLayout> layouts;
    for (std::size_t tab = 0; tab < tabCount; ++tab)
        if (const auto own = m_tables[tab]->columns().ownLayout())
            layouts.insert(QLatin1String(settingNames[tab]), *own);
    return layouts;
}

void TablesPanel::setLayouts(const QMap<QString, TableLayout>& layouts) {
    for (std::size_t tab = 0; tab < tabCount; ++tab) {
        const QString name = QLatin1String(settingNames[tab]);
        m_tables[tab]->columns().setOwnLayout(layouts.contains(name) ? std::optional(layouts[name])
                                                                     : std::nullopt);
    }
}

} // namespace hallway
