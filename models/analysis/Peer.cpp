#include "analysis/Peer.h"

#include <algorithm>
#include <charconv>

namespace hallway {

namespace {

constexpr std::int64_t maximumPort = 65535;

bool isOnlyDigits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<std::int64_t> portOf(std::string_view text) {
    std::int64_t port = 0;
    const char* const end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data(), end, port);
    if (parsed.ec != std::errc() || parsed.ptr != end || port < 1 || port > maximumPort) return std::nullopt;
    return port;
}

struct AddressForm {
    KnownKey address;
    KnownKey port;
};

/// The first form that holds a host, with its own port: so old and new attributes name one node.
HostAndPort firstAddress(const KnownAttributes& attributes, std::initializer_list<AddressForm> forms) {
    for (const AddressForm& form : forms) {
        const auto address = attributes.find(form.address);
        if (!address) continue;
        HostAndPort place = hostOf(textOf(*address));
        if (place.host.empty()) continue;
        if (const auto port = attributes.integer(form.port); port && *port >= 1 && *port <= maximumPort)
            place.port = port;
        return place;
    }
    return {};
}

HostAndPort serverOf(const KnownAttributes& attributes) {
    return firstAddress(attributes, {{KnownKey::ServerAddress, KnownKey::ServerPort},
                                     {KnownKey::NetPeerName, KnownKey::NetPeerPort},
                                     {KnownKey::PeerHostname, KnownKey::PeerPort}});
}

HostAndPort addressOf(const KnownAttributes& attributes) {
    HostAndPort place = serverOf(attributes);
    if (!place.host.empty()) return place;
    for (const KnownKey key : {KnownKey::UrlFull, KnownKey::HttpUrl}) {
        const auto url = attributes.find(key);
        if (!url) continue;
        const std::string text = textOf(*url);
        if (text.find("://") == std::string::npos) continue;
        place = hostOf(text);
        if (!place.host.empty()) return place;
    }
    return {};
}

HostAndPort networkPeerOf(const KnownAttributes& attributes) {
    return firstAddress(attributes, {{KnownKey::NetworkPeerAddress, KnownKey::NetworkPeerPort},
                                     {KnownKey::NetSockPeerAddr, KnownKey::NetSockPeerPort},
                                     {KnownKey::NetPeerIp, KnownKey::NetPeerPort},
                                     {KnownKey::PeerIpv4, KnownKey::PeerPort}});
}

std::string withPort(const HostAndPort& place, NodeKind kind) {
    if (kind != NodeKind::External || !place.port || *place.port == 80 || *place.port == 443)
        return place.host;
    const bool isV6 = place.host.find(':') != std::string::npos;
    return (isV6 ? "[" + place.host + "]" : place.host) + ":" + std::to_string(*place.port);
}

std::string databaseName(const KnownAttributes& attributes) {
    for (const KnownKey key :
         {KnownKey::DbNamespace, KnownKey::DbName, KnownKey::DbInstance, KnownKey::CassandraKeyspace})
        if (const auto attribute = attributes.find(key))
            if (std::string name = textOf(*attribute); !isOnlyDigits(name)) return name;
    return {};
}

std::string destinationName(const KnownAttributes& attributes) {
    if (attributes.isTrue(KnownKey::MessagingDestinationTemporary) ||
        attributes.isTrue(KnownKey::MessagingDestinationAnonymous))
        return {};
    return attributes.text({KnownKey::MessagingDestinationTemplate, KnownKey::MessagingDestinationName,
                            KnownKey::MessagingDestination, KnownKey::MessageBusDestination,
                            KnownKey::KafkaTopic, KnownKey::RabbitQueue});
}

std::string rpcServiceName(const KnownAttributes& attributes) {
    if (std::string service = attributes.text({KnownKey::RpcService}); !service.empty()) return service;
    const std::string method = attributes.text({KnownKey::RpcMethod});
    const std::size_t slash = method.rfind('/');
    return slash == std::string::npos ? std::string() : method.substr(0, slash);
}

struct PeerName {
    PeerRule rule;
    std::string name, bare;
};

PeerName nameOf(const KnownAttributes& attributes, NodeKind kind, std::string_view service) {
    const auto plain = [](PeerRule rule, const std::string& name) { return PeerName{rule, name, name}; };
    if (auto name = attributes.text({KnownKey::ServicePeerName}); !name.empty())
        return plain(PeerRule::ServicePeerName, name);
    if (auto name = attributes.text({KnownKey::PeerService}); !name.empty())
        return plain(PeerRule::PeerService, name);
    const HostAndPort address = addressOf(attributes);
    if (kind == NodeKind::Database)
        if (const auto name = databaseName(attributes); !name.empty())
            return plain(PeerRule::DatabaseName, address.host.empty() ? name : name + "@" + address.host);
    if (kind == NodeKind::Queue)
        if (const auto name = destinationName(attributes); !name.empty())
            return plain(PeerRule::DestinationName, name);
    if (auto name = attributes.text({KnownKey::FaasInvokedName}); !name.empty())
        return plain(PeerRule::FunctionName, name);
    if (!address.host.empty()) return {PeerRule::Address, withPort(address, kind), address.host};
    if (const HostAndPort peer = networkPeerOf(attributes); !peer.host.empty())
        return {PeerRule::NetworkPeer, withPort(peer, kind), peer.host};
    if (const auto name = rpcServiceName(attributes); !name.empty()) return plain(PeerRule::RpcService, name);
    if (const auto name = attributes.text({KnownKey::DbSystemName, KnownKey::DbSystem, KnownKey::DbType});
        !name.empty())
        return plain(PeerRule::DatabaseSystem, name);
    if (const auto name = attributes.text({KnownKey::MessagingSystem}); !name.empty())
        return plain(PeerRule::MessagingSystem, name);
    if (const auto name = attributes.text({KnownKey::GenAiProviderName, KnownKey::GenAiSystem});
        !name.empty())
        return plain(PeerRule::GenAi, name);
    return plain(PeerRule::Unknown, "unknown (" + std::string(service) + ")");
}

std::string systemOf(const KnownAttributes& attributes, NodeKind kind) {
    if (kind == NodeKind::Database)
        return attributes.text({KnownKey::DbSystemName, KnownKey::DbSystem, KnownKey::DbType});
    if (kind == NodeKind::Queue) return attributes.text({KnownKey::MessagingSystem});
    return {};
}

} // namespace

bool Peer::mayBeService() const {
    switch (rule) {
    case PeerRule::DatabaseName:
    case PeerRule::DestinationName:
    case PeerRule::DatabaseSystem:
    case PeerRule::MessagingSystem:
    case PeerRule::GenAi:
    case PeerRule::Unknown:
        return false;
    default:
        return true;
    }
}

NodeKind peerKindOf(const KnownAttributes& attributes, bool isProducer) {
    if (attributes.hasAny({KnownKey::DbSystemName, KnownKey::DbSystem, KnownKey::DbType,
                           KnownKey::DbNamespace, KnownKey::DbName, KnownKey::DbInstance,
                           KnownKey::CassandraQuery, KnownKey::DbQueryText, KnownKey::DbStatement,
                           KnownKey::SqlQuery}))
        return NodeKind::Database;
    if (isProducer || attributes.has(KnownKey::MessagingSystem)) return NodeKind::Queue;
    if (attributes.has(KnownKey::FaasInvokedName)) return NodeKind::Function;
    return NodeKind::External;
}

Peer peerOf(const KnownAttributes& attributes, NodeKind kind, std::string_view service) {
    PeerName name = nameOf(attributes, kind, service);
    return {kind,
            name.rule,
            std::move(name.name),
            std::move(name.bare),
            attributes.text({KnownKey::ServicePeerNamespace}),
            systemOf(attributes, kind)};
}

bool namesHost(const KnownAttributes& attributes) { return !serverOf(attributes).host.empty(); }

std::optional<Peer> callerNamedBy(const KnownAttributes& attributes) {
    const std::string name = attributes.text({KnownKey::ServicePeerName, KnownKey::PeerService});
    if (name.empty()) return std::nullopt;
    return Peer{NodeKind::External,
                PeerRule::Caller,
                name,
                name,
                attributes.text({KnownKey::ServicePeerNamespace}),
                {}};
}

HostAndPort hostOf(std::string_view address) {
    if (const auto scheme = address.find("://"); scheme != std::string_view::npos)
        address.remove_prefix(scheme + 3);
    address = address.substr(0, address.find_first_of("/?#"));
    if (const auto at = address.rfind('@'); at != std::string_view::npos) address.remove_prefix(at + 1);
    if (address.starts_with('[')) { // [v6]:port
        const auto close = address.find(']');
        if (close == std::string_view::npos) return {lowerCase(address), std::nullopt};
        const std::string_view rest = address.substr(close + 1);
        return {lowerCase(address.substr(1, close - 1)),
                rest.starts_with(':') ? portOf(rest.substr(1)) : std::nullopt};
    }
    const auto colon = address.find(':');
    if (colon != std::string_view::npos && address.find(':', colon + 1) == std::string_view::npos)
        return {lowerCase(address.substr(0, colon)), portOf(address.substr(colon + 1))};
    return {lowerCase(address), std::nullopt};
}

PeerId PeerTable::intern(Peer peer) {
    std::string key;
    key += static_cast<char>(peer.kind);
    key += static_cast<char>(peer.rule);
    for (const std::string* const part : {&peer.name, &peer.bare, &peer.nameSpace, &peer.system}) {
        appendVarint(key, part->size());
        key += *part;
    }
    const auto [entry, isNew] = m_ids.try_emplace(std::move(key), PeerId(m_peers.size()));
    if (isNew) m_peers.push_back(std::move(peer));
    return entry->second;
}

} // namespace hallway
