#include "analysis/PeerReader.h"

#include <algorithm>

namespace hallway {

namespace {

/// Everything peerOf() reads but URLs, of which only the address counts, and only where no other is named.
constexpr KeySet evidenceKeys{KnownKey::ServicePeerName,
                              KnownKey::ServicePeerNamespace,
                              KnownKey::PeerService,
                              KnownKey::PeerHostname,
                              KnownKey::PeerIpv4,
                              KnownKey::PeerPort,
                              KnownKey::ServerAddress,
                              KnownKey::ServerPort,
                              KnownKey::NetPeerName,
                              KnownKey::NetPeerPort,
                              KnownKey::NetPeerIp,
                              KnownKey::NetSockPeerAddr,
                              KnownKey::NetSockPeerPort,
                              KnownKey::NetworkPeerAddress,
                              KnownKey::NetworkPeerPort,
                              KnownKey::RpcService,
                              KnownKey::RpcMethod,
                              KnownKey::DbSystemName,
                              KnownKey::DbSystem,
                              KnownKey::DbType,
                              KnownKey::DbNamespace,
                              KnownKey::DbName,
                              KnownKey::DbInstance,
                              KnownKey::CassandraKeyspace,
                              KnownKey::MessagingSystem,
                              KnownKey::MessagingDestinationTemplate,
                              KnownKey::MessagingDestinationName,
                              KnownKey::MessagingDestination,
                              KnownKey::MessagingDestinationTemporary,
                              KnownKey::MessagingDestinationAnonymous,
                              KnownKey::MessageBusDestination,
                              KnownKey::KafkaTopic,
                              KnownKey::RabbitQueue,
                              KnownKey::FaasInvokedName,
                              KnownKey::GenAiProviderName,
                              KnownKey::GenAiSystem};
constexpr KeySet urlKeys{KnownKey::UrlFull, KnownKey::HttpUrl};

// Evidence that grows beyond these is of spans that hardly repeat.
constexpr std::size_t maximumEvidence = 512, maximumKnown = std::size_t{1} << 16;

/// What hostOf() looks at in a URL; "" where it is none.
std::string_view authorityOf(const Attribute& url) {
    if (!url.isText() && url.type != ValueType::Json) return {};
    const auto scheme = url.text.find("://");
    if (scheme == std::string_view::npos) return {};
    const auto isEnd = [](char c) { return c == '/' || c == '?' || c == '#'; };
    const auto end = std::find_if(url.text.begin() + scheme + 3, url.text.end(), isEnd);
    return {url.text.begin(), end};
}

} // namespace

PeerId PeerReader::read(const KnownAttributes& attributes, NodeKind kind, StringId service,
                        std::string_view serviceName) {
    const bool hasUrl = attributes.hasAny(urlKeys);
    m_evidence.begin();
    m_evidence.add(std::uint64_t{service.value()} << 8 | static_cast<std::uint64_t>(kind) << 1 | hasUrl);
    attributes.gather(evidenceKeys, m_evidence);
    if (const auto known = m_known.find(m_evidence); known != m_known.end()) {
        if (known->second.valid()) return known->second;
    } else if (!hasUrl || namesHost(attributes)) {
        return workOut(attributes, kind, serviceName);
    } else {
        remember(PeerId());
    }
    m_evidence.add(std::uint64_t{0}); // no attribute: what follows is of URLs
    for (const KnownKey key : {KnownKey::UrlFull, KnownKey::HttpUrl}) {
        const auto url = attributes.find(key);
        m_evidence.add(url ? authorityOf(*url) : std::string_view());
    }
    const auto known = m_known.find(m_evidence);
    return known != m_known.end() ? known->second : workOut(attributes, kind, serviceName);
}

PeerId PeerReader::workOut(const KnownAttributes& attributes, NodeKind kind, std::string_view serviceName) {
    const PeerId peer = m_peers->intern(peerOf(attributes, kind, serviceName));
    remember(peer);
    return peer;
}

void PeerReader::remember(PeerId peer) {
    if (m_evidence.size() <= maximumEvidence && m_known.size() < maximumKnown)
        m_known.emplace(m_evidence, peer);
}

} // namespace hallway
