#include "items/AttributeModel.h"
#include "items/FigureText.h"
#include "items/FilterCondition.h"
#include "items/ReadableValue.h"
#include "items/ShownLines.h"

#include <QCoreApplication>

namespace hallway {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Attributes)
};

using Kind = AttributeModel::Kind;
using Row = AttributeModel::Row;

QString wordOfKind(SpanKind kind) {
    switch (kind) {
    case SpanKind::Unspecified:
        return Words::tr("unspecified");
    case SpanKind::Internal:
        return Words::tr("internal");
    case SpanKind::Server:
        return Words::tr("server");
    case SpanKind::Client:
        return Words::tr("client");
    case SpanKind::Producer:
        return Words::tr("producer");
    case SpanKind::Consumer:
        return Words::tr("consumer");
    }
    return {};
}

QString wordOfStatus(SpanStatus status) {
    switch (status) {
    case SpanStatus::Unset:
        return Words::tr("unset");
    case SpanStatus::Ok:
        return Words::tr("ok");
    case SpanStatus::Error:
        return Words::tr("error");
    }
    return {};
}

bool isException(const EventDetails& event) { return event.name == "exception"; }
/// Whether a shown text is still the one of the file: a filter asks for that.
bool isWhole(const QString& shown) {
    return !shown.isEmpty() && !shown.contains(QChar::ReplacementCharacter) &&
           !shown.contains(QStringLiteral("    ")) && !shown.endsWith(u'…');
}

/// Collects rows; a section without rows leaves no trace.
class Rows {
public:
    void section(const QString& name) {
        dropEmptySection();
        m_rows.push_back({Kind::Section, name, {}, name, {}, 0, false, false, {}});
    }
    void field(const QString& name, const QString& value, const QString& exact, bool hurts = false) {
        if (!value.isEmpty()) m_rows.push_back({Kind::Field, name, value, name, exact, 0, false, hurts, {}});
    }
    void field(const QString& name, const QString& value) { field(name, value, value); }
    void add(Row row) { m_rows.push_back(std::move(row)); }
    void values(AttributeHolder holder, const std::vector<NamedValue>& values, int depth = 0) {
        for (const NamedValue& value : values) {
            ReadableValue readable = readableValueOf(value);
            m_rows.push_back({Kind::Field,
                              shownLines(value.key),
                              std::move(readable.text),
                              toQString(value.key),
                              toQString(value.text),
                              depth,
                              readable.isLaidOut,
                              false,
                              {},
                              std::move(readable.softLines),
                              conditionOf(holder, value)});
        }
    }
    /// What asks for the row that was added last.
    void ask(const QString& condition) {
        if (!m_rows.empty() && m_rows.back().kind != Kind::Section) m_rows.back().condition = condition;
    }
    [[nodiscard]] std::vector<Row> take() {
        dropEmptySection();
        return std::move(m_rows);
    }

private:
    void dropEmptySection() {
        if (!m_rows.empty() && m_rows.back().kind == Kind::Section) m_rows.pop_back();
    }
    std::vector<Row> m_rows;
};

void addTimes(Rows& rows, const SpanInspection& span, format::UtcOffset offset) {
    const auto duration = [&](const QString& name, const std::optional<Duration>& value) {
        if (value) rows.field(name, toQString(format::duration(*value)), QString::number(value->count()));
    };
    if (span.start)
        rows.field(
            Words::tr("start"),
            toQString(format::date(*span.start, offset) + " " + format::timeOfDay(*span.start, offset)) +
                (offset == nullptr ? QStringLiteral(" UTC") : QString()),
            toQString(format::isoTime(*span.start)));
    duration(Words::tr("duration"), span.duration);
    duration(Words::tr("self time"), span.selfTime);
    duration(Words::tr("clock skew"), span.skew);
}

void addSpan(Rows& rows, const SpanInspection& span, format::UtcOffset offset) {
    rows.section(Words::tr("Span"));
    rows.field(Words::tr("service"), span.service);
    if (!span.serviceName.isEmpty())
        rows.ask(textCondition(QStringLiteral("resource.service.name"), span.serviceName.toStdString()));
    rows.field(Words::tr("operation"), span.operation);
    if (isWhole(span.operation))
        rows.ask(textCondition(QStringLiteral("name"), span.operation.toStdString()));
    rows.field(Words::tr("kind"), wordOfKind(span.kind));
    rows.ask(kindCondition(span.kind));
    rows.field(Words::tr("status"), wordOfStatus(span.status), wordOfStatus(span.status),
               span.status == SpanStatus::Error);
    rows.ask(statusCondition(span.status));
    rows.field(Words::tr("status message"), span.statusMessage);
    if (isWhole(span.statusMessage))
        rows.ask(textCondition(QStringLiteral("statusMessage"), span.statusMessage.toStdString()));
    addTimes(rows, span, offset);
    rows.field(Words::tr("trace id"), span.traceId);
    rows.field(Words::tr("span id"), span.spanId);
    rows.field(Words::tr("parent id"), span.parentId);
    rows.field(Words::tr("trace state"), span.traceState);
    rows.field(Words::tr("file"), span.source);
}

/// "12.4 ms after the start", or the clock time where the span has none.
QString eventTime(const EventDetails& event, const SpanInspection& span, format::UtcOffset offset) {
    if (!span.start) return toQString(format::timeOfDay(event.time, offset));
    const Duration after = event.time - *span.start;
    return (after < Duration::zero() ? QString() : QStringLiteral("+")) + toQString(format::duration(after));
}

void addEvents(Rows& rows, const SpanInspection& span, format::UtcOffset offset) {
    rows.section(Words::tr("Events"));
    for (const EventDetails& event : span.events) {
        rows.add({Kind::Item,
                  shownLines(event.name),
                  eventTime(event, span, offset),
                  toQString(event.name),
                  toQString(format::isoTime(event.time)),
                  0,
                  false,
                  isException(event),
                  {},
                  {},
                  textCondition(QStringLiteral("event:name"), event.name)});
        rows.values(AttributeHolder::Event, event.attributes, 1);
        if (event.droppedCount > 0)
            rows.add({Kind::Field,
                      Words::tr("dropped attributes"),
                      QString::number(event.droppedCount),
                      Words::tr("dropped attributes"),
                      QString::number(event.droppedCount),
                      1,
                      false,
                      false,
                      {}});
    }
}

void addLinks(Rows& rows, const SpanInspection& span) {
    rows.section(Words::tr("Links"));
    for (const SpanLinkItem& link : span.links) {
        const QString missing = !link.trace  ? Words::tr("not in this capture")
                                : !link.span ? Words::tr("span not in this capture")
                                             : QString();
        Row row{Kind::Item,
                Words::tr("trace %1").arg(link.traceId.left(8)),
                missing,
                link.traceId,
                link.traceId,
                0,
                false,
                false,
                {}};
        if (link.trace && link.span) row.target = std::pair(*link.trace, *link.span);
        rows.add(std::move(row));
        rows.add({Kind::Field,
                  Words::tr("trace id"),
                  link.traceId,
                  Words::tr("trace id"),
                  link.traceId,
                  1,
                  false,
                  false,
                  {}});
        rows.add({Kind::Field,
                  Words::tr("span id"),
                  link.spanId,
                  Words::tr("span id"),
                  link.spanId,
                  1,
                  false,
                  false,
                  {}});
        rows.values(AttributeHolder::Link, link.attributes, 1);
    }
}

} // namespace

std::vector<Row> attributeRowsOf(const SpanInspection& span, format::UtcOffset offset) {
    Rows rows;
    rows.section(Words::tr("Attributes"));
    rows.values(AttributeHolder::Span, span.attributes);
    addEvents(rows, span, offset);
    addLinks(rows, span);
    addSpan(rows, span, offset);
    rows.section(Words::tr("Resource"));
    rows.values(AttributeHolder::Resource, span.resource);
    rows.section(Words::tr("Scope"));
    rows.field(Words::tr("name"), span.scopeName);
    rows.field(Words::tr("version"), span.scopeVersion);
    rows.values(AttributeHolder::Scope, span.scope);
    return rows.take();
}

} // namespace hallway
