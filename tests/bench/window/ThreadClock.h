// Two clocks at once: a frame that took long on a busy machine may have cost little.
#pragma once

#include <chrono>
#include <ctime>

namespace hallway::bench {

struct Elapsed {
    double wallMs = 0;
    double cpuMs = 0; ///< what of it the calling thread computed; the rest it waited
};

/// Of one thread.
class ThreadClock {
public:
    ThreadClock() : m_wall(read(CLOCK_MONOTONIC)), m_cpu(read(CLOCK_THREAD_CPUTIME_ID)) {}

    [[nodiscard]] Elapsed elapsed() const {
        return {milliseconds(read(CLOCK_MONOTONIC) - m_wall),
                milliseconds(read(CLOCK_THREAD_CPUTIME_ID) - m_cpu)};
    }
    Elapsed restart() {
        const Elapsed result = elapsed();
        *this = ThreadClock();
        return result;
    }

private:
    static std::chrono::nanoseconds read(clockid_t clock) {
        timespec now{};
        clock_gettime(clock, &now);
        return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
    }
    static double milliseconds(std::chrono::nanoseconds time) {
        return std::chrono::duration<double, std::milli>(time).count();
    }

    std::chrono::nanoseconds m_wall, m_cpu;
};

} // namespace hallway::bench
