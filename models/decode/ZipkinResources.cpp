#include "decode/ZipkinResources.h"

#include "decode/DecimalText.h"
#include "decode/JsonText.h"
#include "trace/KnownKeys.h"

namespace hallway {

namespace {
constexpr std::size_t maximumKnown = 4096; // hostile files have one a span
}

std::string dottedIpv4(std::string_view text) {
    if (text.find_first_not_of("-0123456789") != text.npos) return std::string(text);
    const auto number = decimalInteger(text);
    if (!number || *number < -(std::int64_t{1} << 31) || *number >= std::int64_t{1} << 32)
        return std::string(text);
    const auto bits = static_cast<std::uint32_t>(*number);
    return std::to_string(bits >> 24) + '.' + std::to_string((bits >> 16) & 0xFF) + '.' +
           std::to_string((bits >> 8) & 0xFF) + '.' + std::to_string(bits & 0xFF);
}

bool ZipkinResources::isOfResource(StringId key) {
    if (key.index() >= m_isOfResource.size()) m_isOfResource.resize(key.index() + 256, -1);
    std::int8_t& answer = m_isOfResource[key.index()];
    if (answer < 0) {
        const std::string_view name = m_strings.text(key);
        answer = 0;
        for (const std::string_view prefix : {"telemetry.sdk.", "host.", "k8s.", "deployment.environment"})
            if (name.starts_with(prefix)) answer = 1;
        for (const std::string_view whole : {"service.namespace", "service.version", "service.instance.id"})
            if (name == whole) answer = 1;
    }
    return answer == 1;
}

void ZipkinResources::begin(const ZipkinEndpoint& endpoint) {
    m_packed.clear();
    m_writer.begin(m_packed);
    if (!endpoint.service.empty()) (void)m_writer.addText(idOf(KnownKey::ServiceName), endpoint.service);
    const std::string ipv4 = endpoint.ipv4.empty() ? std::string() : dottedIpv4(endpoint.ipv4);
    if (!ipv4.empty() && !endpoint.ipv6.empty()) {
        std::string both = "[";
        appendJsonString(both, ipv4);
        both += ',';
        appendJsonString(both, endpoint.ipv6);
        both += ']';
        (void)m_writer.addJson(idOf(KnownKey::HostIp), both);
    } else if (!ipv4.empty() || !endpoint.ipv6.empty()) {
        (void)m_writer.addText(idOf(KnownKey::HostIp), ipv4.empty() ? endpoint.ipv6 : ipv4);
    }
}

ResourceId ZipkinResources::finish() {
    const auto known = m_known.find(m_packed);
    if (known != m_known.end()) return known->second;
    if (m_known.size() >= maximumKnown) m_known.clear();
    const ResourceId id = m_resources.intern(m_packed, m_strings.pool());
    m_known.emplace(m_packed, id);
    return id;
}

} // namespace hallway
