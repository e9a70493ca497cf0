#include "items/TraceModel.h"

#include "analysis/ServiceGraph.h"
#include "items/FigureText.h"

#include <QCoreApplication>

#include <map>
#include <utility>

namespace hallway {

namespace {

QString heading(const char* text) { return QCoreApplication::translate("TraceModel", text); }

QString durationText(const std::optional<Duration>& duration) {
    return duration ? toQString(format::duration(*duration)) : QStringLiteral("–");
}

/// Durations do not add up: traces run side by side.
ColumnTotal medianOf(const std::vector<TraceItem>& items) {
    std::vector<Duration> durations;
    for (const TraceItem& item : items)
        if (item.trace.duration) durations.push_back(*item.trace.duration);
    const auto spread = distributionOf(durations);
    if (!spread) return unknownTotal({});
    return {heading(QT_TRANSLATE_NOOP("TraceModel", "p50 %1")).arg(toQString(format::duration(spread->p50))),
            QString::number(spread->p50.count()),
            heading(QT_TRANSLATE_NOOP("TraceModel", "p50 %1, p95 %2, p99 %3 of %4 traces with a duration"))
                .arg(percentileText(spread, Percentile::P50), percentileText(spread, Percentile::P95),
                     percentileText(spread, Percentile::P99),
                     toQString(format::countExact(spread->samples)))};
}

} // namespace

TraceModel::TraceModel(QObject* parent) : RowTableModel(parent) {
    setColumns({
        {heading(QT_TRANSLATE_NOOP("TraceModel", "Trace")), false,
         [](const TraceItem& item) { return item.service; }, [](const TraceItem& item) { return item.id; },
         [](const TraceItem& a, const TraceItem& b) {
             return a.root().compare(b.root(), Qt::CaseInsensitive) < 0;
         },
         [](const TraceItem& item, int role) -> QVariant {
             switch (role) {
             case IdRole:
                 return item.trace.trace.value();
             case Qt::AccessibleTextRole:
                 if (item.trace.failedSpans == 0) return item.root();
                 return heading(QT_TRANSLATE_NOOP("TraceModel", "%1, failed")).arg(item.root());
             case SecondLineRole:
                 return item.operation;
             case HealthRole:
                 return static_cast<int>(item.trace.failedSpans > 0 ? Health::Failing : Health::Ok);
             case Qt::ToolTipRole:
                 return QString(item.root() + QLatin1Char('\n') + item.id);
             default:
                 return {};
             }
         }},
        {heading(QT_TRANSLATE_NOOP("TraceModel", "Duration")),
         true,
         [](const TraceItem& item) { return durationText(item.trace.duration); },
         [](const TraceItem& item) {
             return item.trace.duration ? QString::number(item.trace.duration->count()) : QString();
         },
         [](const TraceItem& a, const TraceItem& b) { return a.trace.duration < b.trace.duration; },
         {}},
        {heading(QT_TRANSLATE_NOOP("TraceModel", "Spans")),
         true,
         [](const TraceItem& item) { return toQString(format::countExact(item.trace.spans)); },
         [](const TraceItem& item) { return QString::number(item.trace.spans); },
         [](const TraceItem& a, const TraceItem& b) { return a.trace.spans < b.trace.spans; },
         {}},
        {heading(QT_TRANSLATE_NOOP("TraceModel", "Failed")),
         true,
         [](const TraceItem& item) { return toQString(format::countExact(item.trace.failedSpans)); },
         [](const TraceItem& item) { return QString::number(item.trace.failedSpans); },
         [](const TraceItem& a, const TraceItem& b) { return a.trace.failedSpans < b.trace.failedSpans; },
         {}},
        {heading(QT_TRANSLATE_NOOP("TraceModel", "Start")),
         true,
         [this](const TraceItem& item) {
             return item.trace.start ? toQString(format::timeOfDay(*item.trace.start, m_offset))
                                     : QStringLiteral("–");
         },
         [](const TraceItem& item) {
             return item.trace.start ? toQString(format::isoTime(*item.trace.start)) : QString();
         },
         [](const TraceItem& a, const TraceItem& b) { return a.trace.start < b.trace.start; },
         {}},
    });
    setColumnKeys({QStringLiteral("trace"), QStringLiteral("duration_ns"), QStringLiteral("spans"),
                   QStringLiteral("failed_spans"), QStringLiteral("start")});
    addTotals();
}

void TraceModel::addTotals() {
    const auto sum = [](const std::vector<TraceItem>& items, std::uint32_t TraceSummary::*member) {
        std::uint64_t total = 0;
        for (const TraceItem& item : items)
            total += item.trace.*member;
        return total;
    };
    setTotal(Subject, [](const std::vector<TraceItem>& items) {
        return rowsTotal(items.size(), heading(QT_TRANSLATE_NOOP("TraceModel", "1 trace")),
                         heading(QT_TRANSLATE_NOOP("TraceModel", "All %1 traces")));
    });
    setTotal(Length, [](const std::vector<TraceItem>& items) { return medianOf(items); });
    setTotal(Spans, [sum](const auto& items) { return countTotal(sum(items, &TraceSummary::spans)); });
    setTotal(Failed, [sum](const auto& items) { return countTotal(sum(items, &TraceSummary::failedSpans)); });
}

std::vector<TraceItem> TraceModel::itemsOf(const std::vector<TraceSummary>& traces, const SpanTable& spans,
                                           const CallTable& calls, const StringPool& strings) {
    std::map<NodeId, QString> services; // many traces begin alike: they share their texts
    std::map<StringId, QString> operations;
    const auto shared = [](auto& texts, const auto& key, std::string_view plain) -> const QString& {
        QString& text = texts[key];
        if (text.isNull()) text = toQString(format::printable(plain));
        return text;
    };
    std::vector<TraceItem> items;
    items.reserve(traces.size());
    for (const TraceSummary& trace : traces)
        items.push_back({trace,
                         toQString(format::printable(textOf(spans.traces[trace.trace.index()].id, strings))),
                         shared(services, spans.node[trace.root.index()],
                                calls.nodes[spans.node[trace.root.index()].index()].label),
                         shared(operations, spans.name[trace.root.index()],
                                strings.text(spans.name[trace.root.index()]))});
    return items;
}

void TraceModel::setUtcOffset(format::UtcOffset offset) {
    m_offset = offset;
    if (rowCount() > 0) emit dataChanged(index(0, Start), index(rowCount() - 1, Start), {Qt::DisplayRole});
}

void TraceModel::setAttributes(const SharedAttributeCells& attributes) {
    replaceColumnsFrom(
        Start + 1,
        attributeColumns<TraceItem>(attributes, [](const TraceItem& item) { return item.trace.root; }),
        namesOf(attributes));
}

int TraceModel::rowOf(TraceRow trace) const {
    return find([trace](const TraceItem& item) { return item.trace.trace == trace; });
}

} // namespace hallway
