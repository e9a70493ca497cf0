#include "bench/Random.h"
#include "bench/Topology.h"

#include <algorithm>
#include <array>
#include <utility>

namespace hallway::bench {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t servicesPerLayer = 6;
constexpr std::size_t mostLayers = 5;

std::string numbered(const char* stem, std::size_t number) {
    std::string digits = std::to_string(number);
    digits.insert(0, digits.size() < 3 ? 3 - digits.size() : 0, '0');
    return stem + digits;
}

/// Where the services beyond the shop stand: `layer` 0 is called by the gateway, each calls the next.
struct Layers {
    std::size_t first = 0; ///< index of the first service
    std::size_t count = 0; ///< services
    std::size_t layers = 1;

    [[nodiscard]] std::size_t begin(std::size_t layer) const { return first + count * layer / layers; }
    [[nodiscard]] std::size_t layerOf(std::size_t service) const {
        std::size_t layer = 0;
        while (layer + 1 < layers && begin(layer + 1) <= service) {
            ++layer;
        }
        return layer;
    }
};

std::string endpointName(Protocol protocol, std::size_t service, bool writes) {
    if (protocol == Protocol::Grpc) {
        return numbered("shop.Service", service) + (writes ? "/Put" : "/Get");
    }
    return writes ? "POST /items" : "GET /items/{id}";
}

Service makeService(const Layers& layers, std::size_t index, Random& random) {
    static constexpr std::array languages = {"go", "java", "python", "nodejs", "dotnet"};
    Service made;
    made.name = numbered("service-", index + 1);
    made.protocol = index % 3 == 0 ? Protocol::Grpc : Protocol::Http;
    made.dialect = random.chance(500) ? Dialect::New : Dialect::Old;
    made.language = languages[random.below(languages.size())];
    made.instances = static_cast<unsigned>(1 + random.below(3));
    for (const bool writes : {false, true}) {
        Endpoint endpoint;
        endpoint.name = endpointName(made.protocol, index + 1, writes);
        endpoint.work = Duration(1ms) * static_cast<int>(1 + random.below(12));
        endpoint.failPermille = static_cast<unsigned>(random.below(4));
        made.endpoints.push_back(std::move(endpoint));
    }
    const std::size_t layer = layers.layerOf(index);
    if (layer + 1 == layers.layers || random.chance(300)) {
        const std::string database = numbered("db-", index + 1);
        made.endpoints[0].steps.push_back({Step::Kind::Query, database, "SELECT items"});
        made.endpoints[1].steps.push_back({Step::Kind::Query, database, "INSERT items"});
    }
    return made;
}

Step callOf(const Service& callee, Random& random) {
    Step call;
    call.target = callee.name;
    call.operation = callee.endpoints[random.below(2)].name;
    call.permille = random.chance(500) ? 1000 : 600;
    call.retries = random.chance(300) ? 1 : 0;
    call.swallowsFailure = random.chance(200);
    return call;
}

/// Calls from `layer` into the next: every service there has a caller, some have more, a few are asked in a
/// loop.
void addCalls(Topology& topology, const Layers& layers, std::size_t layer, Random& random) {
    const std::size_t from = layers.begin(layer);
    const std::size_t to = layers.begin(layer + 1);
    const std::size_t below = layers.begin(layer + 2) - to;
    for (std::size_t target = to; target < to + below; ++target) {
        Service& caller = topology.services[from + (target - to) % (to - from)];
        Step call = callOf(topology.services[target], random);
        const bool last = layer + 2 == layers.layers;
        call.repeat = last && random.chance(60) ? 12 : 1;
        caller.endpoints[random.below(2)].steps.push_back(std::move(call));
    }
    for (std::size_t index = from; index < to; ++index) {
        for (Endpoint& endpoint : topology.services[index].endpoints) {
            if (random.chance(500)) {
                Step call = callOf(topology.services[to + random.below(below)], random);
                call.besideThePrevious = random.chance(400);
                endpoint.steps.push_back(std::move(call));
            }
        }
    }
}

/// Edges that hardly add spans.
void addRareCalls(Topology& topology, const Layers& layers, std::size_t each, Random& random) {
    for (std::size_t layer = 0; layer + 1 < layers.layers; ++layer) {
        const std::size_t to = layers.begin(layer + 1);
        const std::size_t below = layers.begin(layer + 2) - to;
        for (std::size_t index = layers.begin(layer); index < to; ++index) {
            for (Endpoint& endpoint : topology.services[index].endpoints) {
                for (std::size_t i = 0; i < each; ++i) {
                    Step call = callOf(topology.services[to + random.below(below)], random);
                    call.permille = 100;
                    endpoint.steps.push_back(std::move(call));
                }
            }
        }
    }
}

void addDatabases(Topology& topology, const Layers& layers, Random& random) {
    for (std::size_t index = layers.first; index < layers.first + layers.count; ++index) {
        const bool cache = random.chance(300);
        Peer peer;
        peer.kind = cache ? Peer::Kind::Redis : Peer::Kind::Postgres;
        peer.name = numbered("db-", index + 1);
        peer.address = numbered(cache ? "redis-" : "pg-", index % 9 + 1);
        peer.median = cache ? Duration(1ms) : Duration(1ms) * static_cast<int>(3 + random.below(20));
        peer.slowdown =
            index + 1 == layers.first + layers.count ? 10 : 1; // the last one suffers in the incident
        topology.peers.push_back(std::move(peer));
    }
}

} // namespace

Topology makeTopology(std::size_t services, std::uint64_t seed, std::size_t rareCalls) {
    Topology topology = shopTopology();
    const std::size_t shop = topology.services.size();
    if (services <= shop) {
        topology.services.resize(std::max<std::size_t>(services, 1));
        resolve(topology);
        return topology;
    }
    Random random(seed ^ 0x70706F6C6F677900U);
    Layers layers{shop, services - shop, 1};
    layers.layers = std::clamp<std::size_t>(layers.count / servicesPerLayer, 1, mostLayers);
    for (std::size_t index = shop; index < services; ++index) {
        topology.services.push_back(makeService(layers, index, random));
    }
    for (std::size_t layer = 0; layer + 1 < layers.layers; ++layer) {
        addCalls(topology, layers, layer, random);
    }
    addDatabases(topology, layers, random);
    addRareCalls(topology, layers, rareCalls, random);

    for (std::size_t index = layers.begin(0); index < layers.begin(1); ++index) {
        const Service& top = topology.services[index];
        for (const Endpoint& endpoint : top.endpoints) {
            const std::string method = &endpoint == &top.endpoints.front() ? "GET /" : "POST /";
            Endpoint route{method + top.name, 3ms, 0, {{Step::Kind::Call, top.name, endpoint.name}}};
            topology.demand.push_back({topology.services[0].endpoints.size(), 50});
            topology.services[0].endpoints.push_back(std::move(route));
        }
    }
    resolve(topology);
    return topology;
}

namespace {

/// Index of the element of that name, or the list's size.
template <class List>
std::size_t indexOf(const List& list, const std::string& name) {
    const auto found =
        std::find_if(list.begin(), list.end(), [&](const auto& each) { return each.name == name; });
    return static_cast<std::size_t>(found - list.begin());
}

bool resolveStep(const Topology& topology, Step& step) {
    switch (step.kind) {
    case Step::Kind::Compute:
        return true;
    case Step::Kind::Publish:
        step.targetIndex = indexOf(topology.topics, step.target);
        return step.targetIndex < topology.topics.size();
    case Step::Kind::Call:
        step.targetIndex = indexOf(topology.services, step.target);
        if (step.targetIndex == topology.services.size()) {
            return false;
        }
        step.operationIndex = indexOf(topology.services[step.targetIndex].endpoints, step.operation);
        return step.operationIndex < topology.services[step.targetIndex].endpoints.size();
    case Step::Kind::Query:
    case Step::Kind::External:
    case Step::Kind::Invoke:
        break;
    }
    step.targetIndex = indexOf(topology.peers, step.target);
    return step.targetIndex < topology.peers.size();
}

} // namespace

void resolve(Topology& topology) {
    for (Service& service : topology.services) {
        for (Endpoint& endpoint : service.endpoints) {
            std::erase_if(endpoint.steps, [&](Step& step) { return !resolveStep(topology, step); });
        }
    }
    for (Topic& topic : topology.topics) {
        std::erase_if(topic.consumers, [&](Consumer& consumer) {
            consumer.serviceIndex = indexOf(topology.services, consumer.service);
            if (consumer.serviceIndex == topology.services.size()) {
                return true;
            }
            consumer.endpointIndex =
                indexOf(topology.services[consumer.serviceIndex].endpoints, consumer.endpoint);
            return consumer.endpointIndex == topology.services[consumer.serviceIndex].endpoints.size();
        });
    }
}

} // namespace hallway::bench
