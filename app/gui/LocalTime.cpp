#include "gui/LocalTime.h"

#include <ctime>

namespace hallway {

std::int32_t localOffset(Timestamp time) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
    const std::time_t moment = seconds;
    std::tm broken{};
    return ::localtime_r(&moment, &broken) ? static_cast<std::int32_t>(broken.tm_gmtoff) : 0;
}

} // namespace hallway
