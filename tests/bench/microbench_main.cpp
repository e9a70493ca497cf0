// hallway-microbench: how long the inner loops take on generated traces; prints medians.
#include "analysis/CallBuilder.h"
#include "analysis/Heatmap.h"
#include "analysis/ServiceGraph.h"
#include "bench/DecodedCapture.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace hallway::bench {

namespace {

/// One line per loop instead of five: single runs differ too much to be read.
class MedianReporter final : public benchmark::ConsoleReporter {
public:
    MedianReporter() : ConsoleReporter(OO_None) {}

    void ReportRuns(const std::vector<Run>& runs) override {
        std::vector<Run> medians;
        std::copy_if(runs.begin(), runs.end(), std::back_inserter(medians),
                     [](const Run& run) { return run.aggregate_name == "median"; });
        ConsoleReporter::ReportRuns(medians);
    }
};

void countSpans(benchmark::State& state, std::size_t spans) {
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(spans));
}

void measureDecoding(const char* name, const std::string& text) {
    benchmark::RegisterBenchmark(name, [&text](benchmark::State& state) {
        std::size_t spans = 0;
        for (auto _ : state) {
            spans = DecodedCapture(text).spans();
        }
        countSpans(state, spans);
        state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
    })->Unit(benchmark::kMillisecond);
}

void measureBuilding(DecodedCapture& capture) {
    benchmark::RegisterBenchmark("build calls", [&capture](benchmark::State& state) {
        for (auto _ : state) {
            state.PauseTiming();
            CallInput input = capture.callInput();
            state.ResumeTiming();
            auto built = buildCalls(std::move(input));
            benchmark::DoNotOptimize(built);
        }
        countSpans(state, capture.spans());
    })->Unit(benchmark::kMillisecond);
}

void measureGraph(const char* name, const BuiltCalls& built, TimeRange range) {
    benchmark::RegisterBenchmark(name, [&built, range](benchmark::State& state) {
        for (auto _ : state) {
            const ServiceGraph graph = deriveGraph(built.spans, built.calls, range);
            benchmark::DoNotOptimize(graph.edges.data());
        }
        countSpans(state, built.spans.size());
    })->Unit(benchmark::kMillisecond);
}

void measureHeatmap(const BuiltCalls& built) {
    const ServiceGraph graph = deriveGraph(built.spans, built.calls, {});
    const auto busiest = std::max_element(graph.edges.begin(), graph.edges.end(),
                                          [](const auto& a, const auto& b) { return a.calls < b.calls; });
    benchmark::RegisterBenchmark("heatmap of the busiest edge", [&built, edge = busiest->id](auto& state) {
        for (auto _ : state) {
            const Heatmap heatmap = heatmapOf(samplesOf(edge, built.calls, built.spans, {}), {});
            benchmark::DoNotOptimize(heatmap.counts.data());
        }
    })->Unit(benchmark::kMillisecond);
}

int run(bool quick, std::vector<char*> arguments) {
    std::string repetitions = quick ? "--benchmark_repetitions=3" : "--benchmark_repetitions=7";
    std::string minimum = quick ? "--benchmark_min_time=0.02" : "--benchmark_min_time=0.2";
    arguments.insert(arguments.begin() + 1, {repetitions.data(), minimum.data()});
    int count = static_cast<int>(arguments.size());
    benchmark::Initialize(&count, arguments.data());
    if (benchmark::ReportUnrecognizedArguments(count, arguments.data())) {
        return 2;
    }

    GeneratorOptions options;
    options.spans = quick ? 20'000 : 200'000;
    options.services = 40;
    const std::string otlp = otlpJsonLines(options);
    const std::string jaeger = jaegerJson(options);
    DecodedCapture capture(otlp);
    const auto built = buildCalls(capture.callInput());
    if (!built) {
        return 1;
    }

    measureDecoding("decode OTLP JSON Lines", otlp);
    measureDecoding("decode Jaeger JSON", jaeger);
    measureBuilding(capture);
    measureGraph("graph of everything", *built, {});
    measureGraph("graph of the incident", *built, incidentOf(options));
    measureHeatmap(*built);
    MedianReporter reporter;
    benchmark::RunSpecifiedBenchmarks(&reporter);
    return 0;
}

} // namespace

} // namespace hallway::bench

int main(int argc, char** argv) {
    std::vector<char*> arguments(argv, argv + argc);
    const bool quick =
        std::erase_if(arguments, [](const char* each) { return std::strcmp(each, "--quick") == 0; });
    return hallway::bench::run(quick, std::move(arguments));
}
