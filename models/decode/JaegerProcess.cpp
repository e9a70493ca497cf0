#include "decode/JaegerProcess.h"

#include "trace/KnownKeys.h"

namespace hallway {

ResourceId JaegerProcessReader::read(JsonObject object) {
    m_packed.clear();
    m_attributes.begin(m_packed);
    std::string service;
    std::string serviceOfTag; // says the same once more, or stands in for it
    const auto readTag = [&](const JaegerTag& tag) {
        const StringId key = tag.key == "hostname" ? idOf(KnownKey::HostName)
                             : tag.key == "ip"     ? idOf(KnownKey::HostIp)
                                                   : m_attributes.idOf(tag.key);
        if (key == idOf(KnownKey::ServiceName))
            serviceOfTag = tag.text();
        else
            m_values.add(key, tag, m_attributes);
    };
    forEachMember(object, [&](std::string_view name, JsonAny value) {
        if (name == "serviceName" || name == "service_name")
            service = textOf(value).value_or(std::string_view());
        else if (name == "tags")
            m_values.forEachTag(value, readTag);
        else if (name == "tag")
            m_values.forEachMapped(value, readTag);
    });
    if (service.empty()) service.swap(serviceOfTag);
    if (!service.empty()) m_attributes.addText(idOf(KnownKey::ServiceName), service);
    return m_resources.intern(m_packed, m_strings.pool());
}

} // namespace hallway
