// The generator promises exact numbers, whole traces, and the same spans in every format.
#include "bench/JaegerWriter.h"
#include "bench/OtlpLinesWriter.h"
#include "bench/TraceGenerator.h"

#include <nlohmann/json.hpp>

#include <QFile>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <tuple>
#include <vector>

using namespace hallway;
using namespace hallway::bench;
using nlohmann::json;

namespace {

std::string otlp(const GeneratorOptions& options, std::size_t batch = 256) {
    std::ostringstream out;
    OtlpLinesWriter writer(out, batch);
    generate(options, writer);
    return out.str();
}

std::string jaeger(const GeneratorOptions& options) {
    std::ostringstream out;
    JaegerWriter writer(out);
    generate(options, writer);
    return out.str();
}

/// What both formats say of a span, times in microseconds.
struct Seen {
    std::string trace, parent, name, service, kind;
    std::int64_t start = 0, end = 0;
    bool error = false;
    std::size_t attributes = 0, events = 0, links = 0;
    auto operator<=>(const Seen&) const = default;
};
using Spans = std::map<std::string, Seen>; // by span id

std::vector<json> lines(const std::string& text) {
    std::vector<json> parsed;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        parsed.push_back(json::parse(line));
    }
    return parsed;
}

std::size_t sizeOf(const json& object, const char* key) {
    return object.contains(key) ? object[key].size() : 0;
}

Spans readOtlp(const std::string& text) {
    static const std::vector<std::string> kinds = {"",       "internal", "server",
                                                   "client", "producer", "consumer"};
    Spans spans;
    for (const json& line : lines(text)) {
        for (const json& resource : line.at("resourceSpans")) {
            const std::string service = resource["resource"]["attributes"][0]["value"]["stringValue"];
            for (const json& span : resource["scopeSpans"][0]["spans"]) {
                Seen seen;
                seen.trace = span["traceId"];
                seen.parent = span.value("parentSpanId", "");
                seen.name = span["name"];
                seen.service = service;
                seen.kind = kinds.at(span["kind"].get<std::size_t>());
                seen.start = std::stoll(span["startTimeUnixNano"].get<std::string>()) / 1000;
                seen.end = std::stoll(span["endTimeUnixNano"].get<std::string>()) / 1000;
                seen.error = span.contains("status") && span["status"]["code"] == 2;
                seen.attributes = sizeOf(span, "attributes");
                seen.events = sizeOf(span, "events");
                seen.links = sizeOf(span, "links");
                spans.emplace(span["spanId"], seen);
            }
        }
    }
    return spans;
}

Spans readJaeger(const std::string& text) {
    Spans spans;
    const json document = json::parse(text);
    for (const json& trace : document.at("data")) {
        for (const json& span : trace.at("spans")) {
            Seen seen;
            seen.trace = span["traceID"];
            seen.name = span["operationName"];
            seen.service = trace["processes"][span["processID"].get<std::string>()]["serviceName"];
            seen.start = span["startTime"];
            seen.end = seen.start + span["duration"].get<std::int64_t>();
            seen.events = span["logs"].size();
            for (const json& reference : span["references"]) {
                if (reference["refType"] == "CHILD_OF") {
                    seen.parent = reference["spanID"];
                } else {
                    ++seen.links;
                }
            }
            for (const json& tag : span["tags"]) {
                const std::string key = tag["key"];
                if (key == "span.kind") {
                    seen.kind = tag["value"];
                } else if (key == "error") {
                    seen.error = tag["value"];
                } else if (!key.starts_with("otel.status")) {
                    ++seen.attributes;
                }
            }
            spans.emplace(span["spanID"], seen);
        }
    }
    return spans;
}

std::size_t countTraces(const Spans& spans) {
    std::set<std::string> traces;
    for (const auto& [id, span] : spans) {
        traces.insert(span.trace);
    }
    return traces.size();
}

std::size_t countServices(const Spans& spans) {
    std::set<std::string> services;
    for (const auto& [id, span] : spans) {
        services.insert(span.service);
    }
    return services.size();
}

/// Pairs of services that call each other.
std::size_t countEdges(const Spans& spans) {
    std::set<std::pair<std::string, std::string>> edges;
    for (const auto& [id, span] : spans) {
        if (const auto parent = spans.find(span.parent);
            parent != spans.end() && parent->second.service != span.service) {
            edges.emplace(parent->second.service, span.service);
        }
    }
    return edges.size();
}

} // namespace

class tst_TraceGenerator : public QObject {
    Q_OBJECT

private slots:
    void sameOptionsGiveTheSameBytes() {
        GeneratorOptions options;
        options.spans = 3000;
        options.services = 30;
        QVERIFY(otlp(options) == otlp(options));
        const std::string first = otlp(options);
        options.seed = 2;
        QVERIFY(otlp(options) != first);
    }

    void makesExactlyAsManySpansAsAsked_data() {
        QTest::addColumn<int>("spans");
        QTest::addColumn<int>("services");
        QTest::addColumn<bool>("oneTrace");
        for (const int spans : {1, 2, 7, 300, 5000}) {
            for (const int services : {1, 3, 14, 15, 80}) {
                for (const bool one : {false, true}) {
                    QTest::addRow("%d spans, %d services%s", spans, services, one ? ", one trace" : "")
                        << spans << services << one;
                }
            }
        }
    }
    void makesExactlyAsManySpansAsAsked() {
        QFETCH(int, spans);
        QFETCH(int, services);
        QFETCH(bool, oneTrace);
        GeneratorOptions options;
        options.spans = static_cast<std::uint64_t>(spans);
        options.services = static_cast<std::size_t>(services);
        options.oneTrace = oneTrace;
        const Spans made = readOtlp(otlp(options));
        QCOMPARE(made.size(), static_cast<std::size_t>(spans));
        QVERIFY(!oneTrace || countTraces(made) == 1);
        QVERIFY(countServices(made) <= static_cast<std::size_t>(services));
        for (const auto& [id, span] : made) {
            QVERIFY2(span.parent.empty() || made.contains(span.parent), "a parent is missing");
            QVERIFY(span.end >= span.start);
        }
    }

    void usesAllServicesWhenThereIsRoom() {
        GeneratorOptions options;
        options.spans = 50'000;
        options.services = 60;
        QVERIFY(countServices(readOtlp(otlp(options))) > 50);
    }

    void rareCallsAddEdges() {
        GeneratorOptions options;
        options.spans = 50'000;
        options.services = 60;
        const std::size_t few = countEdges(readOtlp(otlp(options)));
        options.rareCalls = 2;
        const Spans made = readOtlp(otlp(options));
        QCOMPARE(made.size(), std::size_t{50'000});
        const std::size_t many = countEdges(made);
        QVERIFY2(many > few + 40, (std::to_string(few) + " and " + std::to_string(many)).c_str());
    }

    void bothFormatsHoldTheSameSpans() {
        for (const bool oneTrace : {false, true}) {
            GeneratorOptions options;
            options.spans = 5000;
            options.services = 25;
            options.oneTrace = oneTrace;
            const Spans fromOtlp = readOtlp(otlp(options));
            QCOMPARE(fromOtlp.size(), std::size_t{5000});
            const Spans fromJaeger = readJaeger(jaeger(options));
            QCOMPARE(fromJaeger.size(), fromOtlp.size());
            for (const auto& [id, span] : fromOtlp) {
                QVERIFY2(fromJaeger.at(id) == span, (id + " " + span.name).c_str());
            }
        }
    }

    void aLineHoldsAtMostABatch() {
        GeneratorOptions options;
        options.spans = 1000;
        QCOMPARE(lines(otlp(options, 300)).size(), std::size_t{4});
    }

    void spansAreAboutAKilobyte() {
        GeneratorOptions options;
        options.spans = 10'000;
        options.services = 40;
        const std::size_t each = otlp(options).size() / options.spans;
        QVERIFY2(each > 900 && each < 1200, std::to_string(each).c_str());
    }

    void hasWhatRealTrafficHas() {
        GeneratorOptions options;
        options.spans = 20'000;
        std::size_t errors = 0;
        std::size_t links = 0;
        std::size_t producers = 0;
        const std::string text = otlp(options);
        for (const auto& [id, span] : readOtlp(text)) {
            errors += span.error ? 1 : 0;
            links += span.links;
            producers += span.kind == "producer" ? 1 : 0;
        }
        QVERIFY(errors > 100 && errors < 2000);
        QVERIFY(links > 0);
        QVERIFY(producers > 0);
        // Names before and after the renaming, retries, failures of several kinds.
        for (const char* word :
             {"db.system.name", "\"db.system\"", "http.resend_count", "faas.coldstart",
              "rpc.grpc.status_code", "exception.stacktrace", "faas.invoked_name", "redis"}) {
            QVERIFY2(text.find(word) != std::string::npos, word);
        }
    }

    void theIncidentIsInTheMiddle() {
        GeneratorOptions options;
        options.spans = 20'000;
        const TimeRange incident = incidentOf(options);
        std::size_t inside = 0;
        std::size_t outside = 0;
        for (const auto& [id, span] : readOtlp(otlp(options))) {
            if (span.name == "POST /v2/charges" && span.error) {
                ++(incident.contains(timestampOf(span.start * 1000)) ? inside : outside);
            }
        }
        QVERIFY(inside > 100);
        QCOMPARE(outside, std::size_t{0});
    }

    void aGiantTraceIsDeepAndWide() {
        GeneratorOptions options;
        options.spans = 20'000;
        options.oneTrace = true;
        options.depth = 500;
        const Spans made = readOtlp(otlp(options));
        std::map<std::string, std::size_t> children;
        std::size_t deepest = 0;
        for (const auto& [id, span] : made) {
            ++children[span.parent];
            std::size_t depth = 0;
            for (std::string at = span.parent; !at.empty(); at = made.at(at).parent) {
                ++depth;
            }
            deepest = std::max(deepest, depth);
        }
        QCOMPARE(children[""], std::size_t{1});
        QVERIFY(deepest >= 500);
        const auto widest =
            std::max_element(children.begin(), children.end(),
                             [](const auto& a, const auto& b) { return a.second < b.second; });
        QVERIFY(widest->second > 500);
    }

    void aChainMayBeAllThereIs() {
        GeneratorOptions options;
        options.spans = 1001;
        options.oneTrace = true;
        for (const std::uint64_t depth : {1000U, 5000U}) {
            options.depth = depth;
            const Spans made = readOtlp(otlp(options));
            std::set<std::string> parents;
            for (const auto& [id, span] : made) {
                parents.insert(span.parent);
                if (!span.parent.empty()) {
                    QVERIFY(span.start >= made.at(span.parent).start);
                    QVERIFY(span.end <= made.at(span.parent).end);
                }
            }
            QCOMPARE(parents.size(), std::size_t{1001}); // nobody's twice, that of the root among them
        }
    }

    void theShippedSampleComesFromTheCommandInItsReadme() {
        QFile file(QStringLiteral(HALLWAY_SOURCE_DIR "/resources/samples/checkout-incident.jsonl"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const std::string shipped = file.readAll().toStdString();
        GeneratorOptions options;
        options.spans = 2900;
        options.lean = true;
        options.seed = 8;
        QVERIFY(otlp(options, 256) == shipped);
        QVERIFY(shipped.size() < 1'000'000);
    }
};

QTEST_APPLESS_MAIN(tst_TraceGenerator)
#include "tst_TraceGenerator.moc"
