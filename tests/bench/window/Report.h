// Results as JSON, one line each, on standard output.
#pragma once

#include "bench/window/ThreadClock.h"

#include <string_view>
#include <vector>

namespace hallway::bench {

/// {"case":NAME,"frames":N,"medianMs":…,"p95Ms":…,"maxMs":…,"cpuMedianMs":…,"cpuP95Ms":…,"cpuMaxMs":…}.
/// Nothing is printed without frames.
void reportFrames(std::string_view name, const std::vector<Elapsed>& frames);
/// {"case":NAME,"ms":…}
void reportTime(std::string_view name, double milliseconds);
/// {"case":NAME,"longestGapMs":…,"longestGapCpuMs":…}
void reportGap(std::string_view name, const Elapsed& gap);
/// {"case":NAME,"count":N}
void reportCount(std::string_view name, std::size_t count);

} // namespace hallway::bench
