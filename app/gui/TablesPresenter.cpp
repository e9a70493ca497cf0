#include "gui/TablesPresenter.h"

#include "gui/SaveText.h"
#include "gui/Wording.h"
#include "tables/ColumnChoice.h"

#include <utility>

namespace hallway {

TablesPresenter::TablesPresenter(TablesPanel& panel, SelectionModel& selection, QObject* parent)
    : QObject(parent), m_panel(panel), m_selection(selection) {
    m_panel.table(TablesPanel::Edges).setModel(&m_edges);
    m_panel.table(TablesPanel::Services).setModel(&m_services);
    m_panel.table(TablesPanel::Traces).setModel(&m_traces);
    FigureTable& traces = m_panel.table(TablesPanel::Traces);
    traces.columns().setAttributeKeys({});
    connect(&traces.columns(), &ColumnChoice::attributesChosen, &m_attributes, &AttributeColumns::setNames);
    connect(&m_attributes, &AttributeColumns::changed, &m_traces, &TraceModel::setAttributes);
    for (const auto& [tab, name] : {std::pair(TablesPanel::Edges, tr("edges.csv")),
                                    std::pair(TablesPanel::Services, tr("services.csv")),
                                    std::pair(TablesPanel::Traces, tr("traces.csv"))})
        connect(&m_panel.table(tab), &FigureTable::saveRequested, this,
                [this, suggested = name](const QByteArray& csv) { askAndSaveCsv(&m_panel, suggested, csv); });
    m_panel.setHint(TablesPanel::Edges, tr("By pain: failures that start here, then tail time"));
    connectTables();
    connect(&selection, &SelectionModel::changed, this, &TablesPresenter::showSelection);
}

void TablesPresenter::connectTables() {
    connect(&m_panel.table(TablesPanel::Edges), &FigureTable::rowChosen, this,
            [this](int row) { m_selection.selectEdge(m_edges.at(row).edge.id); });
    connect(&m_panel.table(TablesPanel::Services), &FigureTable::rowChosen, this,
            [this](int row) { m_selection.selectNode(m_services.at(row).node.id); });
    connect(&m_panel.table(TablesPanel::Traces), &FigureTable::rowChosen, this,
            [this](int row) { m_selection.selectTrace(m_traces.at(row).trace.trace); });
    for (const auto tab : {TablesPanel::Edges, TablesPanel::Services})
        connect(&m_panel.table(tab), &FigureTable::rowActivated, this, &TablesPresenter::callsRequested);
    connect(&m_panel.table(TablesPanel::Traces), &FigureTable::rowActivated, this,
            &TablesPresenter::traceRequested);
}

void TablesPresenter::setCapture(std::shared_ptr<const Capture> capture) {
    m_capture = std::move(capture);
    m_panel.clearCounts();
    m_traces.setRows({});
    m_attributes.setCapture(m_capture);
}

void TablesPresenter::setAttributeKeys(const QStringList& keys) {
    m_panel.table(TablesPanel::Traces).columns().setAttributeKeys(keys);
}

void TablesPresenter::setFigures(const ServiceGraph& figures) {
    m_edges.setGraph(figures);
    m_services.setGraph(figures);
    m_panel.setCount(TablesPanel::Edges, static_cast<std::uint64_t>(m_edges.rowCount()));
    m_panel.setCount(TablesPanel::Services, static_cast<std::uint64_t>(m_services.rowCount()));
    showSelection();
}

void TablesPresenter::setTraces(std::vector<TraceItem> traces, bool ofSelection) {
    m_panel.setCount(TablesPanel::Traces, traces.size());
    std::vector<SpanRow> roots;
    roots.reserve(traces.size());
    for (const TraceItem& item : traces)
        roots.push_back(item.trace.root);
    m_traces.setRows(std::move(traces));
    m_attributes.setSpans(std::move(roots));
    m_panel.setHint(TablesPanel::Traces,
                    ofSelection && m_capture
                        ? tr("Traces with calls of %1").arg(subjectOf(m_selection.now(), m_capture->calls()))
                        : QString());
    showSelection();
}

void TablesPresenter::showSelection() {
    const Selection& now = m_selection.now();
    m_panel.table(TablesPanel::Edges).showRow(now.edge ? m_edges.rowOf(*now.edge) : -1);
    m_panel.table(TablesPanel::Services).showRow(now.node ? m_services.rowOf(*now.node) : -1);
    m_panel.table(TablesPanel::Traces).showRow(now.trace ? m_traces.rowOf(*now.trace) : -1);
}

} // namespace hallway
