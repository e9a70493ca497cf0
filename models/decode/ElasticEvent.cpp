#include "decode/ElasticEvent.h"

#include "decode/CalendarText.h"
#include "decode/DecimalText.h"
#include "decode/IdText.h"
#include "decode/SpanTexts.h"
#include "trace/KnownKeys.h"

namespace hallway {

namespace {

constexpr int microseconds = 3, milliseconds = 6; ///< powers of ten to nanoseconds

std::string_view textOrEmpty(JsonAny& value) { return textOf(value).value_or(std::string_view()); }

/// What OpenTelemetry calls a field; empty where the name stays.
std::string_view renamed(std::string_view field) {
    struct Row {
        std::string_view field, name;
    };
    static constexpr Row rows[] = {
        {"span.db.instance", "db.namespace"},
        {"span.db.statement", "db.query.text"},
        {"span.http.method", "http.request.method"},
        {"http.method", "http.request.method"},
        {"span.http.response.status_code", "http.response.status_code"},
        {"http.status_code", "http.response.status_code"},
        {"span.message.queue.name", "messaging.destination.name"},
        {"span.message.topic.name", "messaging.destination.name"},
        {"transaction.message.queue.name", "messaging.destination.name"},
        {"transaction.message.topic.name", "messaging.destination.name"},
        {"client.ip", "client.address"},
    };
    for (const Row& row : rows)
        if (row.field == field) return row.name;
    return {};
}

/// Of the store and the server, not of the event; or of which only figures remain elsewhere.
bool saysNothing(std::string_view field) {
    for (const std::string_view family : {"processor.", "observer.", "ecs.", "data_stream.", "event."})
        if (field.starts_with(family)) return true;
    return field == "span.stacktrace" || field == "span.representative_count" ||
           field == "transaction.representative_count" || field == "span.parent" ||
           field == "transaction.spans";
}

} // namespace

void ElasticEvent::begin(Kind kind) {
    m_kind = kind;
    m_resource.begin();
    m_peer.clear();
    m_transaction = m_ownSpan = {};
    m_transactionType.clear();
    m_parent.clear();
    m_timeText.clear();
    m_offset.reset();
    m_calls = 1;
    m_droppedSpans = 0;
    m_hasTime = false;
}

void ElasticEvent::take(std::string_view field, JsonAny& value) {
    if (value.kind() == JsonKind::Null) return;
    if (field == "span.links")
        takeLinks(value);
    else if (!takeIdentity(field, value) && !takePeer(field, value) && !saysNothing(field) &&
             !m_resource.take(field, value, m_span.resource()))
        takeAttribute(field, value);
}

bool ElasticEvent::takeIdentity(std::string_view field, JsonAny& value) {
    if (field.starts_with("transaction.") && takeOwn(field.substr(12), value, m_transaction)) return true;
    if (field.starts_with("span.") && takeOwn(field.substr(5), value, m_ownSpan)) return true;
    if (field == "trace.id")
        m_span.setTrace(textOrEmpty(value));
    else if (field == "parent.id")
        m_parent = textOrEmpty(value);
    else if (field == "timestamp.us")
        takeTime(value);
    else if (field == "@timestamp")
        m_timeText = textOrEmpty(value);
    else if (field == "event.outcome") {
        if (textOrEmpty(value) == "failure") m_span.record().status = SpanStatus::Error;
    } else if (field == "processor.event") {
        const std::string_view event = textOrEmpty(value);
        m_kind = event == "transaction" ? Kind::Transaction : event == "span" ? Kind::Span : Kind::Other;
    } else {
        return false;
    }
    return true;
}

bool ElasticEvent::takeOwn(std::string_view field, JsonAny& value, Own& own) {
    if (field == "id")
        own.id = textOrEmpty(value);
    else if (field == "name")
        own.name = textOrEmpty(value);
    else if (field == "kind")
        own.kind = textOrEmpty(value);
    else if (field == "duration.us")
        own.duration = decimalInteger(textOrEmpty(value), microseconds);
    else if (field == "duration")
        own.duration = decimalInteger(textOrEmpty(value), milliseconds);
    else if (field == "start")
        m_offset = decimalInteger(textOrEmpty(value), milliseconds);
    else
        return false;
    own.isGiven |= field.starts_with("duration");
    return true;
}

void ElasticEvent::takeTime(JsonAny& value) {
    const std::string_view text = textOrEmpty(value);
    if (text.empty()) return;
    m_hasTime = true;
    const auto number = decimalInteger(text, microseconds);
    m_span.setStart(number ? number : calendarTime(text));
}

bool ElasticEvent::takePeer(std::string_view field, JsonAny& value) {
    struct Row {
        std::string_view field;
        std::string ElasticPeer::*part;
        bool isAttribute; ///< is kept under its own name as well
    };
    static constexpr Row rows[] = {
        {"span.type", &ElasticPeer::type, true},
        {"span.subtype", &ElasticPeer::subtype, true},
        {"span.action", &ElasticPeer::action, true},
        {"span.destination.service.resource", &ElasticPeer::resource, true},
        {"service.target.type", &ElasticPeer::targetType, true},
        {"service.target.name", &ElasticPeer::targetName, true},
        {"span.db.type", &ElasticPeer::databaseType, true},
        {"destination.address", &ElasticPeer::address, false},
        {"destination.port", &ElasticPeer::port, false},
        {"url.original", &ElasticPeer::url, false},
        {"span.http.url.original", &ElasticPeer::url, false},
        {"http.url.original", &ElasticPeer::url, false},
    };
    for (const Row& row : rows) {
        if (row.field != field) continue;
        const std::string_view text = textOrEmpty(value);
        m_peer.*row.part = text;
        AttributeList& attributes = m_span.attributes();
        if (row.isAttribute && !text.empty()) attributes.addText(attributes.idOf(field), text);
        return true;
    }
    return false;
}

void ElasticEvent::takeAttribute(std::string_view field, JsonAny& value) {
    AttributeList& attributes = m_span.attributes();
    if (field == "transaction.type")
        m_transactionType = textOrEmpty(value);
    else if (field == "span.composite.count")
        m_calls = decimalInteger(textOrEmpty(value)).value_or(1);
    else if (field == "transaction.span_count.dropped")
        m_droppedSpans = decimalInteger(textOrEmpty(value)).value_or(0);
    // What an agent was given through OpenTelemetry has its names already.
    constexpr std::string_view given = "otel.attributes.";
    std::string_view name = renamed(field);
    if (field.starts_with(given)) name = field.substr(given.size());
    if (name.empty())
        m_values.add(field, value, attributes);
    else if (!attributes.has(attributes.idOf(name)))
        m_values.add(name, value, attributes);
}

void ElasticEvent::takeLinks(JsonAny& list) {
    forEachElement(list, [this](JsonAny link) { takeLink(link); });
}

void ElasticEvent::takeLink(JsonAny& value) {
    (void)m_span.beginInner();
    TraceId trace;
    SpanId span;
    StringPool& strings = m_bench.strings.pool();
    const bool isObject = forEachMember(value, [&](std::string_view name, JsonAny member) {
        m_linkFields.forEach(name, member, [&](std::string_view field, JsonAny& part) {
            if (field == "trace_id" || field == "trace.id")
                trace = traceIdOf(textOrEmpty(part), strings);
            else if (field == "span_id" || field == "span.id")
                span = spanIdOf(textOrEmpty(part), strings);
        });
    });
    if (isObject) m_span.addLink(trace, span);
}

ElasticEvent::Kind ElasticEvent::kind() const {
    if (m_kind != Kind::Unknown) return m_kind;
    if (m_ownSpan.isGiven) return Kind::Span;
    return m_transaction.isGiven ? Kind::Transaction : Kind::Other;
}

SpanKind ElasticEvent::spanKind(const Own& own, bool isTransaction) {
    const std::string& given = own.kind.empty() ? m_ownSpan.kind : own.kind;
    if (const auto kind = spanKindOf(given); kind && *kind != SpanKind::Unspecified) return *kind;
    if (isTransaction) {
        if (m_transactionType == "messaging") return SpanKind::Consumer;
        // What nobody called is a job; a request has a caller, known or not.
        return m_transactionType == "request" || !m_span.record().parent.isZero() ? SpanKind::Server
                                                                                  : SpanKind::Internal;
    }
    if (!m_peer.isExit()) return SpanKind::Internal;
    if (!m_peer.isMessaging() || m_peer.isSettle()) return SpanKind::Client;
    return m_peer.isReceive() ? SpanKind::Consumer : SpanKind::Producer;
}

void ElasticEvent::describePeer() {
    AttributeList& attributes = m_span.attributes();
    if (!m_peer.isExit()) {
        for (const auto& [name, text] : {std::pair{"destination.address", &m_peer.address},
                                         {"destination.port", &m_peer.port},
                                         {"url.original", &m_peer.url}})
            if (!text->empty()) attributes.addText(attributes.idOf(name), *text);
        return;
    }
    m_peer.describe(attributes);
    if (m_peer.isMessaging() && (m_peer.isReceive() || m_peer.isSettle()) &&
        !attributes.has(idOf(KnownKey::MessagingOperationType)))
        attributes.addText(idOf(KnownKey::MessagingOperationType), m_peer.isReceive() ? "receive" : "settle");
}

void ElasticEvent::countWhatIsMissing() {
    RecordProblems& problems = m_bench.problems;
    if (m_calls > 1)
        problems.add(ProblemCode::PartialTrace, [&] {
            return m_bench.assembler.subject() + " stands for " + std::to_string(m_calls) +
                   " calls, which its agent has made one span of";
        });
    if (m_droppedSpans <= 0) return;
    m_span.record().flags.set(SpanFlag::Incomplete);
    problems.add(ProblemCode::PartialTrace, [&] {
        return "the agent has dropped " + std::to_string(m_droppedSpans) + " spans of transaction " +
               RecordProblems::quoted(m_transaction.name);
    });
}

void ElasticEvent::resolveTimes(const Own& own) {
    if (!m_hasTime && !m_timeText.empty()) m_span.setStartText(m_timeText);
    if (own.duration || own.isGiven) m_span.setDuration(own.duration);
}

StringId ElasticEvent::startedIn() {
    if (nanosecondsOf(m_span.record().start) != 0 || !m_offset || *m_offset < 0 || m_transaction.id.empty())
        return {};
    m_span.setStart(offsetMark + *m_offset);
    return m_bench.strings.intern(m_transaction.id);
}

bool ElasticEvent::resolveResource() {
    m_resource.finish(m_span.resource());
    const Resource* const base = m_base.valid() ? &m_bench.tables.resources[m_base] : nullptr;
    if (base != nullptr && !m_resource.isGiven()) {
        if (!base->serviceName.valid())
            m_bench.problems.add(ProblemCode::MissingService,
                                 [&] { return m_bench.assembler.subject() + " has no service name"; });
        return false;
    }
    if (base != nullptr) m_resource.complete(*base, m_bench.strings.pool(), m_span.resource());
    m_span.setService(m_resource.service());
    return true;
}

void ElasticEvent::keep() {
    const Kind kind = this->kind();
    if (kind == Kind::Other) {
        m_bench.assembler.drop();
        m_bench.problems.add(ProblemCode::SkippedSignal,
                             [] { return "an error, metric or log line of Elastic APM, which is no span"; });
        return;
    }
    const bool isTransaction = kind == Kind::Transaction;
    const Own& own = isTransaction ? m_transaction : m_ownSpan;
    m_peer.splitType();
    m_span.setId(own.id);
    m_span.setName(own.name);
    m_span.setParent(isTransaction || !m_parent.empty() ? m_parent : m_transaction.id);
    m_span.record().kind = spanKind(own, isTransaction);
    describePeer();
    countWhatIsMissing();
    resolveTimes(own);
    const StringId transaction = startedIn();
    const bool hasResource = resolveResource();
    m_span.keep(hasResource ? SpanBuilder::Service::Own : SpanBuilder::Service::OfBlock, transaction);
}

} // namespace hallway
