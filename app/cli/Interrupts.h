// Ctrl+C and kill while files are being read: the work is asked to stop, so that nothing temporary stays
// behind.
#pragma once

#include "base/Cancellation.h"

#include <atomic>
#include <thread>

#include <signal.h>

namespace hallway::cli {

/// While it lives, SIGINT, SIGTERM and SIGHUP cancel token() and end standard input, so that a thread that
/// waits for it goes on; they do not end the program. Make it on the thread that reads, before others start,
/// and one at a time.
class Interrupts {
public:
    Interrupts();
    Interrupts(const Interrupts&) = delete;
    Interrupts& operator=(const Interrupts&) = delete;
    ~Interrupts();

    [[nodiscard]] CancelToken token() const { return m_source.token(); }
    /// The signal that came; 0 = none.
    [[nodiscard]] int caught() const { return m_caught; }

private:
    void watch();

    CancelSource m_source;
    std::atomic<int> m_caught = 0;
    sigset_t m_watched{}, m_before{};
    pthread_t m_reader = pthread_self();
    std::thread m_watcher;
};

} // namespace hallway::cli
