#include "bench/SpanAttributes.h"

#include <array>
#include <utility>

namespace hallway::bench {

namespace {

constexpr std::size_t usualAttributes = 12;

void add(Span& span, std::string_view key, std::string value) {
    span.attributes.push_back({key, std::move(value)});
}
void add(Span& span, std::string_view key, std::int64_t value) { span.attributes.push_back({key, value}); }
void addFlag(Span& span, std::string_view key, bool value) { span.attributes.push_back({key, value}); }

bool isNew(Style style) { return style.dialect == Dialect::New; }

/// "POST /orders" → {"POST", "/orders"}; "shop.Cart/GetCart" → {"shop.Cart", "GetCart"}.
std::pair<std::string, std::string> split(const std::string& name, char at) {
    const std::size_t position = name.find(at);
    return {name.substr(0, position),
            position == std::string::npos ? std::string() : name.substr(position + 1)};
}

void describeHttp(Span& span, Style style, const std::string& endpoint, const std::string& host, int status) {
    const auto [method, path] = split(endpoint, ' ');
    const bool server = span.kind == Kind::Server;
    add(span, isNew(style) ? "http.response.status_code" : "http.status_code", status);
    if (style.lean) {
        return;
    }
    add(span, isNew(style) ? "http.request.method" : "http.method", method);
    add(span, isNew(style) ? "network.protocol.version" : "http.flavor", "1.1");
    if (server) {
        add(span, "http.route", path);
        add(span, isNew(style) ? "url.scheme" : "http.scheme", "http");
        add(span, isNew(style) ? "url.path" : "http.target", path);
    } else {
        add(span, isNew(style) ? "url.full" : "http.url",
            "http://" + host + ".shop.svc.cluster.local:8080" + path);
        add(span, isNew(style) ? "server.address" : "net.peer.name", host);
        add(span, isNew(style) ? "server.port" : "net.peer.port", 8080);
    }
}

void describeGrpc(Span& span, Style style, const std::string& endpoint, const std::string& host, int code) {
    const bool server = span.kind == Kind::Server;
    if (!style.lean || code != 0) {
        add(span, "rpc.system", "grpc");
        add(span, "rpc.grpc.status_code", code);
    }
    if (style.lean) {
        return;
    }
    const auto [service, method] = split(endpoint, '/');
    add(span, "rpc.service", service);
    add(span, "rpc.method", method);
    if (!server) {
        add(span, isNew(style) ? "server.address" : "net.peer.name", host);
        add(span, isNew(style) ? "server.port" : "net.peer.port", 9090);
    }
}

void describeCall(Span& span, Style style, const Service& callee, const Endpoint& endpoint,
                  const Outcome& outcome) {
    if (callee.protocol == Protocol::Grpc) {
        describeGrpc(span, style, endpoint.name, callee.name, outcome ? outcome->grpc : 0);
    } else {
        describeHttp(span, style, endpoint.name, callee.name, outcome ? outcome->http : 200);
    }
}

std::string_view systemOf(Peer::Kind kind) {
    switch (kind) {
    case Peer::Kind::Postgres:
        return "postgresql";
    case Peer::Kind::Redis:
        return "redis";
    case Peer::Kind::OpenSearch:
        return "opensearch";
    case Peer::Kind::External:
    case Peer::Kind::Function:
        break;
    }
    return "other_sql";
}

std::int64_t portOf(Peer::Kind kind) {
    switch (kind) {
    case Peer::Kind::Postgres:
        return 5432;
    case Peer::Kind::Redis:
        return 6379;
    case Peer::Kind::OpenSearch:
        return 9200;
    case Peer::Kind::External:
    case Peer::Kind::Function:
        break;
    }
    return 443;
}

} // namespace

void describeServer(Span& span, Style style, const Service& service, const Endpoint& endpoint,
                    const Outcome& outcome) {
    describeCall(span, style, service, endpoint, outcome);
}

void describeUser(Span& span, Style style, Random& random) {
    if (style.lean) {
        return;
    }
    static constexpr std::array agents = {"Mozilla/5.0 (X11; Linux x86_64)", "shop-ios/4.12.0",
                                          "shop-android/4.11.2"};
    add(span, isNew(style) ? "client.address" : "http.client_ip",
        "203.0.113." + std::to_string(1 + random.below(250)));
    add(span, isNew(style) ? "user_agent.original" : "http.user_agent", agents[random.below(agents.size())]);
}

void describeClient(Span& span, Style style, const Service& callee, const Endpoint& endpoint,
                    const Outcome& outcome) {
    describeCall(span, style, callee, endpoint, outcome);
}

void describeQuery(Span& span, Style style, const Peer& peer, const std::string& statement,
                   const Outcome& outcome) {
    const auto [operation, table] = split(statement, ' ');
    add(span, isNew(style) ? "db.system.name" : "db.system", std::string(systemOf(peer.kind)));
    add(span, isNew(style) ? "db.namespace" : "db.name", peer.name);
    add(span, isNew(style) ? "server.address" : "net.peer.name", peer.address);
    if (outcome) {
        add(span, "db.response.status_code", "40001");
    }
    if (style.lean) {
        return;
    }
    add(span, isNew(style) ? "server.port" : "net.peer.port", portOf(peer.kind));
    add(span, isNew(style) ? "db.operation.name" : "db.operation", operation);
    if (!table.empty()) {
        add(span, isNew(style) ? "db.collection.name" : "db.sql.table", table);
    }
    add(span, isNew(style) ? "db.query.text" : "db.statement",
        operation + " * FROM " + table + " WHERE id = ?");
}

void describeExternal(Span& span, Style style, const Peer& peer, const std::string& route,
                      const Outcome& outcome) {
    const auto [method, path] = split(route, ' ');
    add(span, isNew(style) ? "http.request.method" : "http.method", method);
    add(span, isNew(style) ? "url.full" : "http.url", "https://" + peer.address + path);
    if (!outcome || outcome->type != "timeout") { // an answer that never came has no status
        add(span, isNew(style) ? "http.response.status_code" : "http.status_code",
            outcome ? outcome->http : 200);
    }
    if (!style.lean) {
        add(span, isNew(style) ? "server.address" : "net.peer.name", peer.address);
        add(span, isNew(style) ? "server.port" : "net.peer.port", portOf(peer.kind));
    }
}

void describeInvocation(Span& span, Style style, const Peer& peer) {
    add(span, "faas.invoked_name", peer.name);
    if (!style.lean) {
        add(span, "faas.invoked_provider", "aws");
        add(span, "faas.invoked_region", "eu-west-1");
    }
}

void describeMessage(Span& span, Style style, const Topic& topic, const Service& service) {
    const bool sends = span.kind == Kind::Producer;
    add(span, "messaging.system", "kafka");
    add(span, isNew(style) ? "messaging.destination.name" : "messaging.destination", topic.name);
    add(span, isNew(style) ? "messaging.operation.type" : "messaging.operation",
        sends ? (isNew(style) ? "send" : "publish") : "process");
    if (style.lean) {
        return;
    }
    add(span, "messaging.client.id", service.name + "-1");
    if (!sends) {
        add(span, isNew(style) ? "messaging.consumer.group.name" : "messaging.kafka.consumer.group",
            service.name);
    }
}

void describeRetry(Span& span, Style style, unsigned attempt) {
    if (attempt > 0) {
        add(span, isNew(style) ? "http.request.resend_count" : "http.resend_count",
            static_cast<std::int64_t>(attempt));
    }
}

void describeColdStart(Span& span, bool cold) {
    add(span, "faas.trigger", "pubsub");
    addFlag(span, "faas.coldstart", cold);
}

void fail(Span& span, Style style, const Failure& failure, bool startedHere) {
    // What the caller did wrong is no failure of the server; older clients leave it to the status code alone.
    const bool callersFault = failure.http < 500;
    const bool silent = callersFault && (span.kind == Kind::Server || !isNew(style));
    if (silent) {
        return;
    }
    span.error = true;
    span.message = failure.message;
    if (isNew(style)) {
        add(span, "error.type", std::string(failure.type));
    }
    if (startedHere) {
        Event exception{span.end,
                        "exception",
                        {{"exception.type", std::string(failure.type)},
                         {"exception.message", std::string(failure.message)}}};
        if (!style.lean) {
            exception.attributes.push_back(
                {"exception.stacktrace", std::string(failure.type) + ": " + std::string(failure.message) +
                                             "\n    at handle (server:214)\n    at dispatch (router:88)"});
        }
        span.events.push_back(std::move(exception));
    }
}

void fillUp(Span& span, Style style, Random& random) {
    if (style.lean) {
        return;
    }
    const std::uint64_t number = random.next();
    const auto small = static_cast<std::int64_t>(number % 64);
    for (std::size_t next = 0; span.attributes.size() < usualAttributes; ++next) {
        switch (next) {
        case 0:
            add(span, "thread.id", small);
            break;
        case 1:
            add(span, "thread.name", "worker-" + std::to_string(small));
            break;
        case 2:
            add(span, "app.request.id", "req-" + std::to_string(number));
            break;
        case 3:
            add(span, "code.function.name", "handle" + std::to_string(small));
            break;
        case 4:
            add(span, "code.line.number", static_cast<std::int64_t>(number % 900));
            break;
        case 5:
            add(span, "app.tenant", "tenant-" + std::to_string(number % 300));
            break;
        case 6:
            addFlag(span, "app.cache.hit", (number & 1U) != 0);
            break;
        case 7:
            span.attributes.push_back({"app.score", static_cast<double>(number % 1000) / 8});
            break;
        case 8:
            add(span, "app.experiment", "checkout-button-" + std::to_string(number % 4));
            break;
        case 9:
            add(span, "code.file.path", "/srv/app/src/handlers/handler.ext");
            break;
        case 10:
            add(span, "app.feature.flags", "new-cart,fast-search");
            break;
        default:
            return;
        }
    }
}

} // namespace hallway::bench
