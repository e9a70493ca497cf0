#include "bench/window/EventLoopWatch.h"

#include <utility>

namespace hallway::bench {

EventLoopWatch::EventLoopWatch(QObject* parent) : QObject(parent) {
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &EventLoopWatch::beat);
    m_timer.start(1);
}

void EventLoopWatch::beat() {
    const Elapsed gap = m_sinceBeat.restart();
    if (gap.wallMs > m_longest.wallMs) m_longest = gap;
}

Elapsed EventLoopWatch::takeLongest() {
    beat();
    return std::exchange(m_longest, {});
}

} // namespace hallway::bench
