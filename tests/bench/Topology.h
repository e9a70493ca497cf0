// Who calls whom in a generated system, and what each request does: the plan that RequestSimulator walks.
#pragma once

#include "base/Time.h"

#include <cstddef>
#include <string>
#include <vector>

namespace hallway::bench {

/// Which attribute names a service's instrumentation writes: those before or after OpenTelemetry's renaming.
enum class Dialect { Old, New };

enum class Protocol { Http, Grpc };

/// One thing an endpoint does. `target` names a service, peer or topic; the indices are set by `resolve`.
struct Step {
    enum class Kind { Call, Query, External, Invoke, Publish, Compute };

    Kind kind = Kind::Call;
    std::string target;
    std::string operation; ///< endpoint of the service, statement of the database, route of the external API
    Duration work{};       ///< Compute only: median time
    unsigned repeat = 1;   ///< one after the other: more than a few is an N+1 access
    unsigned permille = 1000; ///< how often the step is taken
    unsigned retries = 0;     ///< further attempts after a failure
    bool swallowsFailure = false;
    bool besideThePrevious = false; ///< starts together with the step before
    std::size_t targetIndex = 0;
    std::size_t operationIndex = 0; ///< Call only
};

struct Endpoint {
    std::string name; ///< "POST /checkout" or, for gRPC, "shop.Cart/GetCart"
    Duration work{};  ///< median of its own time, before and after its steps
    unsigned failPermille = 0;
    std::vector<Step> steps;
};

struct Service {
    std::string name;
    Protocol protocol = Protocol::Http;
    Dialect dialect = Dialect::New;
    std::string language;
    unsigned instances = 1;
    bool function = false; ///< runs on a function platform: its entries say whether the start was cold
    std::vector<Endpoint> endpoints;
    std::vector<std::string> versions = {}; ///< of the instances in turn; empty: any
};

/// What is wrong with some instances, as long as the incident lasts.
struct Fault {
    std::string service;          ///< empty: of every service
    std::string attribute, value; ///< of the resource: "service.version", "2.4.0"; empty: every instance
    int slowdown = 1;             ///< of their own work and of what they ask of peers
    unsigned failPermille = 0;    ///< of their requests
};

/// Something that is called and emits no spans.
struct Peer {
    enum class Kind { Postgres, Redis, OpenSearch, External, Function };

    Kind kind = Kind::Postgres;
    std::string name; ///< database, host or function
    std::string address;
    Duration median{};
    /// What befalls it while the incident lasts: this share of the calls times out, the others take
    /// `slowdown` times as long.
    unsigned incidentFailPermille = 0;
    int slowdown = 1;
};

struct Consumer {
    std::string service;
    std::string endpoint;
    bool byLink = true; ///< a trace of its own linked to the producer; else a child of the producer
    std::size_t serviceIndex = 0;
    std::size_t endpointIndex = 0;
};

struct Topic {
    std::string name;
    std::vector<Consumer> consumers;
};

/// How often users ask for an endpoint of the first service.
struct Demand {
    std::size_t endpoint = 0;
    unsigned weight = 1;
};

struct Topology {
    std::vector<Service> services; ///< the first is the one that users reach; never empty
    std::vector<Peer> peers;
    std::vector<Topic> topics;
    std::vector<Demand> demand;
    std::vector<Fault> faults = {};
};

/// A web shop; 14 services.
[[nodiscard]] Topology shopTopology();

/// `services` of them (at least 1): the first of the shop, then layers of service-015, service-016, …
/// `rareCalls`: calls that each endpoint of the layers makes now and then, beside those it makes anyway.
[[nodiscard]] Topology makeTopology(std::size_t services, std::uint64_t seed, std::size_t rareCalls = 0);

/// Sets the indices, and drops steps and consumers whose target is not there.
void resolve(Topology& topology);

} // namespace hallway::bench
