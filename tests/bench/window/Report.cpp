#include "bench/window/Report.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace hallway::bench {

namespace {

/// Nearest rank; `sorted` is not empty.
double quantile(const std::vector<double>& sorted, double share) {
    const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(sorted.size())));
    return sorted[std::max<std::size_t>(rank, 1) - 1];
}

} // namespace

void reportFrames(std::string_view name, const std::vector<Elapsed>& frames) {
    if (frames.empty()) return;
    std::vector<double> wall, cpu;
    for (const Elapsed& frame : frames) {
        wall.push_back(frame.wallMs);
        cpu.push_back(frame.cpuMs);
    }
    std::sort(wall.begin(), wall.end());
    std::sort(cpu.begin(), cpu.end());
    std::printf("{\"case\":\"%.*s\",\"frames\":%zu,\"medianMs\":%.2f,\"p95Ms\":%.2f,\"maxMs\":%.2f,"
                "\"cpuMedianMs\":%.2f,\"cpuP95Ms\":%.2f,\"cpuMaxMs\":%.2f}\n",
                static_cast<int>(name.size()), name.data(), frames.size(), quantile(wall, 0.5),
                quantile(wall, 0.95), wall.back(), quantile(cpu, 0.5), quantile(cpu, 0.95), cpu.back());
    std::fflush(stdout);
}

void reportTime(std::string_view name, double milliseconds) {
    std::printf("{\"case\":\"%.*s\",\"ms\":%.1f}\n", static_cast<int>(name.size()), name.data(),
                milliseconds);
    std::fflush(stdout);
}

void reportGap(std::string_view name, const Elapsed& gap) {
    std::printf("{\"case\":\"%.*s\",\"longestGapMs\":%.1f,\"longestGapCpuMs\":%.1f}\n",
                static_cast<int>(name.size()), name.data(), gap.wallMs, gap.cpuMs);
    std::fflush(stdout);
}

void reportCount(std::string_view name, std::size_t count) {
    std::printf("{\"case\":\"%.*s\",\"count\":%zu}\n", static_cast<int>(name.size()), name.data(), count);
    std::fflush(stdout);
}

} // namespace hallway::bench
