#include "bench/Population.h"

#include <array>
#include <string>

namespace hallway::bench {

namespace {

using namespace std::chrono_literals;

constexpr std::array zones = {"eu-west-1a", "eu-west-1b", "eu-west-1c"};

constexpr std::size_t nodes = 40;

/// Every seventh node has a clock that is wrong, by one of these in turn.
constexpr std::array<Duration, 5> clockErrors = {-3100us, 47ms, -18ms, -210ms, 1400ms};
constexpr std::size_t nodesPerWrongClock = 7;

Duration clockError(std::size_t node) {
    return node % nodesPerWrongClock == 3 ? clockErrors[node / nodesPerWrongClock % clockErrors.size()] : 0ns;
}

std::string hexDigits(std::uint64_t value, int count) {
    std::string text;
    for (int digit = 0; digit < count; ++digit) {
        text += "0123456789abcdef"[(value >> (4 * digit)) & 0xFU];
    }
    return text;
}

Attributes describe(const Service& service, unsigned instance, std::size_t node, bool lean, Random& random) {
    const std::string zone = zones[node % zones.size()];
    std::string version = "1." + std::to_string(random.below(30)) + "." + std::to_string(random.below(9));
    if (!service.versions.empty()) version = service.versions[instance % service.versions.size()];
    const std::string hostName = "node-" + std::to_string(node + 1);
    Attributes made = {{"service.name", service.name},
                       {"service.version", version},
                       {"host.name", hostName},
                       {"cloud.availability_zone", zone}};
    if (lean) {
        return made;
    }
    const std::string pod =
        service.name + "-" + hexDigits(random.next(), 9) + "-" + hexDigits(random.next(), 5);
    made.push_back({"service.namespace", std::string("shop")});
    made.push_back({"service.instance.id", pod});
    made.push_back(
        {service.dialect == Dialect::New ? "deployment.environment.name" : "deployment.environment",
         std::string("production")});
    made.push_back({"k8s.namespace.name", std::string("shop")});
    made.push_back({"k8s.pod.name", pod});
    made.push_back({"k8s.cluster.name", std::string("eu-1")});
    made.push_back({"cloud.provider", std::string("aws")});
    made.push_back({"cloud.region", std::string("eu-west-1")});
    made.push_back({"telemetry.sdk.language", service.language});
    return made;
}

} // namespace

Population::Population(const Topology& topology, bool lean, Random random) {
    for (std::size_t service = 0; service < topology.services.size(); ++service) {
        m_first.push_back(m_resources.size());
        for (unsigned instance = 0; instance < topology.services[service].instances; ++instance) {
            const std::size_t node = m_resources.size() % nodes;
            Resource made;
            made.service = service;
            made.serviceName = topology.services[service].name;
            made.attributes = describe(topology.services[service], instance, node, lean, random);
            made.clockError = clockError(node);
            m_resources.push_back(std::move(made));
        }
    }
    m_first.push_back(m_resources.size());
}

std::size_t Population::pick(std::size_t service, Random& random) const {
    const std::size_t first = m_first[service];
    return first + random.below(m_first[service + 1] - first);
}

} // namespace hallway::bench
