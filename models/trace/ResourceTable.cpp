#include "trace/ResourceTable.h"

#include "trace/Attribute.h"
#include "trace/KnownKeys.h"

#include <array>

namespace hallway {

namespace {

/// The first element of a JSON array of texts such as ["10.0.0.1","::1"]; the text itself otherwise.
std::string firstOf(const Attribute& attribute) {
    std::string text = textOf(attribute);
    if (attribute.type != ValueType::Json || text.size() < 2 || text[0] != '[' || text[1] != '"') return text;
    const std::size_t end = text.find('"', 2);
    return end == std::string::npos ? text : text.substr(2, end - 2);
}

} // namespace

ResourceId ResourceTable::intern(std::string_view packedAttributes, StringPool& strings) {
    const std::lock_guard lock(*m_mutex);
    std::string key(packedAttributes);
    if (const auto known = m_ids.find(key); known != m_ids.end()) return known->second;

    Resource resource;
    resource.attributes = packedAttributes;
    resource.serviceNamespace = strings.intern("");
    std::array<std::string, 5> hosts; // host.id, host.ip or its old name, host.name or its old name
    AttributeReader reader(packedAttributes, strings);
    while (const auto attribute = reader.next()) {
        switch (knownKey(attribute->key)) {
        case KnownKey::ServiceName:
            if (const std::string name = textOf(*attribute); !name.empty())
                resource.serviceName = strings.intern(name);
            break;
        case KnownKey::ServiceNamespace:
            resource.serviceNamespace = strings.intern(textOf(*attribute));
            break;
        case KnownKey::HostId:
            hosts[0] = textOf(*attribute);
            break;
        case KnownKey::HostIp:
            hosts[1] = firstOf(*attribute);
            break;
        case KnownKey::Ip:
            hosts[2] = firstOf(*attribute);
            break;
        case KnownKey::HostName:
            hosts[3] = textOf(*attribute);
            break;
        case KnownKey::Hostname:
            hosts[4] = textOf(*attribute);
            break;
        default:
            break;
        }
    }
    std::string_view host;
    for (const std::string& candidate : hosts)
        if (host.empty()) host = candidate;
    resource.host = strings.intern(host);
    const ResourceId id(m_resources.size());
    m_resources.push_back(std::move(resource));
    m_ids.emplace(std::move(key), id);
    return id;
}

ScopeId ScopeTable::intern(StringId name, StringId version, std::string_view packedAttributes) {
    std::string key;
    appendVarint(key, name.value());
    appendVarint(key, version.value());
    key += packedAttributes;
    const std::lock_guard lock(*m_mutex);
    const auto [entry, isNew] = m_ids.try_emplace(std::move(key), ScopeId(m_scopes.size()));
    if (isNew) m_scopes.push_back({name, version, std::string(packedAttributes)});
    return entry->second;
}

} // namespace hallway
