#include "inspector/Inspector.h"

#include "inspector/AttributePanel.h"
#include "inspector/CallPanel.h"
#include "inspector/FigurePanel.h"

#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace hallway {

namespace {

constexpr int usualWidth = 280, usualHeight = 600;

bool isSameSubject(const Inspector::Subject& a, const Inspector::Subject& b) {
    if (a.index() != b.index()) return false;
    if (const auto* edge = std::get_if<EdgeInspection>(&a))
        return edge->edge.id == std::get<EdgeInspection>(b).edge.id;
    if (const auto* node = std::get_if<NodeInspection>(&a))
        return node->node.id == std::get<NodeInspection>(b).node.id;
    return true;
}

struct ContentOf {
    format::UtcOffset offset;
    PanelContent operator()(std::monostate) const { return {}; }
    template <class Value>
    PanelContent operator()(const Value& value) const {
        return panelOf(value, offset);
    }
};

struct ChartsOf {
    FigurePanel::Charts operator()(const EdgeInspection& edge) const {
        return {edge.latency, edge.overTime, edge.edge.latency};
    }
    FigurePanel::Charts operator()(const NodeInspection& node) const {
        return {node.latency, node.overTime, node.requestLatency};
    }
    FigurePanel::Charts operator()(const CallsInspection& calls) const {
        return {calls.figures.bins, calls.figures.overTime, calls.figures.latency};
    }
    FigurePanel::Charts operator()(const CaptureInspection& capture) const {
        return {capture.requests.bins, capture.requests.overTime, capture.requests.latency};
    }
    FigurePanel::Charts operator()(std::monostate) const { return {}; }
};

} // namespace

Inspector::Inspector(QWidget* parent)
    : QWidget(parent), m_tabs(new QTabBar), m_pages(new QStackedWidget), m_figures(new FigurePanel),
      m_calls(new CallPanel), m_attributes(new AttributePanel) {
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setElideMode(Qt::ElideRight);
    m_tabs->setAccessibleName(tr("Inspector"));
    for (QWidget* page : {static_cast<QWidget*>(m_figures), static_cast<QWidget*>(m_calls),
                          static_cast<QWidget*>(m_attributes)}) {
        m_tabs->addTab(QString());
        m_pages->addWidget(page);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_pages);

    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_figures, &FigurePanel::targetChosen, this, &Inspector::follow);
    connect(m_calls, &CallPanel::attributesChosen, this, &Inspector::callAttributesChosen);
    connect(m_calls, &CallPanel::saveRequested, this, &Inspector::callsSaveRequested);
    connect(m_calls, &CallPanel::callActivated, this, &Inspector::callActivated);
    connect(m_attributes, &AttributePanel::linkActivated, this, &Inspector::spanLinkActivated);
    connect(m_attributes, &AttributePanel::copyRequested, this, &Inspector::copyRequested);
    connect(m_attributes, &AttributePanel::conditionRequested, this, &Inspector::conditionRequested);
    nameTabs();
    setTheme(Theme::light());
}

Inspector::~Inspector() = default;

void Inspector::setSubject(Subject subject) {
    const bool isSame = isSameSubject(m_subject, subject);
    m_subject = std::move(subject);
    nameTabs();
    showSubject(isSame);
}

void Inspector::setCalls(std::vector<CallItem> calls, std::uint64_t total) {
    m_calls->setCalls(std::move(calls), total);
}

void Inspector::setCallAttributes(const SharedAttributeCells& attributes) {
    m_calls->setAttributes(attributes);
}

void Inspector::setAttributeKeys(const QStringList& keys) { m_calls->setAttributeKeys(keys); }

std::optional<TableLayout> Inspector::callLayout() const { return m_calls->ownLayout(); }

void Inspector::setCallLayout(const std::optional<TableLayout>& layout) { m_calls->setOwnLayout(layout); }

void Inspector::setCodes(const CallCodes& codes) {
    if (std::holds_alternative<std::monostate>(m_subject)) return;
    std::visit(
        [&codes](auto& subject) {
            if constexpr (requires { subject.codes = codes; }) subject.codes = codes;
        },
        m_subject);
    showSubject(true);
}

void Inspector::setSpan(std::optional<SpanInspection> span) { m_attributes->setSpan(std::move(span)); }

void Inspector::setSpanError(const QString& sentence) { m_attributes->setError(sentence); }

void Inspector::showTab(Tab tab) { m_tabs->setCurrentIndex(static_cast<int>(tab)); }

Inspector::Tab Inspector::tab() const { return static_cast<Tab>(m_tabs->currentIndex()); }

void Inspector::setTheme(const Theme& theme) {
    m_figures->setTheme(theme);
    m_calls->setTheme(theme);
    m_attributes->setTheme(theme);
}

void Inspector::setUtcOffset(format::UtcOffset offset) {
    m_offset = offset;
    m_figures->setUtcOffset(offset);
    m_calls->setUtcOffset(offset);
    m_attributes->setUtcOffset(offset);
    showSubject(true);
}

QSize Inspector::sizeHint() const { return {usualWidth, usualHeight}; }

void Inspector::nameTabs() {
    const QString first = std::holds_alternative<EdgeInspection>(m_subject)    ? tr("Edge")
                          : std::holds_alternative<NodeInspection>(m_subject)  ? tr("Service")
                          : std::holds_alternative<CallsInspection>(m_subject) ? tr("Box")
                                                                               : tr("Capture");
    const QString second =
        std::holds_alternative<NodeInspection>(m_subject) ? tr("Worst requests") : tr("Worst calls");
    m_tabs->setTabText(static_cast<int>(Tab::Summary), first);
    m_tabs->setTabText(static_cast<int>(Tab::Calls), second);
    m_tabs->setTabText(static_cast<int>(Tab::Attributes), tr("Attributes"));
}

void Inspector::showSubject(bool isSame) {
    m_figures->setContent(std::visit(ContentOf{m_offset}, m_subject), std::visit(ChartsOf{}, m_subject),
                          isSame);
}

void Inspector::follow(const PanelTarget& target) {
    if (const auto* call = std::get_if<CallTarget>(&target))
        emit callActivated(call->trace, call->span);
    else if (const auto* edge = std::get_if<EdgeId>(&target))
        emit edgeChosen(*edge);
    else if (const auto* node = std::get_if<NodeId>(&target))
        emit nodeChosen(*node);
    else if (std::holds_alternative<AllCallsTarget>(target))
        showTab(Tab::Calls);
    else if (std::holds_alternative<ProblemsTarget>(target))
        emit problemsRequested();
}

} // namespace hallway
