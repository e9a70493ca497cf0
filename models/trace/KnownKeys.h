// Attribute names that mean something to the program (formats.md 1.4, calls.md). They are interned first into
// every pool, in this order, so that reading an attribute is a switch over constants instead of a comparison
// of texts.
#pragma once

#include "base/StringPool.h"

#include <cstdint>

namespace hallway {

// clang-format off
#define HALLWAY_KNOWN_KEYS(X) \
    X(ServiceName, "service.name") X(ServiceNamespace, "service.namespace") X(ServiceVersion, "service.version") \
    X(HostId, "host.id") X(HostIp, "host.ip") X(HostName, "host.name") \
    X(Ip, "ip") X(Hostname, "hostname") \
    X(ServicePeerName, "service.peer.name") X(ServicePeerNamespace, "service.peer.namespace") \
    X(PeerService, "peer.service") X(PeerHostname, "peer.hostname") X(PeerAddress, "peer.address") \
    X(PeerIpv4, "peer.ipv4") X(PeerPort, "peer.port") \
    X(ServerAddress, "server.address") X(ServerPort, "server.port") \
    X(NetPeerName, "net.peer.name") X(NetPeerPort, "net.peer.port") X(NetPeerIp, "net.peer.ip") \
    X(NetSockPeerAddr, "net.sock.peer.addr") X(NetSockPeerPort, "net.sock.peer.port") \
    X(NetworkPeerAddress, "network.peer.address") X(NetworkPeerPort, "network.peer.port") \
    X(UrlFull, "url.full") X(HttpUrl, "http.url") X(UrlPath, "url.path") X(HttpTarget, "http.target") \
    X(HttpResponseStatusCode, "http.response.status_code") X(HttpStatusCode, "http.status_code") \
    X(HttpRequestResendCount, "http.request.resend_count") X(HttpResendCount, "http.resend_count") \
    X(HttpRetryCount, "http.retry_count") \
    X(RpcSystemName, "rpc.system.name") X(RpcSystem, "rpc.system") X(RpcService, "rpc.service") \
    X(RpcMethod, "rpc.method") X(RpcStatusCode, "rpc.status_code") \
    X(RpcGrpcStatusCode, "rpc.grpc.status_code") X(RpcResponseStatusCode, "rpc.response.status_code") \
    X(GrpcStatusCode, "grpc.status_code") \
    X(DbSystemName, "db.system.name") X(DbSystem, "db.system") X(DbType, "db.type") \
    X(DbNamespace, "db.namespace") X(DbName, "db.name") X(DbInstance, "db.instance") \
    X(CassandraKeyspace, "cassandra.keyspace") X(CassandraQuery, "cassandra.query") \
    X(DbQueryText, "db.query.text") X(DbStatement, "db.statement") X(SqlQuery, "sql.query") \
    X(MessagingSystem, "messaging.system") X(MessagingOperationType, "messaging.operation.type") \
    X(MessagingOperation, "messaging.operation") X(MessagingOperationName, "messaging.operation.name") \
    X(MessagingDestinationTemplate, "messaging.destination.template") \
    X(MessagingDestinationName, "messaging.destination.name") X(MessagingDestination, "messaging.destination") \
    X(MessagingDestinationTemporary, "messaging.destination.temporary") \
    X(MessagingDestinationAnonymous, "messaging.destination.anonymous") \
    X(MessageBusDestination, "message_bus.destination") X(KafkaTopic, "kafka.topic") X(RabbitQueue, "rabbit.queue") \
    X(MessagingBatchMessageCount, "messaging.batch.message_count") \
    X(ServicebusDeliveryCount, "messaging.servicebus.message.delivery_count") \
    X(GcpDeliveryAttempt, "messaging.gcp_pubsub.message.delivery_attempt") \
    X(ServicebusEnqueuedTime, "messaging.servicebus.message.enqueued_time") \
    X(EventhubsEnqueuedTime, "messaging.eventhubs.message.enqueued_time") \
    X(FaasInvokedName, "faas.invoked_name") X(FaasColdstart, "faas.coldstart") \
    X(GenAiProviderName, "gen_ai.provider.name") X(GenAiSystem, "gen_ai.system") \
    X(ErrorType, "error.type") X(ErrorFlag, "error") X(ExceptionEscaped, "exception.escaped") \
    X(ExceptionType, "exception.type") X(ExceptionMessage, "exception.message") \
    X(PreviousRpcAttempts, "previous-rpc-attempts") X(TransparentRetry, "transparent-retry") \
    X(OtelStatusCode, "otel.status_code") X(OtelStatusDescription, "otel.status_description") \
    X(SpanKindTag, "span.kind") X(OtelScopeName, "otel.scope.name") X(OtelScopeVersion, "otel.scope.version") \
    X(OtelLibraryName, "otel.library.name") X(OtelLibraryVersion, "otel.library.version") \
    X(W3cTracestate, "w3c.tracestate") X(OpentracingRefType, "opentracing.ref_type")
// clang-format on

/// Values are the StringIds of the names.
enum class KnownKey : std::uint32_t {
    None = 0,
#define HALLWAY_KEY_ENUM(name, text) name,
    HALLWAY_KNOWN_KEYS(HALLWAY_KEY_ENUM)
#undef HALLWAY_KEY_ENUM
        Count
};

[[nodiscard]] constexpr StringId idOf(KnownKey key) { return StringId(static_cast<std::uint32_t>(key)); }

/// KnownKey::None for every other name.
[[nodiscard]] constexpr KnownKey knownKey(StringId id) {
    return id.value() < static_cast<std::uint32_t>(KnownKey::Count) ? static_cast<KnownKey>(id.value())
                                                                    : KnownKey::None;
}

/// Must be the first thing done to a pool that spans are decoded into.
void seedKnownKeys(StringPool& strings);

} // namespace hallway
