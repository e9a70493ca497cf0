// Background work for the window: one job at a time, the latest wins.
//
//   m_jobs.run([capture](const CancelToken& cancel) { return deriveGraph(…); },
//              [this](ServiceGraph graph) { show(graph); });
//
// `work` runs on another thread and must not touch widgets; `done` runs on the runner's own thread, and only
// if no later job was started, the job was not cancelled and the runner still exists.
#pragma once

#include "base/Cancellation.h"

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

namespace hallway {

class JobRunner : public QObject {
    Q_OBJECT

public:
    explicit JobRunner(QObject* parent = nullptr);
    /// Cancels what runs and waits for it to notice.
    ~JobRunner() override;

    /// Starts `work(token)` and gives its result to `done`. The job before is cancelled and its result
    /// dropped.
    template <class Work, class Done>
    void run(Work work, Done done) {
        using Value = std::invoke_result_t<Work, const CancelToken&>;
        start([work = std::move(work), done = std::move(done)](const CancelToken& cancel) mutable -> Finish {
            auto value = std::make_shared<Value>(work(cancel));
            return [value, done = std::move(done)]() mutable { done(std::move(*value)); };
        });
    }

    /// Drops the running job, if any.
    void cancel();
    [[nodiscard]] bool isBusy() const { return m_busy; }

signals:
    void busyChanged(bool busy);

private:
    using Finish = std::function<void()>;
    void start(std::function<Finish(const CancelToken&)> job);
    void setBusy(bool busy);

    QThreadPool m_pool; ///< own, so that the destructor waits for our jobs only
    CancelSource m_cancel;
    quint64 m_latest = 0;
    bool m_busy = false;
};

} // namespace hallway
