#include "decode/ZipkinMerge.h"

#include "base/Hash.h"
#include "trace/Event.h"
#include "trace/KnownKeys.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace hallway {

namespace {

constexpr StringId emptyText(0u);

/// Addresses as resources hold them: one, or a JSON array of an IPv4 and an IPv6 one. False if both know one
/// of the same kind differently.
bool agree(std::string_view a, std::string_view b) {
    if (a.empty() || b.empty() || a == b) return true;
    const bool isList = a.starts_with('['), isOtherList = b.starts_with('[');
    if (isList && isOtherList) return false;
    if (!isList && !isOtherList) return (a.find(':') == a.npos) != (b.find(':') == b.npos);
    const std::string quoted = '"' + std::string(isList ? b : a) + '"';
    return (isList ? a : b).find(quoted) != a.npos;
}

template <class Value>
void takeIfUnset(Value& target, const Value& value, const Value& unset) {
    if (target == unset) target = value;
}

std::optional<std::int64_t> durationOf(const SpanRecord& record) {
    if (record.flags.has(SpanFlag::Unfinished)) return std::nullopt;
    return nanosecondsOf(record.end) - nanosecondsOf(record.start);
}

ByteRange append(std::string& target, std::string_view bytes) {
    const ByteRange range{static_cast<std::uint32_t>(target.size()),
                          static_cast<std::uint32_t>(bytes.size())};
    target += bytes;
    return range;
}

} // namespace

bool ZipkinMerge::Emitter::join(const Emitter& other) {
    if (service.valid() && other.service.valid() && service != other.service) return false;
    if (port != 0 && other.port != 0 && port != other.port) return false;
    if (!agree(address, other.address)) return false;
    if (!service.valid()) service = other.service;
    if (port == 0) port = other.port;
    if (address.size() < other.address.size()) address = other.address;
    return true;
}

ZipkinMerge::Member ZipkinMerge::memberAt(const ZipkinPlace& place) const {
    const SpanRecord& record = place.record();
    Member member{place, {}, 0};
    const Resource& resource = m_resources[record.resource];
    member.emitter.service = resource.serviceName;
    AttributeReader emitted(resource.attributes, m_strings.pool());
    while (const auto attribute = emitted.next())
        if (attribute->key == idOf(KnownKey::HostIp)) member.emitter.address = attribute->text;

    std::uint64_t sum = 0; // the order of attributes says nothing
    AttributeReader reader(place.batch->bytesOf(record.attributes), m_strings.pool());
    while (const auto attribute = reader.next()) {
        sum += combineHash(attribute->key.value(), hashOf(textOf(*attribute)));
        if (attribute->key == m_localPort && attribute->type == ValueType::Int)
            member.emitter.port = attribute->integer;
    }
    std::uint64_t hash = combineHash(sum, hashOf(place.batch->bytesOf(record.events)));
    for (const std::uint64_t part :
         {record.trace.high, record.parent.value, static_cast<std::uint64_t>(nanosecondsOf(record.start)),
          static_cast<std::uint64_t>(nanosecondsOf(record.end)), static_cast<std::uint64_t>(record.kind),
          static_cast<std::uint64_t>(record.status), std::uint64_t{record.flags.bits()},
          hashOf(m_strings.text(record.name)), hashOf(m_strings.text(record.statusMessage)),
          hashOf(m_strings.text(record.traceState)), hashOf(member.emitter.address),
          hashOf(resource.serviceName.valid() ? m_strings.text(resource.serviceName) : std::string_view())})
        hash = combineHash(hash, part);
    member.content = hash;
    return member;
}

/// Those of one span stand together: first the side that made the id, its client foremost; what does not say
/// who emitted it before what does.
bool ZipkinMerge::comesBefore(const Member& a, const Member& b) const {
    const SpanRecord& left = a.place.record();
    const SpanRecord& right = b.place.record();
    const auto keyOf = [](const Member& member, const SpanRecord& record) {
        return std::tuple(record.zipkin, record.kind != SpanKind::Client, !member.emitter.isBlank());
    };
    if (keyOf(a, left) != keyOf(b, right)) return keyOf(a, left) < keyOf(b, right);
    const auto textOf = [this](StringId id) { return id.valid() ? m_strings.text(id) : std::string_view(); };
    if (a.emitter.service != b.emitter.service) return textOf(a.emitter.service) < textOf(b.emitter.service);
    const auto timesOf = [](const SpanRecord& record) {
        const bool hasStart = record.start != Timestamp();
        return std::tuple(!hasStart, record.start, record.end);
    };
    if (a.emitter.address != b.emitter.address) return a.emitter.address < b.emitter.address;
    if (a.emitter.port != b.emitter.port) return a.emitter.port < b.emitter.port;
    if (timesOf(left) != timesOf(right)) return timesOf(left) < timesOf(right);
    return a.content < b.content;
}

std::size_t ZipkinMerge::runLength(std::span<const Member> members) const {
    Emitter emitter = members.front().emitter;
    SpanKind kind = members.front().place.record().kind;
    TraceId trace = members.front().place.record().trace;
    std::size_t length = 1;
    for (; length < members.size(); ++length) {
        const SpanRecord& next = members[length].place.record();
        // A client and a server are two sides even if nobody said that the id is shared.
        const bool fits =
            next.zipkin == members.front().place.record().zipkin &&
            (kind == next.kind || kind == SpanKind::Unspecified || next.kind == SpanKind::Unspecified) &&
            (trace.high == next.trace.high || trace.high == 0 || next.trace.high == 0);
        if (!fits || !emitter.join(members[length].emitter)) break;
        takeIfUnset(kind, next.kind, SpanKind::Unspecified);
        if (trace.high == 0) trace = next.trace;
    }
    return length;
}

void ZipkinMerge::merge(std::vector<ZipkinPlace>& records, std::uint64_t firstLater) {
    // The usual case: a client and the server that shares its id.
    if (records.size() == 2 && records[0].record().zipkin != records[1].record().zipkin) return;
    m_members.clear();
    for (const ZipkinPlace& place : records)
        m_members.push_back(memberAt(place));
    std::sort(m_members.begin(), m_members.end(),
              [this](const Member& a, const Member& b) { return comesBefore(a, b); });
    std::span<Member> rest(m_members);
    while (!rest.empty()) {
        const std::span<Member> run = rest.first(runLength(rest));
        rest = rest.subspan(run.size());
        const bool isDue = std::any_of(run.begin(), run.end(), [&](const Member& member) {
            return member.place.batchNumber < firstLater;
        });
        if (isDue && run.size() > 1) mergeRun(run);
    }
}

void ZipkinMerge::mergeRun(std::span<Member> run) {
    m_parts.clear();
    for (const Member& member : run) // what says the same stands together
        if (m_parts.empty() || m_parts.back().content != member.content) m_parts.push_back(member);
    if (m_parts.size() == 1) return; // duplicates
    const auto first = std::min_element(run.begin(), run.end(), [](const Member& a, const Member& b) {
        return std::tuple(a.place.batchNumber, a.place.index) <
               std::tuple(b.place.batchNumber, b.place.index);
    });
    SpanBatch& home = *first->place.batch;
    SpanRecord united = m_parts.front().place.record();
    unite(united, m_parts, home);
    for (const Member& member : run)
        member.place.record().zipkin = ZipkinRecord::Merged;
    first->place.record() = united;
    home.spans.insert(home.spans.end(), run.size() - m_parts.size(), united);
}

void ZipkinMerge::unite(SpanRecord& target, std::span<const Member> parts, SpanBatch& home) {
    std::optional<std::int64_t> duration;
    std::string attributes;
    m_attributes.begin(attributes);
    bool isOk = false, isError = false;
    for (const Member& part : parts) {
        const SpanRecord& record = part.place.record();
        if (target.trace.high == 0) target.trace = record.trace;
        takeIfUnset(target.parent, record.parent, SpanId());
        takeIfUnset(target.name, record.name, emptyText);
        takeIfUnset(target.statusMessage, record.statusMessage, emptyText);
        takeIfUnset(target.traceState, record.traceState, emptyText);
        takeIfUnset(target.kind, record.kind, SpanKind::Unspecified);
        if (record.start != Timestamp() && (target.start == Timestamp() || record.start < target.start))
            target.start = record.start;
        duration = std::max(duration, durationOf(record));
        isOk = isOk || record.status == SpanStatus::Ok;
        isError = isError || record.status == SpanStatus::Error;
        target.flags = SpanFlags::fromBits(target.flags.bits() | record.flags.bits());
        addAttributes(m_attributes, part.place.batch->bytesOf(record.attributes));
    }
    // An OK is only ever said on purpose.
    target.status = isOk ? SpanStatus::Ok : isError ? SpanStatus::Error : SpanStatus::Unset;
    const std::int64_t start = nanosecondsOf(target.start);
    const bool isFinished = duration && *duration <= std::numeric_limits<std::int64_t>::max() - start;
    target.end = isFinished ? timestampOf(start + *duration) : Timestamp();
    target.flags.set(SpanFlag::Unfinished, !isFinished);
    target.resource = unitedResource(parts);
    const std::string events = unitedEvents(parts);
    target.attributeCount = m_attributes.count();
    target.attributes = append(home.bytes, attributes);
    target.events = append(home.bytes, events);
    target.links = {}; // Zipkin has none
    target.firstLink = target.linkCount = 0;
}

ResourceId ZipkinMerge::unitedResource(std::span<const Member> parts) {
    const ResourceId first = parts.front().place.record().resource;
    if (std::all_of(parts.begin(), parts.end(),
                    [&](const Member& part) { return part.place.record().resource == first; }))
        return first;
    std::string packed;
    m_ofResources.begin(packed);
    for (const Member& part : parts)
        addAttributes(m_ofResources, m_resources[part.place.record().resource].attributes);
    return m_resources.intern(packed, m_strings.pool());
}

std::string ZipkinMerge::unitedEvents(std::span<const Member> parts) const {
    std::vector<Event> events;
    for (const Member& part : parts) {
        std::string_view rest = part.place.batch->bytesOf(part.place.record().events);
        while (const auto event = takeEvent(rest))
            events.push_back(*event);
    }
    const auto keyOf = [this](const Event& event) {
        return std::tuple(event.time, m_strings.text(event.name));
    };
    std::sort(events.begin(), events.end(),
              [&](const Event& a, const Event& b) { return keyOf(a) < keyOf(b); });
    std::string packed;
    for (std::size_t i = 0; i < events.size(); ++i)
        if (i == 0 || keyOf(events[i]) != keyOf(events[i - 1])) appendEvent(packed, events[i]);
    return packed;
}

void ZipkinMerge::addAttributes(AttributeWriter& target, std::string_view packed) const {
    AttributeReader reader(packed, m_strings.pool());
    while (const auto attribute = reader.next()) {
        switch (attribute->type) {
        case ValueType::Null:
            (void)target.addNull(attribute->key);
            break;
        case ValueType::False:
        case ValueType::True:
            (void)target.addBool(attribute->key, attribute->type == ValueType::True);
            break;
        case ValueType::Int:
            (void)target.addInt(attribute->key, attribute->integer);
            break;
        case ValueType::Double:
            (void)target.addDouble(attribute->key, attribute->real);
            break;
        case ValueType::PooledText:
        case ValueType::Text:
            (void)target.addText(attribute->key, attribute->text);
            break;
        case ValueType::Bytes:
            (void)target.addBytes(attribute->key, attribute->text);
            break;
        case ValueType::Json:
            (void)target.addJson(attribute->key, attribute->text);
            break;
        }
    }
}

} // namespace hallway
