#include "icicle/IcicleNames.h"

#include "common/Text.h"
#include "common/Theme.h"

namespace hallway {

IcicleNames::IcicleNames(Icicle& icicle, const CallTable& calls, const StringPool& strings)
    : m_icicle(icicle), m_calls(calls), m_strings(strings), m_services(calls.nodes.size(), IcicleCell::none) {
}

std::uint32_t IcicleNames::service(NodeId node) {
    std::uint32_t& known = m_services[node.index()];
    if (known != IcicleCell::none) return known;
    const Node& held = m_calls.nodes[node.index()];
    known = static_cast<std::uint32_t>(m_icicle.services.size());
    m_icicle.services.push_back(
        {shownText(held.label), serviceColorIndex(held.nameSpace, held.name), held.noService});
    return known;
}

std::uint32_t IcicleNames::operation(StringId name) {
    const auto [place, isNew] =
        m_operations.try_emplace(name, static_cast<std::uint32_t>(m_icicle.operations.size()));
    if (isNew) m_icicle.operations.push_back(shownText(m_strings.text(name)));
    return place->second;
}

} // namespace hallway
