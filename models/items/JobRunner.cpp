#include "items/JobRunner.h"

#include <QMetaObject>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace hallway {

namespace {
// A cancelled job may need a moment to notice while its successor already runs.
constexpr int maximumThreads = 2;

/// Opening a file starts a dozen jobs at once; on two processors the window would have to queue up with them.
/// Threads that a job starts inherit it.
void giveWayToTheWindow() {
#ifdef Q_OS_LINUX // elsewhere it would mean the whole process
    constexpr int nicer = 5;
    const int ofTheWindow = getpriority(PRIO_PROCESS, static_cast<id_t>(getpid()));
    setpriority(PRIO_PROCESS, 0, ofTheWindow + nicer); // 0: this thread
#endif
}
} // namespace

JobRunner::JobRunner(QObject* parent) : QObject(parent) { m_pool.setMaxThreadCount(maximumThreads); }

JobRunner::~JobRunner() {
    m_cancel.cancel();
    m_pool.clear();
    m_pool.waitForDone();
}

void JobRunner::start(std::function<Finish(const CancelToken&)> job) {
    m_cancel.cancel();
    m_cancel = CancelSource();
    const quint64 number = ++m_latest;
    setBusy(true);
    m_pool.start([this, job = std::move(job), token = m_cancel.token(), number] {
        giveWayToTheWindow();
        Finish finish = token.cancelled() ? Finish() : job(token);
        // The destructor waits for this thread, so `this` is alive; a posted call dies with the object.
        QMetaObject::invokeMethod(
            this,
            [this, finish = std::move(finish), number] {
                if (number != m_latest) return;
                setBusy(false);
                if (finish) finish();
            },
            Qt::QueuedConnection);
    });
}

void JobRunner::cancel() {
    m_cancel.cancel();
    ++m_latest;
    setBusy(false);
}

void JobRunner::setBusy(bool busy) {
    if (m_busy == busy) return;
    m_busy = busy;
    emit busyChanged(busy);
}

} // namespace hallway
