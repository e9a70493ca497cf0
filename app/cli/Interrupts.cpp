#include "cli/Interrupts.h"

#include <initializer_list>

#include <fcntl.h>
#include <unistd.h>

namespace hallway::cli {

namespace {

constexpr int wake = SIGUSR1;  ///< what the owner sends to end the watcher
constexpr int nudge = SIGUSR2; ///< what the watcher sends to the reader, to get it out of a read that waits

void endStandardInput() {
    const int nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (nothing < 0) return;
    ::dup2(nothing, STDIN_FILENO);
    ::close(nothing);
}

} // namespace

Interrupts::Interrupts() {
    sigemptyset(&m_watched);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, wake})
        sigaddset(&m_watched, signal);
    pthread_sigmask(SIG_BLOCK, &m_watched, &m_before);
    struct sigaction onlyInterrupt {};
    onlyInterrupt.sa_handler = [](int) {};
    sigaction(nudge, &onlyInterrupt, nullptr);
    m_watcher = std::thread([this] { watch(); });
}

Interrupts::~Interrupts() {
    pthread_kill(m_watcher.native_handle(), wake);
    m_watcher.join();
    pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
}

void Interrupts::watch() {
    int signal = 0;
    while (sigwait(&m_watched, &signal) == 0 && signal != wake) {
        m_caught = signal;
        m_source.cancel();
        endStandardInput();
        pthread_kill(m_reader, nudge);
    }
}

} // namespace hallway::cli
