#include "analysis/SpanFacts.h"

#include "base/Hash.h"
#include "trace/Event.h"

namespace hallway {

namespace {

constexpr std::string_view noService = "(no service)";

MessagingRole roleOf(const KnownAttributes& attributes) {
    const auto type = attributes.first({KnownKey::MessagingOperationType, KnownKey::MessagingOperation});
    if (!type || !type->isText()) return MessagingRole::None;
    if (type->text == "create") return MessagingRole::Create;
    if (type->text == "send" || type->text == "publish") return MessagingRole::Send;
    if (type->text == "receive") return MessagingRole::Receive;
    if (type->text == "process" || type->text == "deliver") return MessagingRole::Process;
    if (type->text == "settle" || type->text == "ack") return MessagingRole::Settle;
    return MessagingRole::None;
}

struct Exceptions {
    bool any = false, escaped = false;
    std::string type; ///< exception.type of the last one
};

Exceptions exceptionsIn(std::string_view events, const StringPool& strings) {
    Exceptions found;
    while (const auto event = takeEvent(events)) {
        if (strings.text(event->name) != "exception") continue;
        found.any = true;
        AttributeReader reader(event->attributes, strings);
        while (const auto attribute = reader.next())
            if (knownKey(attribute->key) == KnownKey::ExceptionEscaped && isTrue(*attribute))
                found.escaped = true;
            else if (knownKey(attribute->key) == KnownKey::ExceptionType)
                found.type = textOf(*attribute);
    }
    return found;
}

} // namespace

std::uint64_t SpanFactsReader::hashOfName(StringId name) {
    NameHash& known = m_names[name.index() % m_names.size()];
    if (known.name != name) known = {name, hashOf(m_strings->text(name))};
    return known.hash;
}

std::uint32_t SpanFactsReader::operationOf(const SpanRecord& span) {
    const std::uint64_t name = hashOfName(span.name);
    const auto detail =
        m_attributes.first({KnownKey::UrlFull, KnownKey::HttpUrl, KnownKey::UrlPath, KnownKey::HttpTarget,
                            KnownKey::DbQueryText, KnownKey::DbStatement});
    const auto upperHalf = [](std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32); };
    if (!detail) return upperHalf(name);
    return upperHalf(combineHash(name, detail->isText() ? hashOf(detail->text) : hashOf(textOf(*detail))));
}

PeerId SpanFactsReader::peerOf(NodeKind kind, const Resource& resource) {
    const std::string_view service =
        resource.serviceName.valid() ? m_strings->text(resource.serviceName) : noService;
    return m_peerReader.read(m_attributes, kind, resource.serviceName, service);
}

SpanFacts SpanFactsReader::read(const SpanRecord& span, const SpanBatch& batch, const Resource& resource) {
    m_attributes.read(batch.bytes, span.attributes);
    Exceptions exceptions;
    if (span.events.size > 0) exceptions = exceptionsIn(batch.bytesOf(span.events), *m_strings);

    SpanFacts facts;
    facts.operation = operationOf(span);
    SpanTraits& traits = facts.traits;
    traits.role = roleOf(m_attributes);
    traits.hasException = exceptions.any;
    traits.failure = failureOf(m_attributes, span.kind, span.status, span.flags.has(SpanFlag::ZipkinError),
                               exceptions.escaped, exceptions.type)
                         .kind;
    traits.hasSystem =
        m_attributes.hasAny({KnownKey::RpcSystemName, KnownKey::RpcSystem, KnownKey::DbSystemName,
                             KnownKey::DbSystem, KnownKey::MessagingSystem});
    traits.isBareClient = span.kind == SpanKind::Client && m_attributes.isBare();
    traits.isResend =
        m_attributes
            .integer({KnownKey::HttpRequestResendCount, KnownKey::HttpResendCount, KnownKey::HttpRetryCount})
            .value_or(0) >= 1;
    traits.isRedelivery = m_attributes.integer({KnownKey::ServicebusDeliveryCount}).value_or(0) > 1 ||
                          m_attributes.integer({KnownKey::GcpDeliveryAttempt}).value_or(0) > 1;
    traits.isEmptyBatch = m_attributes.integer({KnownKey::MessagingBatchMessageCount}) == 0;

    const bool receives = isReceiving(span.kind, traits.role);
    if (receives) facts.queue = peerOf(NodeKind::Queue, resource);
    if (span.kind == SpanKind::Server) {
        if (auto caller = callerNamedBy(m_attributes)) facts.peer = m_peers->intern(std::move(*caller));
    } else if ((span.kind == SpanKind::Client || span.kind == SpanKind::Producer) && !receives &&
               traits.role != MessagingRole::Settle) {
        facts.peer = peerOf(peerKindOf(m_attributes, span.kind == SpanKind::Producer), resource);
    }
    return facts;
}

} // namespace hallway
