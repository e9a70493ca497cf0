#include "bench/Topology.h"

#include <utility>

namespace hallway::bench {

namespace {

using namespace std::chrono_literals;

Step step(Step::Kind kind, std::string target, std::string operation) {
    Step made;
    made.kind = kind;
    made.target = std::move(target);
    made.operation = std::move(operation);
    return made;
}

Step call(std::string service, std::string endpoint) {
    return step(Step::Kind::Call, std::move(service), std::move(endpoint));
}
Step query(std::string database, std::string statement) {
    return step(Step::Kind::Query, std::move(database), std::move(statement));
}
Step external(std::string host, std::string route) {
    return step(Step::Kind::External, std::move(host), std::move(route));
}
Step invoke(std::string function) { return step(Step::Kind::Invoke, std::move(function), "invoke"); }
Step publish(std::string topic) { return step(Step::Kind::Publish, std::move(topic), "send"); }
Step compute(std::string what, Duration work) {
    Step made = step(Step::Kind::Compute, {}, std::move(what));
    made.work = work;
    return made;
}

Step sometimes(unsigned permille, Step made) {
    made.permille = permille;
    return made;
}
Step times(unsigned count, Step made) {
    made.repeat = count;
    return made;
}
Step retried(unsigned retries, Step made) {
    made.retries = retries;
    return made;
}
Step beside(Step made) {
    made.besideThePrevious = true;
    return made;
}
Step dispensable(Step made) {
    made.swallowsFailure = true;
    return made;
}

std::vector<Service> shopServices() {
    using enum Protocol;
    using enum Dialect;
    return {
        {"gateway",
         Http,
         New,
         "nodejs",
         2,
         false,
         {{"POST /checkout",
           4ms,
           0,
           {sometimes(250, call("accounts", "shop.Accounts/Verify")),
            call("checkout", "shop.Checkout/PlaceOrder")}},
          {"GET /cart", 3ms, 0, {call("cart", "GET /carts/{id}")}},
          {"GET /products/{id}",
           3ms,
           2,
           {call("catalog", "GET /products/{id}"),
            sometimes(300, dispensable(beside(call("recommend", "GET /recommendations"))))}},
          {"GET /search", 3ms, 0, {call("search", "GET /search")}},
          {"GET /account", 2ms, 0, {call("accounts", "shop.Accounts/Profile")}},
          {"POST /images", 5ms, 0, {invoke("thumb-resize")}}}},
        {"checkout",
         Grpc,
         New,
         "go",
         2,
         false,
         {{"shop.Checkout/PlaceOrder",
           6ms,
           0,
           {sometimes(160, call("cart", "GET /carts/{id}")), call("inventory", "shop.Inventory/Reserve"),
            call("payments", "POST /authorize"), call("orders", "POST /orders")}}}},
        {"payments",
         Http,
         Old,
         "java",
         2,
         false,
         {{"POST /authorize",
           8ms,
           0,
           {sometimes(500, call("fraud", "shop.Fraud/Score")),
            retried(2, external("api.acquirer.example", "POST /v2/charges"))}}}},
        {"cart",
         Http,
         New,
         "java",
         2,
         false,
         {{"GET /carts/{id}",
           3ms,
           0,
           {query("carts", "HGETALL"), times(14, call("pricing", "shop.Pricing/Quote"))}}}},
        {"pricing",
         Grpc,
         New,
         "go",
         2,
         false,
         {{"shop.Pricing/Quote", 9ms, 0, {sometimes(60, query("catalog", "SELECT price"))}}}},
        {"inventory",
         Grpc,
         Old,
         "go",
         2,
         false,
         {{"shop.Inventory/Reserve", 5ms, 8, {query("stock", "UPDATE stock")}}}},
        {"orders",
         Http,
         New,
         "dotnet",
         2,
         false,
         {{"POST /orders", 5ms, 0, {query("orders", "INSERT orders"), publish("order.events")}},
          {"GET /orders/{id}", 3ms, 0, {query("orders", "SELECT orders")}}}},
        {"catalog",
         Http,
         Old,
         "python",
         2,
         false,
         {{"GET /products/{id}", 5ms, 12, {query("catalog", "SELECT products")}}}},
        {"accounts",
         Grpc,
         New,
         "go",
         1,
         false,
         {{"shop.Accounts/Verify", 2ms, 0, {query("sessions", "GET")}},
          {"shop.Accounts/Profile", 4ms, 0, {query("sessions", "GET"), query("sessions", "EXPIRE")}}}},
        {"fraud",
         Grpc,
         New,
         "python",
         1,
         false,
         {{"shop.Fraud/Score", 12ms, 0, {compute("score model", 30ms)}}}},
        {"recommend",
         Http,
         Old,
         "python",
         1,
         false,
         {{"GET /recommendations", 40ms, 13, {times(2, call("catalog", "GET /products/{id}"))}}}},
        {"search", Http, New, "java", 1, false, {{"GET /search", 10ms, 0, {query("products", "search")}}}},
        {"email", Http, New, "nodejs", 1, true, {{"confirm order", 60ms, 0, {}}}},
        {"shipping",
         Http,
         Old,
         "java",
         1,
         false,
         {{"book parcel", 20ms, 0, {sometimes(400, call("orders", "GET /orders/{id}"))}}}},
    };
}

} // namespace

Topology shopTopology() {
    using enum Peer::Kind;
    Topology shop;
    shop.services = shopServices();
    shop.peers = {
        {External, "api.acquirer.example", "api.acquirer.example", 240ms, 700, 1},
        {Redis, "carts", "redis-1", 1ms, 0, 1},
        {Redis, "sessions", "redis-2", 900us, 0, 1},
        {Postgres, "stock", "pg-main", 18ms, 0, 1},
        {Postgres, "orders", "pg-main", 11ms, 0, 1},
        {Postgres, "catalog", "pg-read", 8ms, 0, 1},
        {OpenSearch, "products", "search-1", 60ms, 0, 1},
        {Function, "thumb-resize", "", 280ms, 0, 1},
    };
    shop.topics = {{"order.events", {{"email", "confirm order", true}, {"shipping", "book parcel", false}}}};
    shop.demand = {{0, 420}, {1, 40}, {2, 280}, {3, 110}, {4, 90}, {5, 60}};
    return shop;
}

} // namespace hallway::bench
