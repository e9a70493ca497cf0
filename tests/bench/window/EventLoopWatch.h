// How long a thread stays away from its event loop.
#pragma once

#include "bench/window/ThreadClock.h"

#include <QObject>
#include <QTimer>

namespace hallway::bench {

/// A heartbeat each millisecond: what lies between two of them is a gap. Lives on the watched thread.
class EventLoopWatch : public QObject {
    Q_OBJECT
public:
    explicit EventLoopWatch(QObject* parent = nullptr);

    /// The longest gap since this was last asked.
    [[nodiscard]] Elapsed takeLongest();

private:
    void beat();

    QTimer m_timer;
    ThreadClock m_sinceBeat;
    Elapsed m_longest;
};

} // namespace hallway::bench
