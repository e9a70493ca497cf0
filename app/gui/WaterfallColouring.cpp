#include "gui/WaterfallColouring.h"

#include "base/FormatText.h"
#include "common/Text.h"
#include "query/SpanCondition.h"

#include <QMenu>

#include <utility>

namespace hallway {

namespace {

constexpr std::size_t mostOffered = 200; // keys; a menu of more is no choice

QString entryFor(const TraceKey& key) {
    QString text = shownText(key.key);
    text.replace(QLatin1Char('&'), QStringLiteral("&&"));
    const QString count = QString::fromStdString(format::countExact(key.distinct));
    return key.distinct >= TraceKey::mostCounted
               ? WaterfallColouring::tr("%1\t%2 values and more").arg(text, count)
               : WaterfallColouring::tr("%1\t%2 values").arg(text, count);
}

} // namespace

WaterfallColouring::WaterfallColouring(WaterfallView& view, QObject* parent) : QObject(parent), m_view(view) {
    connect(&view, &WaterfallView::keysRequested, this, &WaterfallColouring::offerKeys);
    connect(&view, &WaterfallView::coloursLeft, this, [this] { colourBy({}); });
    connect(&view, &WaterfallView::valueFilterRequested, this, [this](std::uint32_t value) {
        if (value >= m_values.values.size()) return;
        if (const QString condition =
                QString::fromStdString(attributeCondition(m_key, m_values.values[value].value));
            !condition.isEmpty())
            emit conditionRequested(condition);
    });
}

void WaterfallColouring::setTrace(std::shared_ptr<const Capture> capture,
                                  std::shared_ptr<const WaterfallTrace> trace) {
    const bool isSame = m_capture == capture && m_trace && trace && m_trace->trace == trace->trace;
    m_capture = std::move(capture);
    m_trace = std::move(trace);
    if (isSame) return; // other clocks; the values are the same
    m_keyJobs.cancel();
    loadValues();
}

void WaterfallColouring::colourBy(const std::string& key) {
    m_key = key;
    loadValues();
}

QString WaterfallColouring::conditionOf(SpanRow span) const {
    if (!m_trace || m_key.empty()) return {};
    const std::uint32_t firstRow = m_capture->spans().traces[m_trace->trace.index()].firstSpan;
    const std::size_t at = span.value() - firstRow;
    if (at >= m_values.valueOf.size() || m_values.valueOf[at] == TraceValues::absent) return {};
    return QString::fromStdString(attributeCondition(m_key, m_values.values[m_values.valueOf[at]].value));
}

void WaterfallColouring::offerKeys(QPoint globalPosition) {
    if (!m_trace) return;
    m_keyJobs.run([capture = m_capture, trace = m_trace->trace](
                      const CancelToken& cancel) { return keysOfTrace(trace, *capture, cancel); },
                  [this, globalPosition](const Result<std::vector<TraceKey>>& keys) {
                      showMenu(keys ? *keys : std::vector<TraceKey>{}, globalPosition);
                  });
}

void WaterfallColouring::showMenu(const std::vector<TraceKey>& keys, QPoint globalPosition) {
    auto* menu = new QMenu(&m_view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Attributes to colour by"));
    QMenu* alike = nullptr; // those that tell nothing apart
    for (std::size_t i = 0; i < std::min(keys.size(), mostOffered); ++i) {
        const TraceKey& key = keys[i];
        QMenu* target = menu;
        if (key.distinct < 2) {
            if (alike == nullptr) alike = new QMenu(tr("The same on all spans"), menu);
            target = alike;
        }
        QAction* action = target->addAction(entryFor(key));
        action->setCheckable(true);
        action->setChecked(key.key == m_key);
        connect(action, &QAction::triggered, this, [this, name = key.key] { colourBy(name); });
    }
    if (alike != nullptr) {
        menu->addSeparator();
        menu->addMenu(alike);
    }
    if (menu->isEmpty()) menu->addAction(tr("No span of this trace has attributes."))->setEnabled(false);
    menu->popup(globalPosition);
}

void WaterfallColouring::loadValues() {
    m_values = {};
    if (!m_trace || m_key.empty()) {
        m_valueJobs.cancel();
        return;
    }
    m_valueJobs.run([capture = m_capture, trace = m_trace->trace, key = m_key](
                        const CancelToken& cancel) { return valuesInTrace(trace, key, *capture, cancel); },
                    [this](Result<TraceValues> values) {
                        if (values) showValues(std::move(*values));
                    });
}

void WaterfallColouring::showValues(TraceValues values) {
    m_values = std::move(values);
    WaterfallValues shown;
    shown.key = QString::fromStdString(m_key);
    for (const TraceValues::Value& value : m_values.values) {
        shown.values.push_back(shownText(value.value.text));
        shown.spans.push_back(value.spans);
    }
    const std::uint32_t firstRow = m_capture->spans().traces[m_trace->trace.index()].firstSpan;
    shown.valueOf.reserve(m_trace->spans.size());
    for (const WaterfallSpan& span : m_trace->spans)
        shown.valueOf.push_back(m_values.valueOf[span.row.value() - firstRow]);
    m_view.setValues(std::move(shown));
}

} // namespace hallway
