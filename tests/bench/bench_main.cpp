// hallway-bench: runs one case and prints one line of JSON. The driver (tests/bench/driver) says which, how
// often and in which order; `./dev bench` is the way to start it.
#include "bench/cases/Cases.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <functional>
#include <iostream>
#include <stdexcept>
#include <vector>

namespace hallway::bench {

namespace {

using Arguments = std::span<const std::string>;

struct Case {
    const char* name;
    const char* arguments;
    std::size_t least; ///< arguments
    std::function<Measurement(Arguments)> run;
};

const std::vector<Case>& cases() {
    static const std::vector<Case> all{
        {"simdjson", "LINES", 1, [](Arguments a) { return touchWithSimdjson(a[0]); }},
        {"nlohmann", "LINES", 1, [](Arguments a) { return touchWithNlohmann(a[0]); }},
        {"sqlite", "CAPTURE COPY", 2, [](Arguments a) { return insertWithSqlite(a[0], a[1]); }},
        {"open", "FILE", 1, [](Arguments a) { return openCapture(a[0]); }},
        {"build-calls", "FILE", 1, [](Arguments a) { return buildCallsOf(a[0]); }},
        {"derive-range", "FILE", 1, [](Arguments a) { return deriveRange(a[0]); }},
        {"derive-filter", "FILE", 1, [](Arguments a) { return deriveFilter(a[0]); }},
        {"find-spans", "FILE FILTER", 2, [](Arguments a) { return findSpans(a[0], a[1]); }},
        {"heatmap", "FILE", 1, [](Arguments a) { return binHeatmap(a[0]); }},
        {"largest-trace", "FILE LEAST-DEPTH", 2,
         [](Arguments a) { return walkLargestTrace(a[0], std::stoul(a[1])); }},
        {"run", "OUTPUT PROGRAM [ARGUMENT…]", 2, [](Arguments a) { return runProgram(a[0], a.subspan(1)); }},
    };
    return all;
}

/// The most memory this process ever held, mapped pages included.
double peakBytes() {
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;)
        if (word == "VmHWM:") {
            double kibibytes = 0;
            status >> kibibytes;
            return kibibytes * 1024;
        }
    return 0;
}

int run(const std::vector<std::string>& words) {
    for (const Case& candidate : cases()) {
        if (words.empty() || words[0] != candidate.name || words.size() <= candidate.least) continue;
        const Measurement measured = candidate.run(Arguments(words).subspan(1));
        nlohmann::json line{{"case", candidate.name},
                            {"seconds", measured.time.count()},
                            {"repeats", measured.repeats},
                            {"peakBytes", peakBytes()}};
        for (const auto& [name, value] : measured.figures)
            line[name] = value;
        std::cout << line << '\n';
        return 0;
    }
    for (const Case& candidate : cases())
        std::cerr << "hallway-bench " << candidate.name << ' ' << candidate.arguments << '\n';
    return 2;
}

} // namespace

} // namespace hallway::bench

int main(int argc, char** argv) {
    try {
        return hallway::bench::run(std::vector<std::string>(argv + 1, argv + argc));
    } catch (const std::exception& error) {
        std::cerr << "hallway-bench: " << error.what() << '\n';
        return 1;
    }
}
