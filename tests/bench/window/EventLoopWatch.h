// How long a thread stays away from its event loop.
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace hallway::bench {

/// A heartbeat each millisecond: what lies between two of them is a gap. Lives on the watched thread.
class EventLoopWatch : public QObject {
    Q_OBJECT
public:
    explicit EventLoopWatch(QObject* parent = nullptr);

    struct Gap {
        double milliseconds = 0;
        double cpuMilliseconds = 0; ///< of the same gap, what the thread computed
    };
    /// The longest one since this was last asked.
    [[nodiscard]] Gap takeLongest();

private:
    void beat();

    QTimer m_timer;
    std::chrono::nanoseconds m_wall, m_cpu; ///< clocks at the last beat
    Gap m_longest;
};

} // namespace hallway::bench
