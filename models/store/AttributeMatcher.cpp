#include "store/AttributeMatcher.h"

#include "trace/Attribute.h"
#include "trace/Event.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace hallway {

namespace {

using Place = AttributePlace;

constexpr std::size_t mostRemembered = std::size_t{1} << 25; ///< bytes of answers about pooled texts

/// takeVarint(), in place: a scan takes some twenty a span. False where bytes are damaged.
bool take(std::string_view& rest, std::uint64_t& value) {
    const std::size_t size = std::min<std::size_t>(rest.size(), 10);
    value = 0;
    for (std::size_t i = 0; i < size; ++i) {
        const auto byte = static_cast<unsigned char>(rest[i]);
        value |= std::uint64_t{byte & 0x7fu} << (7 * i);
        if (byte >= 0x80) continue;
        rest.remove_prefix(i + 1);
        return true;
    }
    return false;
}

double realOf(std::string_view bytes) {
    static_assert(std::endian::native == std::endian::little);
    double value = 0;
    std::memcpy(&value, bytes.data(), sizeof value);
    return value;
}

std::int64_t unzigzag(std::uint64_t value) {
    return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
}

bool isOfEvents(Place place) {
    return place == Place::Event || place == Place::EventName || place == Place::EventTime;
}
bool isOfLinks(Place place) {
    return place == Place::Link || place == Place::LinkTraceId || place == Place::LinkSpanId;
}
bool isOfHead(Place place) { return place == Place::StatusMessage || place == Place::ParentId; }

} // namespace

AttributeMatcher::AttributeMatcher(std::span<const AttributePredicate> predicates, const StringPool& strings,
                                   const ResourceTable& resources, const ScopeTable& scopes)
    : m_strings(strings), m_resourceCount(resources.size()), m_scopeCount(scopes.size()),
      m_found(predicates.size()) {
    std::size_t remembered = 0;
    for (const AttributePredicate& predicate : predicates) {
        const auto number = static_cast<std::uint32_t>(m_tests.size());
        remembered += strings.size();
        m_tests.push_back({predicate.place,
                           hasKey(predicate.place) ? strings.find(predicate.key) : StringId(),
                           ValueTest(predicate.relation, predicate.value),
                           std::vector<std::uint8_t>(remembered <= mostRemembered ? strings.size() : 0, 0)});
        if (predicate.place == Place::Span || predicate.place == Place::Anywhere) m_ofSpan.push_back(number);
        if (isOfEvents(predicate.place)) m_ofEvent.push_back(number);
        if (isOfLinks(predicate.place)) m_ofLink.push_back(number);
        if (isOfHead(predicate.place)) m_ofHead.push_back(number);
    }
    m_lastPart = !m_ofLink.empty()    ? SpanPart::Links
                 : !m_ofEvent.empty() ? SpanPart::Events
                 : !m_ofSpan.empty()  ? SpanPart::Attributes
                                      : SpanPart::Resource;
    readResources(resources);
    readScopes(scopes);
}

void AttributeMatcher::readResources(const ResourceTable& resources) {
    Tests tests;
    for (std::uint32_t i = 0; i < m_tests.size(); ++i)
        if (m_tests[i].place == Place::Resource || m_tests[i].place == Place::Anywhere) tests.push_back(i);
    m_damagedResources.assign(resources.size(), false);
    if (tests.empty()) return;
    for (std::size_t id = 0; id < resources.size(); ++id) {
        auto& found = m_resources.emplace_back(m_tests.size());
        m_damagedResources[id] = !readList(resources[ResourceId(id)].attributes, tests, found);
    }
}

void AttributeMatcher::readScopes(const ScopeTable& scopes) {
    Tests tests;
    bool any = false;
    for (std::uint32_t i = 0; i < m_tests.size(); ++i) {
        const Place place = m_tests[i].place;
        if (place == Place::Instrumentation || place == Place::Anywhere) tests.push_back(i);
        any = any || !tests.empty() || place == Place::InstrumentationName ||
              place == Place::InstrumentationVersion;
    }
    m_damagedScopes.assign(scopes.size(), false);
    if (!any) return;
    for (std::size_t id = 0; id < scopes.size(); ++id) {
        const Scope& scope = scopes[ScopeId(id)];
        auto& found = m_scopes.emplace_back(m_tests.size());
        m_damagedScopes[id] = !readList(scope.attributes, tests, found);
        for (std::uint32_t i = 0; i < m_tests.size(); ++i) {
            const Place place = m_tests[i].place;
            if (place != Place::InstrumentationName && place != Place::InstrumentationVersion) continue;
            const std::string_view text =
                m_strings.text(place == Place::InstrumentationName ? scope.name : scope.version);
            if (!text.empty()) found[i] = {true, m_tests[i].value.fitsText(text)};
        }
    }
}

bool AttributeMatcher::fitsPooled(Test& test, StringId text) {
    if (test.pooled.empty()) return test.value.fitsText(m_strings.text(text));
    std::uint8_t& known = test.pooled[text.index()];
    if (known == 0) known = test.value.fitsText(m_strings.text(text)) ? 1 : 2;
    return known == 1;
}

bool AttributeMatcher::readList(std::string_view rest, const Tests& tests, std::vector<Found>& found) {
    while (!rest.empty()) {
        std::uint64_t key = 0, number = 0;
        if (!take(rest, key) || key >= m_strings.size() || rest.empty()) return false;
        const auto type = static_cast<ValueType>(rest.front());
        rest.remove_prefix(1);
        std::string_view bytes;
        switch (type) {
        case ValueType::Null:
        case ValueType::False:
        case ValueType::True:
            break;
        case ValueType::Int:
            if (!take(rest, number)) return false;
            break;
        case ValueType::Double:
            if (rest.size() < sizeof(double)) return false;
            bytes = rest.substr(0, sizeof(double));
            rest.remove_prefix(sizeof(double));
            break;
        case ValueType::PooledText:
            if (!take(rest, number) || number >= m_strings.size()) return false;
            break;
        case ValueType::Text:
        case ValueType::Bytes:
        case ValueType::Json:
            if (!take(rest, number) || number > rest.size()) return false;
            bytes = rest.substr(0, static_cast<std::size_t>(number));
            rest.remove_prefix(static_cast<std::size_t>(number));
            break;
        default:
            return false;
        }
        if (type == ValueType::Null) continue; // as if it were not there
        for (const std::uint32_t index : tests) {
            Test& test = m_tests[index];
            if (!hasKey(test.place) || test.key.value() != key) continue;
            bool fits = false;
            switch (type) {
            case ValueType::Int:
                fits = test.value.fitsInteger(unzigzag(number));
                break;
            case ValueType::Double:
                fits = test.value.fitsReal(realOf(bytes));
                break;
            case ValueType::PooledText:
                fits = fitsPooled(test, StringId(static_cast<std::uint32_t>(number)));
                break;
            case ValueType::Text:
                fits = test.value.fitsText(bytes);
                break;
            case ValueType::Json:
                fits = test.value.fitsJson(bytes);
                break;
            case ValueType::Bytes: // no literal is of their type
                fits = test.value.wantsPresence();
                break;
            default:
                fits = test.value.fitsTruth(type == ValueType::True);
            }
            found[index].has = true;
            found[index].fits = found[index].fits || fits;
        }
    }
    return true;
}

void AttributeMatcher::note(std::uint32_t test, bool fits) {
    m_found[test].has = true;
    m_found[test].fits = m_found[test].fits || fits;
}

void AttributeMatcher::noteText(std::uint32_t test, std::string_view text) {
    if (!text.empty()) note(test, m_tests[test].value.fitsText(text));
}

bool AttributeMatcher::readEvents(std::string_view packed, Timestamp start) {
    while (!packed.empty()) {
        const auto event = takeEvent(packed);
        if (!event || !readList(event->attributes, m_ofEvent, m_found)) return false;
        for (const std::uint32_t test : m_ofEvent) {
            if (m_tests[test].place == Place::EventName) noteText(test, m_strings.text(event->name));
            if (m_tests[test].place == Place::EventTime && event->time > Timestamp())
                note(test, m_tests[test].value.fitsInteger((event->time - start).count()));
        }
    }
    return true;
}

bool AttributeMatcher::readLinks(std::string_view packed) {
    while (!packed.empty()) {
        const auto link = takeLink(packed);
        if (!link || !readList(link->attributes, m_ofLink, m_found)) return false;
        for (const std::uint32_t test : m_ofLink) {
            if (m_tests[test].place == Place::LinkTraceId) noteText(test, textOf(link->trace, m_strings));
            if (m_tests[test].place == Place::LinkSpanId) noteText(test, textOf(link->span, m_strings));
        }
    }
    return true;
}

bool AttributeMatcher::read(std::string_view record, const SpanRowAttributes& row) {
    if (row.resource.index() >= m_resourceCount || m_damagedResources[row.resource.index()]) return false;
    const bool hasScope = row.scope.valid();
    if (hasScope && (row.scope.index() >= m_scopeCount || m_damagedScopes[row.scope.index()])) return false;
    std::fill(m_found.begin(), m_found.end(), Found());
    if (!m_ofSpan.empty() && !readList(row.attributes, m_ofSpan, m_found)) return false;
    if (!m_ofHead.empty() || !m_ofEvent.empty()) {
        const auto head = readHead(record);
        if (!head || !readEvents(row.events, head->start)) return false;
        for (const std::uint32_t test : m_ofHead) {
            if (m_tests[test].place == Place::StatusMessage)
                noteText(test, m_strings.text(head->message));
            else if (!head->parent.isZero())
                noteText(test, textOf(head->parent, m_strings));
        }
    }
    if (!m_ofLink.empty() && !readLinks(row.links)) return false;
    for (std::size_t i = 0; i < m_tests.size(); ++i) {
        const auto ofResource = [&] { return m_resources[row.resource.index()][i]; };
        const auto ofScope = [&] { return hasScope ? m_scopes[row.scope.index()][i] : Found(); };
        switch (m_tests[i].place) {
        case Place::Resource:
            m_found[i] = ofResource();
            break;
        case Place::Instrumentation:
        case Place::InstrumentationName:
        case Place::InstrumentationVersion:
            m_found[i] = ofScope();
            break;
        case Place::Anywhere:
            if (!m_found[i].has) m_found[i] = ofResource();
            if (!m_found[i].has) m_found[i] = ofScope();
            break;
        default:
            break;
        }
    }
    return true;
}

bool AttributeMatcher::isTrue(std::size_t predicate) const {
    const Found found = m_found[predicate];
    return m_tests[predicate].value.wantsAbsence() ? !found.has : found.fits;
}

} // namespace hallway
