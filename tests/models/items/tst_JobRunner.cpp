#include "items/JobRunner.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <atomic>
#include <optional>
#include <thread>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

using namespace hallway;

class tst_JobRunner : public QObject {
    Q_OBJECT

private slots:
#ifdef Q_OS_LINUX
    void jobsGiveWayToTheWindow() {
        const int before = getpriority(PRIO_PROCESS, 0);
        JobRunner runner;
        std::optional<int> ofTheJob;
        runner.run([](const CancelToken&) { return getpriority(PRIO_PROCESS, 0); },
                   [&](int priority) { ofTheJob = priority; });
        QTRY_VERIFY(ofTheJob.has_value());
        QCOMPARE(*ofTheJob, std::min(before + 5, 19));
        QCOMPARE(getpriority(PRIO_PROCESS, 0), before);
    }
#endif

    void handsTheResultToItsOwnThread() {
        JobRunner jobs;
        QThread* worker = nullptr;
        QThread* receiver = nullptr;
        int result = 0;
        jobs.run(
            [&worker](const CancelToken&) {
                worker = QThread::currentThread();
                return 42;
            },
            [&](int value) {
                receiver = QThread::currentThread();
                result = value;
            });
        QVERIFY(jobs.isBusy());
        QTRY_COMPARE(result, 42);
        QVERIFY(!jobs.isBusy());
        QCOMPARE(receiver, QThread::currentThread());
        QVERIFY(worker != receiver);
    }

    void theLatestWins() {
        JobRunner jobs;
        std::vector<int> results;
        for (int i = 0; i < 50; ++i)
            jobs.run([i](const CancelToken&) { return i; },
                     [&results](int value) { results.push_back(value); });
        QTRY_VERIFY(!jobs.isBusy());
        QTest::qWait(20);
        QCOMPARE(results, std::vector<int>{49});
    }

    void aCancelledJobIsToldAndDropped() {
        JobRunner jobs;
        std::atomic<bool> begun{false}, noticed{false};
        bool delivered = false;
        jobs.run(
            [&](const CancelToken& cancel) {
                begun = true;
                while (!cancel.cancelled())
                    std::this_thread::yield();
                noticed = true;
                return 0;
            },
            [&delivered](int) { delivered = true; });
        QTRY_VERIFY(begun);
        jobs.cancel();
        QVERIFY(!jobs.isBusy());
        QTRY_VERIFY(noticed);
        QTest::qWait(20);
        QVERIFY(!delivered);
    }

    void theDestructorWaitsForTheJob() {
        std::atomic<bool> ended{false};
        {
            JobRunner jobs;
            std::atomic<bool> begun{false};
            jobs.run(
                [&](const CancelToken& cancel) {
                    begun = true;
                    while (!cancel.cancelled())
                        std::this_thread::yield();
                    ended = true;
                    return 0;
                },
                [](int) { QFAIL("nobody is left to hear of it"); });
            QTRY_VERIFY(begun);
        }
        QVERIFY(ended);
    }

    void busyChangesOnceForAChainOfJobs() {
        JobRunner jobs;
        const QSignalSpy busy(&jobs, &JobRunner::busyChanged);
        for (int i = 0; i < 10; ++i)
            jobs.run([](const CancelToken&) { return 0; }, [](int) {});
        QTRY_VERIFY(!jobs.isBusy());
        QCOMPARE(busy.size(), 2);
    }

    void aJobMayBeStartedByTheResultOfAnother() {
        JobRunner jobs;
        int rounds = 0;
        std::function<void(int)> next = [&](int value) {
            rounds = value;
            if (value < 20) jobs.run([value](const CancelToken&) { return value + 1; }, next);
        };
        next(0);
        QTRY_COMPARE(rounds, 20);
    }

    void survivesAStorm() {
        for (int round = 0; round < 5; ++round) {
            std::atomic<int> running{0};
            int last = -1;
            JobRunner jobs;
            for (int i = 0; i < 200; ++i) {
                jobs.run(
                    [i, &running](const CancelToken& cancel) {
                        ++running;
                        for (int spin = 0; spin < 200 && !cancel.cancelled(); ++spin)
                            std::this_thread::yield();
                        --running;
                        return i;
                    },
                    [&last](int value) {
                        QVERIFY(value > last);
                        last = value;
                    });
                if (i % 7 == 0) QCoreApplication::processEvents();
                if (i % 31 == 0) jobs.cancel();
            }
            QTRY_COMPARE(last, 199);
            QTRY_COMPARE(running.load(), 0);
        }
    }
};

QTEST_GUILESS_MAIN(tst_JobRunner)
#include "tst_JobRunner.moc"
