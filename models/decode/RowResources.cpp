#include "decode/RowResources.h"

#include "decode/JsonAttributes.h"
#include "decode/PodName.h"
#include "trace/KnownKeys.h"

namespace hallway {

namespace {
constexpr std::size_t maximumKnown = 4096; ///< a hostile file has another one in each row
constexpr std::string_view podName = "k8s.pod.name";
} // namespace

ResourceId RowResources::idOf(const RowResource& row) {
    constexpr char between = '\x1F';
    m_key.assign(row.service).append(1, between).append(row.pod).append(1, between).append(row.attributes);
    if (m_lastId.valid() && m_key == m_lastKey) return m_lastId;
    const auto known = m_known.find(m_key);
    if (known != m_known.end()) {
        m_lastId = known->second;
    } else {
        if (m_known.size() >= maximumKnown) m_known.clear();
        m_lastId = m_known[m_key] = make(row);
    }
    m_lastKey.swap(m_key);
    return m_lastId;
}

ResourceId RowResources::make(const RowResource& row) {
    m_packed.clear();
    m_attributes.begin(m_packed);
    std::string service(row.service);
    bool hasPod = false;
    if (!row.attributes.empty()) {
        appendClickHouseJson(m_json.begin(), row.attributes);
        const bool isMap = m_json.read([&](JsonAny& map) {
            m_members.forEach(map, [&](std::string_view key, JsonAny member) {
                const JsonScalar value = scalarOf(member);
                hasPod = hasPod || key == podName;
                if (m_attributes.idOf(key) != hallway::idOf(KnownKey::ServiceName))
                    addScalar(m_attributes, key, value);
                else if (service.empty() && value.kind == JsonKind::Text)
                    service = value.text;
            });
        });
        if (!isMap) m_attributes.countInvalid("of a resource", "no map; what came before the flaw is kept");
    }
    if (!row.pod.empty() && !hasPod) m_attributes.addText(m_attributes.idOf(podName), row.pod);
    if (service.empty()) service = workloadOfPod(row.pod);
    if (!service.empty()) m_attributes.addText(hallway::idOf(KnownKey::ServiceName), service);
    return m_bench.tables.resources.intern(m_packed, m_bench.strings.pool());
}

} // namespace hallway
