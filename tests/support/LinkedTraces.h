// Two traces as OTLP JSON Lines that link to one another: an order is placed, and a worker ships it. Spans
// carry attributes, hosts and an event. Times in ms after 2026-11-22T00:00:00Z.
//
//   aaaa…  1 gateway POST /orders [0, 100] on host-a, http.route=/orders, status error
//          2   └ orders Place [10, 80] on host-b, order.size=3, event "stock checked" (warehouse=north)
//          3       └ orders publish PRODUCER [70, 78], order.size=3
//   bbbb…  4 shipping process CONSUMER [300, 400] on host-c, links to 3 and to a span of a trace that is not
//   there
//          5   └ shipping SELECT CLIENT [310, 320], http.route=/other
#pragma once

#include <cstdint>
#include <string>

namespace hallway::test {

inline std::string linkedTraces() {
    constexpr std::int64_t origin = 1'795'305'600'000'000'000; // ns
    const auto id = [](char digit, int count) { return std::string(static_cast<std::size_t>(count), digit); };
    const auto text = [](const std::string& key, const std::string& value) {
        return R"({"key":")" + key + R"(","value":{"stringValue":")" + value + R"("}})";
    };
    const auto number = [](const std::string& key, int value) {
        return R"({"key":")" + key + R"(","value":{"intValue":")" + std::to_string(value) + R"("}})";
    };
    const auto span = [&](const std::string& service, const std::string& host, char trace, char self,
                          char parent, const std::string& name, int kind, std::int64_t from, std::int64_t to,
                          const std::string& attributes, const std::string& more) {
        std::string line = R"({"resourceSpans":[{"resource":{"attributes":[)" +
                           text("service.name", service) + ',' + text("host.name", host) +
                           R"(]},"scopeSpans":[{"spans":[{"traceId":")" + id(trace, 32) + R"(","spanId":")" +
                           id(self, 16) + R"(","name":")" + name + R"(","kind":)" + std::to_string(kind) +
                           R"(,"startTimeUnixNano":")" + std::to_string(origin + from * 1'000'000) +
                           R"(","endTimeUnixNano":")" + std::to_string(origin + to * 1'000'000) + '"';
        if (parent != ' ') line += R"(,"parentSpanId":")" + id(parent, 16) + '"';
        return line + R"(,"attributes":[)" + attributes + ']' + more + "}]}]}]}\n";
    };
    const std::string event = R"(,"events":[{"name":"stock checked","timeUnixNano":")" +
                              std::to_string(origin + 40'000'000) + R"(","attributes":[)" +
                              text("warehouse", "north") + "]}]";
    const std::string links = R"(,"links":[{"traceId":")" + id('a', 32) + R"(","spanId":")" + id('3', 16) +
                              R"("},{"traceId":")" + id('c', 32) + R"(","spanId":")" + id('9', 16) + R"("}])";
    return span("gateway", "host-a", 'a', '1', ' ', "POST /orders", 2, 0, 100, text("http.route", "/orders"),
                R"(,"status":{"code":2})") +
           span("orders", "host-b", 'a', '2', '1', "Place", 2, 10, 80, number("order.size", 3), event) +
           span("orders", "host-b", 'a', '3', '2', "publish", 4, 70, 78, number("order.size", 3), "") +
           span("shipping", "host-c", 'b', '4', ' ', "process", 5, 300, 400, "", links) +
           span("shipping", "host-c", 'b', '5', '4', "SELECT", 3, 310, 320, text("http.route", "/other"), "");
}

} // namespace hallway::test
