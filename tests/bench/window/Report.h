// Results as JSON, one line each, on standard output.
#pragma once

#include <string_view>
#include <vector>

namespace hallway::bench {

/// {"case":NAME,"frames":N,"medianMs":…,"p95Ms":…,"maxMs":…}. Nothing is printed without frames.
void reportFrames(std::string_view name, std::vector<double> milliseconds);
/// {"case":NAME,"ms":…}
void reportTime(std::string_view name, double milliseconds);
/// {"case":NAME,"longestGapMs":…,"longestGapCpuMs":…}: the second is what of it the thread itself computed;
/// the rest it waited, for others or for a processor.
void reportGap(std::string_view name, double milliseconds, double cpuMilliseconds);
/// {"case":NAME,"count":N}
void reportCount(std::string_view name, std::size_t count);

} // namespace hallway::bench
