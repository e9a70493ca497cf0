#include "inspector/CallPanel.h"

#include "common/EmptyState.h"
#include "common/WornFont.h"
#include "items/FigureText.h"
#include "tables/ColumnChoice.h"
#include "tables/FigureHeader.h"
#include "tables/FigureTable.h"
#include "tables/TotalsStrip.h"

#include <QLabel>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace hallway {

CallPanel::CallPanel(QWidget* parent)
    : QWidget(parent), m_model(new CallModel(this)), m_table(new FigureTable(FigureTable::Rows::OneLine)),
      m_totals(nullptr), m_empty(new EmptyState), m_foot(new QLabel), m_pages(new QStackedLayout(this)) {
    m_table->setModel(m_model);
    m_table->setSubjectColumn(CallModel::Operation);
    // What takes the longest comes before the names, which get the rest of the width.
    m_table->columns().setFirstLayout(
        {{QStringLiteral("time"), QStringLiteral("latency_ns"), QStringLiteral("operation")},
         {QStringLiteral("trace_id")},
         {},
         {}});
    m_table->columns().setAttributeKeys({});
    m_totals = new TotalsStrip(*m_table, m_table->head());
    connect(&m_table->columns(), &ColumnChoice::attributesChosen, this, &CallPanel::attributesChosen);
    connect(m_table, &FigureTable::saveRequested, this, &CallPanel::saveRequested);
    m_table->setAccessibleName(tr("Calls"));
    m_empty->setText(tr("Select an edge or a service to see its calls."));
    m_foot->setTextFormat(Qt::PlainText);
    m_foot->setWordWrap(true);
    m_foot->setContentsMargins(12, 6, 12, 6);

    auto* list = new QWidget;
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_table);
    column->addWidget(m_totals);
    column->addWidget(m_foot);
    wearFont(*m_foot, &Fonts::small);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(list);
    setFocusProxy(m_table);
    connect(m_table, &FigureTable::rowActivated, this, &CallPanel::activate);
    connect(m_table, &QAbstractItemView::clicked, this,
            [this](const QModelIndex& index) { activate(index.row()); });
}

void CallPanel::setCalls(std::vector<CallItem> calls, std::uint64_t total) {
    m_table->showRow(-1);
    m_model->setRows(std::move(calls));
    m_table->scrollToTop();
    m_pages->setCurrentIndex(m_model->rowCount() > 0 ? 1 : 0);
    sayHowMany(total);
}

void CallPanel::setTheme(const Theme& theme) {
    m_theme = theme;
    m_table->setTheme(theme);
    m_totals->setTheme(theme);
    m_empty->setTheme(theme);
    QPalette colors = m_foot->palette();
    colors.setColor(QPalette::WindowText, theme.text2);
    colors.setColor(QPalette::Window, theme.header);
    m_foot->setPalette(colors);
    m_foot->setAutoFillBackground(true);
}

void CallPanel::setAttributes(const SharedAttributeCells& attributes) { m_model->setAttributes(attributes); }

void CallPanel::setAttributeKeys(const QStringList& keys) { m_table->columns().setAttributeKeys(keys); }

std::optional<TableLayout> CallPanel::ownLayout() const { return m_table->columns().ownLayout(); }

void CallPanel::setOwnLayout(const std::optional<TableLayout>& layout) {
    m_table->columns().setOwnLayout(layout);
}

void CallPanel::setUtcOffset(format::UtcOffset offset) { m_model->setUtcOffset(offset); }

void CallPanel::activate(int row) {
    if (row < 0 || row >= m_model->rowCount()) return;
    const CallItem& call = m_model->at(row);
    if (call.span.valid()) emit callActivated(call.trace, call.span);
}

void CallPanel::sayHowMany(std::uint64_t total) {
    const auto listed = static_cast<std::uint64_t>(m_model->rowCount());
    if (listed >= total)
        m_foot->setText(total == 1 ? tr("1 call")
                                   : tr("%1 calls, failed ones first, then the slowest")
                                         .arg(toQString(format::countExact(total))));
    else
        m_foot->setText(
            tr("The worst %1 of %2 calls: failed ones first, then the slowest")
                .arg(toQString(format::countExact(listed)), toQString(format::countExact(total))));
}

} // namespace hallway
