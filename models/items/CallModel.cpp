#include "items/CallModel.h"

#include "analysis/CallsInSubset.h"
#include "analysis/ServiceGraph.h"
#include "items/FigureText.h"

#include <QCoreApplication>

#include <algorithm>

namespace hallway {

namespace {
constexpr qsizetype shownIdDigits = 8;

/// The digits that tell ids apart: 64-bit ids are padded with zeros in front.
QString shortId(const QString& id) {
    qsizetype first = 0;
    while (first + shownIdDigits < id.size() && id[first] == QLatin1Char('0'))
        ++first;
    return id.size() - first > shownIdDigits ? QString(id.mid(first, shownIdDigits) + QStringLiteral("…"))
                                             : id.mid(first);
}

QString heading(const char* text) { return QCoreApplication::translate("CallModel", text); }
} // namespace

CallModel::CallModel(QObject* parent) : RowTableModel(parent) {
    setColumns({
        {heading(QT_TRANSLATE_NOOP("CallModel", "Time")), false,
         [this](const CallItem& item) { return toQString(format::timeOfDay(item.time, m_offset)); },
         [](const CallItem& item) { return toQString(format::isoTime(item.time)); },
         [](const CallItem& a, const CallItem& b) { return a.time < b.time; },
         [this](const CallItem& item, int role) -> QVariant {
             if (role == Qt::AccessibleTextRole && item.failed)
                 return heading(QT_TRANSLATE_NOOP("CallModel", "%1, failed"))
                     .arg(toQString(format::timeOfDay(item.time, m_offset)));
             if (role == IdRole) return item.call.value();
             if (role == HealthRole) return static_cast<int>(item.failed ? Health::Failing : Health::Ok);
             return {};
         }},
        {heading(QT_TRANSLATE_NOOP("CallModel", "Operation")),
         false,
         [](const CallItem& item) { return item.operation; },
         {},
         [](const CallItem& a, const CallItem& b) {
             return a.operation.compare(b.operation, Qt::CaseInsensitive) < 0;
         },
         {}},
        {heading(QT_TRANSLATE_NOOP("CallModel", "Latency")),
         true,
         [](const CallItem& item) {
             return item.latency ? toQString(format::duration(*item.latency)) : QStringLiteral("–");
         },
         [](const CallItem& item) {
             return item.latency ? QString::number(item.latency->count()) : QString();
         },
         [](const CallItem& a, const CallItem& b) { return a.latency < b.latency; },
         {}},
        {heading(QT_TRANSLATE_NOOP("CallModel", "Trace")),
         false,
         [](const CallItem& item) { return shortId(item.traceId); },
         [](const CallItem& item) { return item.traceId; },
         [](const CallItem& a, const CallItem& b) { return a.traceId < b.traceId; },
         {}},
    });
    setColumnKeys({QStringLiteral("time"), QStringLiteral("operation"), QStringLiteral("latency_ns"),
                   QStringLiteral("trace_id")});
    setTotal(Time, [](const std::vector<CallItem>& items) {
        return rowsTotal(items.size(), heading(QT_TRANSLATE_NOOP("CallModel", "1 listed")),
                         heading(QT_TRANSLATE_NOOP("CallModel", "All %1 listed")));
    });
    setTotal(Operation, [](const std::vector<CallItem>& items) {
        const auto failed = static_cast<std::uint64_t>(
            std::count_if(items.begin(), items.end(), [](const CallItem& item) { return item.failed; }));
        return ColumnTotal{
            heading(QT_TRANSLATE_NOOP("CallModel", "%1 failed")).arg(toQString(format::countExact(failed))),
            QString::number(failed)};
    });
    setTotal(Latency, [](const std::vector<CallItem>& items) {
        std::vector<Duration> latencies;
        for (const CallItem& item : items)
            if (item.latency) latencies.push_back(*item.latency);
        const auto spread = distributionOf(latencies);
        if (!spread) return unknownTotal({});
        return ColumnTotal{
            heading(QT_TRANSLATE_NOOP("CallModel", "p50 %1")).arg(toQString(format::duration(spread->p50))),
            QString::number(spread->p50.count()),
            heading(QT_TRANSLATE_NOOP("CallModel", "Of the %1 listed calls with a latency"))
                .arg(toQString(format::countExact(spread->samples)))};
    });
}

std::vector<CallItem> CallModel::itemsOf(const std::vector<CallRow>& rows, const CallTable& calls,
                                         const SpanTable& spans, const StringPool& strings) {
    std::vector<CallItem> items;
    items.reserve(rows.size());
    for (const CallRow row : rows) {
        CallItem item{row,
                      {},
                      shownSpan(row, calls),
                      calls.time[row.index()],
                      calls.latency(row, spans),
                      calls.has(row, CallFlag::Failed),
                      {},
                      {}};
        if (item.span.valid()) {
            item.trace = spans.traceOf(item.span);
            item.operation = toQString(format::printable(strings.text(spans.name[item.span.index()])));
            item.traceId = toQString(format::printable(textOf(spans.traces[item.trace.index()].id, strings)));
        }
        items.push_back(std::move(item));
    }
    return items;
}

void CallModel::setUtcOffset(format::UtcOffset offset) {
    m_offset = offset;
    if (rowCount() > 0) emit dataChanged(index(0, Time), index(rowCount() - 1, Time), {Qt::DisplayRole});
}

void CallModel::setAttributes(const SharedAttributeCells& attributes) {
    replaceColumnsFrom(Trace + 1,
                       attributeColumns<CallItem>(attributes, [](const CallItem& item) { return item.span; }),
                       namesOf(attributes));
}

} // namespace hallway
