// hallway-generate: traces for measuring and for the shipped sample, on standard output.
#include "bench/Incidents.h"
#include "bench/JaegerWriter.h"
#include "bench/OtlpLinesWriter.h"
#include "bench/OtlpProtoWriter.h"
#include "bench/TraceGenerator.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <string>
#include <utility>
#include <vector>

int main(int argc, char** argv) {
    using namespace hallway;
    using namespace hallway::bench;

    GeneratorOptions options;
    std::string format = "otlp-jsonl";
    std::int64_t start = nanosecondsOf(options.start) / 1'000'000'000;
    std::int64_t seconds = 1200;
    std::size_t batch = 512;
    std::string incidentName;

    CLI::App app("Writes generated traces to standard output; the same options give the same bytes.\n"
                 "Example: hallway-generate --spans 1000000 --services 40 > traces.jsonl");
    app.add_option("--spans", options.spans, "Number of spans")->check(CLI::Range(1ULL, 1ULL << 40U));
    app.add_option("--services", options.services, "Number of services: the shop's 14, then layers of others")
        ->check(CLI::Range(1, 100'000));
    app.add_option("--rare-calls", options.rareCalls,
                   "More edges: calls that each added endpoint rarely makes")
        ->check(CLI::Range(0, 100));
    app.add_option("--seed", options.seed, "Another seed, other traces");
    app.add_flag("--one-trace", options.oneTrace, "All spans in one trace");
    app.add_option("--depth", options.depth, "Nesting of the chain that --one-trace begins with");
    app.add_flag("--lean", options.lean, "Few attributes");
    app.add_option("--format", format,
                   "otlp-jsonl, otlp-proto, otlp-proto-framed (the collector's) or jaeger")
        ->check(CLI::IsMember({"otlp-jsonl", "otlp-proto", "otlp-proto-framed", "jaeger"}));
    std::vector<std::string> incidentNames;
    for (const Incident& incident : incidents())
        incidentNames.push_back(incident.name);
    app.add_option("--incident", incidentName, "Instead of the shop, a system with a planted cause")
        ->check(CLI::IsMember(incidentNames));
    app.add_option("--start", start, "Start of the first request, in seconds since 1970 UTC")
        ->check(CLI::Range(0LL, 9'000'000'000LL));
    app.add_option("--duration", seconds, "Seconds over which the requests are spread")
        ->check(CLI::Range(1LL, 31'622'400LL));
    app.add_option("--batch", batch, "Spans in a line of OTLP JSON, or in a message of protobuf")
        ->check(CLI::Range(1, 100'000));
    CLI11_PARSE(app, argc, argv);

    options.start = Timestamp(std::chrono::seconds(start));
    options.duration = std::chrono::seconds(seconds);
    Topology topology = makeTopology(options.services, options.seed, options.rareCalls);
    for (Incident& incident : incidents())
        if (incident.name == incidentName) topology = std::move(incident.topology);
    std::ios::sync_with_stdio(false);
    if (format == "jaeger") {
        JaegerWriter writer(std::cout);
        generate(options, topology, writer);
    } else if (format == "otlp-proto" || format == "otlp-proto-framed") {
        using Framing = OtlpProtoWriter::Framing;
        OtlpProtoWriter writer(std::cout, batch, format == "otlp-proto" ? Framing::Raw : Framing::Framed);
        generate(options, topology, writer);
    } else {
        OtlpLinesWriter writer(std::cout, batch);
        generate(options, topology, writer);
    }
    if (!std::cout) {
        std::cerr << "hallway-generate: could not write to standard output\n";
        return 3;
    }
    return 0;
}
