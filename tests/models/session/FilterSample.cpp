#include "FilterSample.h"

#include <cstdint>
#include <cstdio>
#include <vector>

namespace hallway::test {

namespace {

struct Line {
    int trace = 1, id = 1, parent = 0;
    std::string service;
    std::string name;
    int kind = 2;         ///< of OTLP: 1 internal, 2 server, 3 client, 4 producer, 5 consumer
    int from = 0, to = 0; ///< ms; to 0: no end
    std::string attributes = {};
    std::string rest = {}; ///< status, events, links
};

std::string text(const std::string& key, const std::string& value) {
    return R"({"key":")" + key + R"(","value":{"stringValue":")" + value + R"("}})";
}
std::string number(const std::string& key, int value) {
    return R"({"key":")" + key + R"(","value":{"intValue":")" + std::to_string(value) + R"("}})";
}
std::string truth(const std::string& key, bool value) {
    return R"({"key":")" + key + R"(","value":{"boolValue":)" + (value ? "true" : "false") + "}}";
}

std::string hex(int value, int digits) {
    char buffer[40];
    std::snprintf(buffer, sizeof buffer, "%0*x", digits, static_cast<unsigned>(value));
    return buffer;
}

std::string nanoseconds(int milliseconds) {
    constexpr std::int64_t origin = 1'795'305'600'000; // ms: 2026-11-22T00:00:00Z
    return "\"" + std::to_string(origin + milliseconds) + "000000\"";
}

std::string lineOf(const Line& span) {
    std::string resource = text("service.name", span.service), scope;
    if (span.service == "web") {
        resource += "," + text("zone", "a") + "," + text("deployment.environment", "production");
        scope =
            R"("scope":{"name":"http-lib","version":"1.2","attributes":[)" + text("language", "go") + "]},";
    }
    if (span.service == "batch") resource += "," + text("zone", "b");
    std::string line = R"({"resourceSpans":[{"resource":{"attributes":[)" + resource +
                       R"(]},"scopeSpans":[{)" + scope + R"("spans":[{"traceId":")" + hex(span.trace, 32) +
                       R"(","spanId":")" + hex(span.id, 16) + R"(","name":")" + span.name + R"(","kind":)" +
                       std::to_string(span.kind) + R"(,"startTimeUnixNano":)" + nanoseconds(span.from);
    if (span.to > 0) line += R"(,"endTimeUnixNano":)" + nanoseconds(span.to);
    if (span.parent > 0) line += R"(,"parentSpanId":")" + hex(span.parent, 16) + "\"";
    return line + R"(,"attributes":[)" + span.attributes + "]" + span.rest + "}]}]}]}\n";
}

} // namespace

std::string filterSample() {
    const std::string list =
        R"({"key":"tags","value":{"arrayValue":{"values":[{"stringValue":"x"},{"stringValue":"y"}]}}})";
    const std::string ratio = R"({"key":"ratio","value":{"doubleValue":0.5}})";
    const std::string exception =
        R"(,"status":{"code":2,"message":"card declined"},"events":[{"name":"exception","timeUnixNano":)" +
        nanoseconds(170) + R"(,"attributes":[)" + text("exception.type", "CardError") + "," +
        text("exception.message", "declined") + "]}]";
    const std::string link = R"(,"status":{"code":1},"links":[{"traceId":")" + hex(1, 32) +
                             R"(","spanId":")" + hex(3, 16) + R"(","attributes":[)" +
                             text("reason", "retry") + "]}]";
    const std::vector<Line> lines{
        {1, 1, 0, "web", "GET /checkout", 2, 0, 1000,
         text("http.route", "/checkout") + "," + number("http.status_code", 200) + "," +
             truth("user.vip", true) + "," + ratio},
        {1, 2, 1, "web", "POST pay", 3, 100, 600, number("http.status_code", 503) + "," + number("retry", 1)},
        {1, 3, 2, "payments", "charge", 2, 120, 580, text("zone", "own"), exception},
        {1, 4, 3, "payments", "SELECT", 3, 150, 250,
         text("db.system", "postgresql") + "," + text("server.address", "db1")},
        {1, 5, 1, "web", "render", 1, 650, 900, list + "," + text("a b", "quoted")},
        {2, 6, 0, "web", "GET /checkout", 2, 2000, 2100,
         text("http.route", "/checkout") + "," + number("http.status_code", 200) + "," +
             truth("user.vip", false)},
        {2, 7, 6, "web", "POST pay", 3, 2010, 2060, number("http.status_code", 200)},
        {2, 8, 7, "payments", "charge", 2, 2015, 2055, "", link},
        {3, 9, 0, "batch", "nightly", 1, 5000, 9000},
        {3, 10, 9, "batch", "send", 4, 5100, 5110,
         text("messaging.system", "kafka") + "," + text("messaging.destination.name", "jobs")},
        {3, 11, 10, "worker", "work", 5, 5200, 6200, text("error.type", "timeout")},
        {3, 12, 255, "worker", "orphan", 2, 7000, 7100, text("http.status_code", "200")},
        {3, 13, 9, "batch", "stuck", 1, 8000, 0},
    };
    std::string all;
    for (const Line& line : lines)
        all += lineOf(line);
    return all;
}

} // namespace hallway::test
