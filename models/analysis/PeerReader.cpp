#include "analysis/PeerReader.h"

#include <array>

namespace hallway {

namespace {

/// Everything peerOf() reads but URLs, of which only the address counts.
constexpr std::array evidenceKeys{
    KnownKey::ServicePeerName,
    KnownKey::ServicePeerNamespace,
    KnownKey::PeerService,
    KnownKey::ServerAddress,
    KnownKey::ServerPort,
    KnownKey::NetPeerName,
    KnownKey::NetPeerPort,
    KnownKey::PeerHostname,
    KnownKey::PeerPort,
    KnownKey::NetworkPeerAddress,
    KnownKey::NetworkPeerPort,
    KnownKey::NetSockPeerAddr,
    KnownKey::NetSockPeerPort,
    KnownKey::NetPeerIp,
    KnownKey::PeerIpv4,
    KnownKey::DbNamespace,
    KnownKey::DbName,
    KnownKey::DbInstance,
    KnownKey::CassandraKeyspace,
    KnownKey::DbSystemName,
    KnownKey::DbSystem,
    KnownKey::DbType,
    KnownKey::MessagingDestinationTemporary,
    KnownKey::MessagingDestinationAnonymous,
    KnownKey::MessagingDestinationTemplate,
    KnownKey::MessagingDestinationName,
    KnownKey::MessagingDestination,
    KnownKey::MessageBusDestination,
    KnownKey::KafkaTopic,
    KnownKey::RabbitQueue,
    KnownKey::MessagingSystem,
    KnownKey::FaasInvokedName,
    KnownKey::RpcService,
    KnownKey::RpcMethod,
    KnownKey::GenAiProviderName,
    KnownKey::GenAiSystem,
};

// Evidence that grows beyond these is of spans that hardly repeat.
constexpr std::size_t maximumEvidence = 512, maximumKnown = std::size_t{1} << 16;

/// What hostOf() looks at in a URL; "" where it is none.
std::string_view authorityOf(const Attribute& url) {
    if (!url.isText() && url.type != ValueType::Json) return {};
    const auto scheme = url.text.find("://");
    if (scheme == std::string_view::npos) return {};
    return url.text.substr(0, url.text.find_first_of("/?#", scheme + 3));
}

void gatherEvidence(std::string& evidence, const KnownAttributes& attributes, NodeKind kind,
                    StringId service) {
    evidence.clear();
    evidence += static_cast<char>(kind);
    appendVarint(evidence, service.value());
    for (const KnownKey key : {KnownKey::UrlFull, KnownKey::HttpUrl}) {
        const Attribute* const url = attributes.find(key);
        const std::string_view authority = url ? authorityOf(*url) : std::string_view();
        appendVarint(evidence, authority.size());
        evidence += authority;
    }
    for (const KnownKey key : evidenceKeys)
        if (attributes.has(key)) evidence += attributes.packed(key);
}

} // namespace

PeerId PeerReader::read(const KnownAttributes& attributes, NodeKind kind, StringId service,
                        std::string_view serviceName) {
    gatherEvidence(m_evidence, attributes, kind, service);
    if (const auto known = m_known.find(m_evidence); known != m_known.end()) return known->second;
    const PeerId peer = m_peers->intern(peerOf(attributes, kind, serviceName));
    if (m_evidence.size() <= maximumEvidence && m_known.size() < maximumKnown)
        m_known.emplace(m_evidence, peer);
    return peer;
}

} // namespace hallway
