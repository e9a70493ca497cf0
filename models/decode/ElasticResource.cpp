#include "decode/ElasticResource.h"

#include "trace/KnownKeys.h"

namespace hallway {

namespace {

constexpr std::string_view families[] = {"service.", "agent.", "host.",    "container.", "kubernetes.",
                                         "cloud.",   "os.",    "process.", "device."};
/// Of these families, but of the event.
constexpr std::string_view ofEvents[] = {"service.target.", "service.origin.", "cloud.origin.",
                                         "process.thread."};

/// What OpenTelemetry calls a field; empty where the name stays.
std::string_view renamed(std::string_view field) {
    struct Row {
        std::string_view field, name;
    };
    static constexpr Row rows[] = {
        {"service.environment", "deployment.environment.name"}, {"service.node.name", "service.instance.id"},
        {"kubernetes.namespace", "k8s.namespace.name"},         {"process.ppid", "process.parent_pid"},
        {"process.parent.pid", "process.parent_pid"},
    };
    for (const Row& row : rows)
        if (row.field == field) return row.name;
    return {};
}

template <std::size_t size>
bool startsWithAny(std::string_view field, const std::string_view (&prefixes)[size]) {
    for (const std::string_view prefix : prefixes)
        if (field.starts_with(prefix)) return true;
    return false;
}

void addCopy(const Attribute& attribute, AttributeList& target) {
    if (target.has(attribute.key)) return;
    switch (attribute.type) {
    case ValueType::Null:
        return target.addNull(attribute.key);
    case ValueType::False:
    case ValueType::True:
        return target.addBool(attribute.key, attribute.type == ValueType::True);
    case ValueType::Int:
        return target.addInt(attribute.key, attribute.integer);
    case ValueType::Double:
        return target.addDouble(attribute.key, attribute.real);
    case ValueType::PooledText:
    case ValueType::Text:
        return target.addText(attribute.key, attribute.text);
    case ValueType::Bytes:
        return target.addBytes(attribute.key, attribute.text);
    case ValueType::Json:
        return target.addJson(attribute.key, attribute.text);
    }
}

} // namespace

void ElasticResource::begin() {
    m_service.clear();
    m_hostname.clear();
    m_hasHostName = m_isGiven = false;
}

bool ElasticResource::take(std::string_view field, JsonAny& value, AttributeList& target) {
    if (!startsWithAny(field, families) || startsWithAny(field, ofEvents)) return false;
    m_isGiven = true;
    if (field == "service.name") {
        m_service = textOf(value).value_or(std::string_view());
    } else if (field == "host.hostname") {
        m_hostname = textOf(value).value_or(std::string_view());
    } else if (const std::string_view other = renamed(field); !other.empty()) {
        m_values.add(other, value, target);
    } else if (constexpr std::string_view kubernetes = "kubernetes."; field.starts_with(kubernetes)) {
        m_name = "k8s.";
        m_name += field.substr(kubernetes.size());
        m_values.add(m_name, value, target);
    } else {
        m_hasHostName |= field == "host.name";
        m_values.add(field, value, target);
    }
    return true;
}

void ElasticResource::complete(const Resource& base, const StringPool& strings, AttributeList& target) {
    const bool isOther = !m_service.empty(); // the version of another service says nothing
    if (!isOther) m_service = strings.text(base.serviceName);
    AttributeReader reader(base.attributes, strings);
    while (const auto attribute = reader.next())
        if (attribute->key != idOf(KnownKey::ServiceName) &&
            (!isOther || attribute->key != idOf(KnownKey::ServiceVersion)))
            addCopy(*attribute, target);
}

void ElasticResource::finish(AttributeList& target) {
    if (m_hostname.empty()) return;
    target.addText(m_hasHostName ? target.idOf("host.hostname") : idOf(KnownKey::HostName), m_hostname);
}

} // namespace hallway
