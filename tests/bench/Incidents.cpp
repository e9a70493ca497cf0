#include "bench/Incidents.h"

#include <utility>

namespace hallway::bench {

namespace {

using namespace std::chrono_literals;
using enum Protocol;
using enum Dialect;

Step call(std::string service, std::string endpoint) {
    return {.kind = Step::Kind::Call, .target = std::move(service), .operation = std::move(endpoint)};
}
Step query(std::string database, std::string statement) {
    return {.kind = Step::Kind::Query, .target = std::move(database), .operation = std::move(statement)};
}
Step external(std::string host, std::string route) {
    return {.kind = Step::Kind::External, .target = std::move(host), .operation = std::move(route)};
}
Step beside(Step made) {
    made.besideThePrevious = true;
    return made;
}
Step sometimes(unsigned permille, Step made) {
    made.permille = permille;
    return made;
}

Service service(std::string name, std::string language, unsigned instances, std::vector<Endpoint> endpoints) {
    return {.name = std::move(name),
            .protocol = Http,
            .dialect = New,
            .language = std::move(language),
            .instances = instances,
            .endpoints = std::move(endpoints)};
}

Peer database(std::string name, std::string address, Duration median) {
    return {.kind = Peer::Kind::Postgres,
            .name = std::move(name),
            .address = std::move(address),
            .median = median};
}

/// The feed asks five services at once and waits for the slowest of them, which waits for its database.
Incident slowDependency() {
    Topology made;
    made.services = {
        service("gateway", "nodejs", 2,
                {{"GET /feed", 2ms, 0, {call("feed", "GET /feed")}},
                 {"GET /profile", 2ms, 0, {call("profile", "GET /profile")}}}),
        service("feed", "go", 2,
                {{"GET /feed",
                  3ms,
                  0,
                  {call("profile", "GET /profile"), beside(call("ranking", "GET /ranks")),
                   beside(call("ads", "GET /ads")), beside(call("media", "GET /media")),
                   beside(call("friends", "GET /friends"))}}}),
        service("profile", "java", 2, {{"GET /profile", 4ms, 0, {query("profiles", "SELECT profile")}}}),
        service("ranking", "python", 2, {{"GET /ranks", 18ms, 0, {query("scores", "SELECT scores")}}}),
        service("ads", "java", 2, {{"GET /ads", 5ms, 0, {query("bids", "SELECT bids")}}}),
        service("media", "go", 2, {{"GET /media", 6ms, 0, {query("media", "SELECT media")}}}),
        service("friends", "go", 2, {{"GET /friends", 5ms, 0, {query("graph", "SELECT friends")}}}),
    };
    made.peers = {database("profiles", "pg-main", 4ms), database("scores", "pg-main", 5ms),
                  database("bids", "pg-ads", 9ms), database("media", "pg-main", 4ms),
                  database("graph", "pg-main", 6ms)};
    made.peers[2].slowdown = 40;
    made.demand = {{0, 300}, {1, 100}};
    return {"slow-dependency",
            "The feed is slow.",
            "The database of the ads answers forty times as slowly; the feed waits for the slowest of five.",
            "ads",
            "SELECT bids",
            std::move(made)};
}

/// The list of orders reads every order's lines one by one.
Incident manyQueries() {
    Step lines = query("orders", "SELECT order_lines");
    lines.repeat = 38;
    Topology made;
    made.services = {
        service("gateway", "nodejs", 2,
                {{"GET /orders", 2ms, 0, {call("orders", "GET /orders")}},
                 {"GET /orders/{id}", 2ms, 0, {call("orders", "GET /orders/{id}")}},
                 {"GET /stock", 2ms, 0, {call("stock", "GET /stock")}}}),
        service("orders", "dotnet", 2,
                {{"GET /orders", 3ms, 0, {query("orders", "SELECT orders"), std::move(lines)}},
                 {"GET /orders/{id}",
                  3ms,
                  0,
                  {query("orders", "SELECT orders"), query("orders", "SELECT order_lines"),
                   call("stock", "GET /stock")}}}),
        service("stock", "go", 2, {{"GET /stock", 3ms, 0, {query("stock", "SELECT stock")}}}),
    };
    made.peers = {database("orders", "pg-main", 6ms), database("stock", "pg-main", 5ms)};
    made.demand = {{0, 40}, {1, 260}, {2, 200}};
    return {"n-plus-one",
            "The list of orders takes a quarter of a second, one order a few milliseconds.",
            "The list reads the lines of each order with a query of its own: 38 in a row.",
            "orders",
            "SELECT order_lines",
            std::move(made)};
}

/// The acquirer refuses most charges; six more attempts hide it, and cost seconds.
Incident retryStorm() {
    Step charge = external("api.acquirer.example", "POST /v2/charges");
    charge.retries = 6;
    Topology made;
    made.services = {
        service("gateway", "nodejs", 2,
                {{"POST /checkout", 3ms, 0, {call("checkout", "POST /orders")}},
                 {"GET /cart", 2ms, 0, {call("cart", "GET /cart")}}}),
        service("checkout", "go", 2,
                {{"POST /orders", 5ms, 0, {call("cart", "GET /cart"), call("payments", "POST /authorize")}}}),
        service("cart", "java", 2, {{"GET /cart", 3ms, 0, {query("carts", "SELECT cart")}}}),
        service("payments", "java", 2, {{"POST /authorize", 5ms, 0, {std::move(charge)}}}),
    };
    made.peers = {{.kind = Peer::Kind::External,
                   .name = "api.acquirer.example",
                   .address = "api.acquirer.example",
                   .median = 120ms,
                   .incidentFailPermille = 620},
                  database("carts", "pg-main", 4ms)};
    made.demand = {{0, 240}, {1, 260}};
    return {"retry-storm",
            "Checkout takes seconds, and hardly anything fails.",
            "The acquirer fails most charges; payments tries up to six times more, which hides it.",
            "payments",
            "POST /v2/charges",
            std::move(made)};
}

/// One of four instances runs a new version, which fails half of its requests.
Incident badVersion() {
    Topology made;
    made.services = {
        service("gateway", "nodejs", 2,
                {{"GET /products", 3ms, 0, {call("catalog", "GET /products")}},
                 {"GET /offers", 3ms, 0, {call("offers", "GET /offers")}}}),
        service("catalog", "python", 4, {{"GET /products", 6ms, 0, {query("catalog", "SELECT products")}}}),
        service("offers", "go", 2,
                {{"GET /offers",
                  4ms,
                  0,
                  {query("offers", "SELECT offers"), sometimes(500, call("catalog", "GET /products"))}}}),
    };
    made.services[1].versions = {"2.3.7", "2.3.7", "2.4.0", "2.3.7"};
    made.peers = {database("catalog", "pg-read", 7ms), database("offers", "pg-main", 5ms)};
    made.demand = {{0, 300}, {1, 200}};
    made.faults = {
        {.service = "catalog", .attribute = "service.version", .value = "2.4.0", .failPermille = 550}};
    return {"bad-version",
            "Some products cannot be shown.",
            "Version 2.4.0 of the catalog fails half of its requests; 2.3.7 beside it is well.",
            "catalog",
            "GET /products",
            std::move(made)};
}

/// What runs in one of three zones is slow, whatever it is.
Incident slowZone() {
    Topology made;
    made.services = {
        service("gateway", "nodejs", 6,
                {{"GET /search", 3ms, 0, {call("search", "GET /search")}},
                 {"GET /item", 3ms, 0, {call("items", "GET /item")}}}),
        service("search", "java", 6,
                {{"GET /search", 12ms, 0, {call("items", "GET /item"), query("index", "SELECT hits")}}}),
        service("items", "go", 6, {{"GET /item", 5ms, 0, {query("items", "SELECT item")}}}),
    };
    for (Service& each : made.services)
        each.versions = {"1.4.5"}; // else a zone would be told by the version of its instance
    made.peers = {database("index", "pg-read", 14ms), database("items", "pg-main", 5ms)};
    made.demand = {{0, 260}, {1, 240}};
    made.faults = {
        {.service = {}, .attribute = "cloud.availability_zone", .value = "eu-west-1c", .slowdown = 9}};
    return {"slow-zone",
            "Search is slow for some.",
            "Everything in the zone eu-west-1c takes nine times as long.",
            "search",
            "GET /search",
            std::move(made)};
}

} // namespace

std::vector<Incident> incidents() {
    std::vector<Incident> all;
    for (auto* make : {slowDependency, manyQueries, retryStorm, badVersion, slowZone}) {
        all.push_back(make());
        resolve(all.back().topology);
    }
    return all;
}

GeneratorOptions incidentOptions() {
    GeneratorOptions options;
    options.spans = 12'000;
    options.duration = 10min;
    return options;
}

} // namespace hallway::bench
