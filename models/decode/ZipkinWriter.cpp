#include "decode/ZipkinWriter.h"

#include "decode/DecimalText.h"
#include "decode/SpanTexts.h"
#include "trace/KnownKeys.h"

#include <limits>

namespace hallway {

void ZipkinWriter::write(const ZipkinContent& content, const SpanSlice& slice) {
    for (std::size_t side = 0; side < content.sides.size(); ++side) {
        write(content, side, slice);
        if (side > 0) m_bench.assembler.countAsSide();
    }
}

void ZipkinWriter::write(const ZipkinContent& content, std::size_t index, const SpanSlice& slice) {
    const ZipkinSide& side = content.sides[index];
    StringCache& strings = m_bench.strings;
    m_record = &m_bench.assembler.begin(slice);
    SpanRecord& record = *m_record;
    record.zipkin = side.shared ? ZipkinRecord::Shared : ZipkinRecord::Own;
    record.trace = content.trace;
    record.id = content.id;
    record.parent = content.parent;
    record.name = strings.intern(content.name);
    record.kind = side.kind;
    m_hasPeer = m_hasPeerAddress = m_hasPeerPort = m_hasError = false;
    m_error = {};
    m_status.reset();
    m_scopeName = m_scopeVersion = StringId(0u);

    SpanDraft& draft = m_bench.assembler.draft();
    AttributeList& attributes = m_bench.spanAttributes;
    attributes.begin(draft.attributes);
    m_resources.begin(side.local);
    for (const ZipkinTag& tag : content.tags)
        if (tag.side == index) addTag(tag);
    record.resource = m_resources.finish();
    addOther(side.remote);
    if (side.local.port != 0) attributes.addInt(attributes.idOf("network.local.port"), side.local.port);
    if (content.debug) attributes.addBool(attributes.idOf("zipkin.debug"), true);
    record.attributeCount = attributes.count();

    for (const ZipkinAnnotation& annotation : content.annotations)
        if (annotation.side == index)
            appendEvent(draft.events,
                        {timestampOf(annotation.time), strings.intern(annotation.value), 0, {}});
    setStatus();
    setTimes(side);
    record.scope = scope();
    m_bench.assembler.keep();
}

bool ZipkinWriter::takeTag(StringId key, std::string_view text) {
    SpanRecord& record = *m_record;
    switch (knownKey(key)) {
    case KnownKey::ErrorFlag:
        m_hasError = true;
        m_error = text;
        return false;
    case KnownKey::OtelStatusCode:
        m_status = spanStatusOf(text);
        if (m_status) return true;
        m_bench.problems.add(ProblemCode::UnknownStatus, [&] {
            return m_bench.assembler.subject() + " has status " + RecordProblems::quoted(text);
        });
        return false;
    case KnownKey::OtelStatusDescription:
        record.statusMessage = m_bench.strings.intern(text);
        return true;
    case KnownKey::OtelScopeName:
    case KnownKey::OtelLibraryName:
        m_scopeName = m_bench.strings.intern(text);
        return true;
    case KnownKey::OtelScopeVersion:
    case KnownKey::OtelLibraryVersion:
        m_scopeVersion = m_bench.strings.intern(text);
        return true;
    case KnownKey::W3cTracestate:
        record.traceState = m_bench.strings.intern(text);
        return true;
    case KnownKey::SpanKindTag:
        // Kinds that Zipkin has no word for.
        if (const auto kind = spanKindOf(text); kind && record.kind == SpanKind::Unspecified) {
            record.kind = *kind;
            return true;
        }
        return false;
    case KnownKey::PeerService:
        m_hasPeer = true;
        return false;
    case KnownKey::NetworkPeerAddress:
        m_hasPeerAddress = true;
        return false;
    case KnownKey::NetworkPeerPort:
        m_hasPeerPort = true;
        return false;
    default:
        if (!m_resources.isOfResource(key)) return false;
        m_resources.addTag(key, text);
        return true;
    }
}

void ZipkinWriter::addTag(const ZipkinTag& tag) {
    const JsonScalar& value = tag.value;
    const bool isPlain = value.kind != JsonKind::Object && value.kind != JsonKind::Array;
    if (takeTag(tag.key, isPlain ? value.text : std::string_view())) return;
    if (value.kind == JsonKind::Text)
        m_bench.spanAttributes.addText(tag.key, value.text);
    else
        m_values.add(tag.key, JaegerTag{{}, {}, value}, m_bench.spanAttributes);
}

void ZipkinWriter::addOther(const ZipkinEndpoint& remote) {
    AttributeList& attributes = m_bench.spanAttributes;
    if (!m_hasPeer && !remote.service.empty())
        attributes.addText(idOf(KnownKey::PeerService), remote.service);
    if (!m_hasPeerAddress && !remote.ipv4.empty())
        attributes.addText(idOf(KnownKey::NetworkPeerAddress), dottedIpv4(remote.ipv4));
    else if (!m_hasPeerAddress && !remote.ipv6.empty())
        attributes.addText(idOf(KnownKey::NetworkPeerAddress), remote.ipv6);
    if (!m_hasPeerPort && remote.port != 0) attributes.addInt(idOf(KnownKey::NetworkPeerPort), remote.port);
}

void ZipkinWriter::setStatus() {
    SpanRecord& record = *m_record;
    record.flags.set(SpanFlag::ZipkinError, m_hasError);
    record.status = m_status.value_or(m_hasError ? SpanStatus::Error : SpanStatus::Unset);
    const bool isSentence = !m_error.empty() && !equalIgnoringCase(m_error, "true");
    if (record.status == SpanStatus::Error && record.statusMessage == StringId(0u) && isSentence)
        record.statusMessage = m_bench.strings.intern(m_error);
}

void ZipkinWriter::setTimes(const ZipkinSide& side) {
    SpanRecord& record = *m_record;
    const std::int64_t start = side.start.value_or(0);
    record.start = timestampOf(start);
    const bool fits = side.duration && *side.duration <= std::numeric_limits<std::int64_t>::max() - start;
    if (side.duration && !fits) (void)m_bench.assembler.time(std::nullopt, "a duration");
    if (fits)
        record.end = timestampOf(start + *side.duration);
    else
        record.flags.set(SpanFlag::Unfinished);
}

ScopeId ZipkinWriter::scope() {
    if (!m_lastScopeId.valid() || m_lastScope.name != m_scopeName || m_lastScope.version != m_scopeVersion) {
        m_lastScope = {m_scopeName, m_scopeVersion, {}};
        m_lastScopeId = m_bench.tables.scopes.intern(m_scopeName, m_scopeVersion, {});
    }
    return m_lastScopeId;
}

} // namespace hallway
