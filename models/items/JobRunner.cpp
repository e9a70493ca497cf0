#include "items/JobRunner.h"

#include <QMetaObject>

namespace hallway {

namespace {
// A cancelled job may need a moment to notice while its successor already runs.
constexpr int maximumThreads = 2;
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
