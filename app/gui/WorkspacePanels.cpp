// The panels of the workspace: which of them are shown, and how large.
#include "gui/Workspace.h"

#include <QTabBar>

#include <algorithm>
#include <numeric>
#include <utility>

namespace hallway {

void Workspace::fitSidesToText() {
    const double before = std::exchange(m_textHeight, QFontMetricsF(font()).height());
    QList<int> sizes = m_columns->sizes();
    if (before <= 0 || before == m_textHeight || sizes.size() != 3) return;
    const int most = std::accumulate(sizes.begin(), sizes.end(), 0) * 26 / 100;
    for (const int side : {0, 2}) {
        const int wider = std::min(qRound(sizes[side] * m_textHeight / before), std::max(most, sizes[side]));
        sizes[1] += sizes[side] - wider;
        sizes[side] = wider;
    }
    m_columns->setSizes(sizes);
}

QWidget& Workspace::widgetOf(Panel panel) const {
    switch (panel) {
    case Panel::Tables:
        return *m_tablesPanel;
    case Panel::Graph:
        return *m_graphView;
    case Panel::Lower:
        return *m_lower;
    case Panel::Inspector:
        break;
    }
    return *m_inspector;
}

void Workspace::rememberSizes() {
    for (const QSplitter* splitter : {m_columns, m_rows, m_lower})
        if (const QList<int> sizes = splitter->sizes(); !sizes.contains(0)) // 0 = is hidden
            m_shownSizes.insert(splitter->objectName(), sizes);
}

void Workspace::setPanelVisible(Panel panel, bool visible) {
    rememberSizes();
    widgetOf(panel).setVisible(visible);
    m_rows->setVisible(!m_graphView->isHidden() || !m_lower->isHidden());
}

QStringList Workspace::pageTitles() const {
    return {m_left->tabs().tabText(m_left->currentIndex()), m_right->tabs().tabText(m_right->currentIndex())};
}

Perspective Workspace::perspective() const {
    const auto shows = [this](Panel panel) { return !widgetOf(panel).isHidden(); };
    Perspective now{.tables = shows(Panel::Tables),
                    .graph = shows(Panel::Graph),
                    .lower = shows(Panel::Lower),
                    .inspector = shows(Panel::Inspector)};
    now.leftPage = m_left->currentName();
    now.rightPage = m_right->currentName();
    now.splitters = m_shownSizes;
    for (const QSplitter* splitter : {m_columns, m_rows, m_lower})
        if (const QList<int> sizes = splitter->sizes(); !sizes.contains(0))
            now.splitters.insert(splitter->objectName(), sizes);
    return now;
}

void Workspace::setPerspective(const Perspective& perspective) {
    setPanelVisible(Panel::Tables, perspective.tables);
    setPanelVisible(Panel::Graph, perspective.graph);
    setPanelVisible(Panel::Lower, perspective.lower);
    setPanelVisible(Panel::Inspector, perspective.inspector);
    m_left->setCurrentName(perspective.leftPage);
    m_right->setCurrentName(perspective.rightPage);
    for (QSplitter* splitter : {m_columns, m_rows, m_lower}) {
        const QList<int> wanted = perspective.splitters.value(splitter->objectName());
        const bool fits = wanted.size() == splitter->count() && !wanted.contains(0);
        if (fits) splitter->setSizes(wanted);
    }
}

QMap<QString, TableLayout> Workspace::tableLayouts() const {
    QMap<QString, TableLayout> layouts = m_tablesPanel->layouts();
    if (const auto calls = m_inspector->callLayout()) layouts.insert(QStringLiteral("calls"), *calls);
    return layouts;
}

void Workspace::setTableLayouts(const QMap<QString, TableLayout>& layouts) {
    m_tablesPanel->setLayouts(layouts);
    const QString calls = QStringLiteral("calls");
    m_inspector->setCallLayout(layouts.contains(calls) ? std::optional(layouts[calls]) : std::nullopt);
}

} // namespace hallway
