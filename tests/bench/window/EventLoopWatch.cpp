#include "bench/window/EventLoopWatch.h"

#include <ctime>
#include <utility>

namespace hallway::bench {

namespace {

std::chrono::nanoseconds readClock(clockid_t clock) {
    timespec now{};
    clock_gettime(clock, &now);
    return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
}

double milliseconds(std::chrono::nanoseconds time) {
    return std::chrono::duration<double, std::milli>(time).count();
}

} // namespace

EventLoopWatch::EventLoopWatch(QObject* parent)
    : QObject(parent), m_wall(readClock(CLOCK_MONOTONIC)), m_cpu(readClock(CLOCK_THREAD_CPUTIME_ID)) {
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &EventLoopWatch::beat);
    m_timer.start(1);
}

void EventLoopWatch::beat() {
    const auto wall = readClock(CLOCK_MONOTONIC), cpu = readClock(CLOCK_THREAD_CPUTIME_ID);
    const double gap = milliseconds(wall - std::exchange(m_wall, wall));
    const double computed = milliseconds(cpu - std::exchange(m_cpu, cpu));
    if (gap > m_longest.milliseconds) m_longest = {gap, computed};
}

EventLoopWatch::Gap EventLoopWatch::takeLongest() {
    beat();
    return std::exchange(m_longest, {});
}

} // namespace hallway::bench
