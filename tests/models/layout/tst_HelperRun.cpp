#include "HelperScript.h"

#include "layout/HelperRun.h"

#include <QElapsedTimer>
#include <QTest>
#include <QThread>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <memory>
#include <sys/wait.h>
#include <thread>

using namespace hallway;
using namespace std::chrono_literals;

class tst_HelperRun : public QObject {
    Q_OBJECT
private slots:
    void inputGoesInAndOutputComesOut();
    void largeInputAndOutputDoNotBlockEachOther();
    void aHelperThatDoesNotReadItsInputIsNoProblem();
    void aSlowHelperIsEndedAtTheLimit();
    void noLimitIsNoLimit();
    void cancellingEndsTheHelperAtOnce();
    void aCancelledRunDoesNotEvenStart();
    void aHelperThatIgnoresSignalsIsEndedToo();
    void aCrashIsAnError();
    void anExitCodeIsAnErrorWithItsFirstLine();
    void aSilentFailureHasWordsToo();
    void complaintsOnSuccessAreNoError();
    void aFloodOfComplaintsIsCutOff();
    void whatCannotStartIsAnError();
    void runsInSeveralThreadsDoNotDisturbEachOther();
    void cleanup();
};

/// Every process that was started is gone and reaped: nobody is left to wait for.
void tst_HelperRun::cleanup() {
    QCOMPARE(waitpid(-1, nullptr, WNOHANG), -1);
    QCOMPARE(errno, ECHILD);
}

static bool isGone(const QByteArray& pid) { return kill(pid.trimmed().toInt(), 0) == -1 && errno == ESRCH; }

void tst_HelperRun::inputGoesInAndOutputComesOut() {
    const HelperScript cat("exec cat");
    QCOMPARE(*runHelper(cat.path(), "hello\n", 10s, {}), std::string("hello\n"));
    QCOMPARE(*runHelper(cat.path(), "", 10s, {}), std::string());
}

void tst_HelperRun::largeInputAndOutputDoNotBlockEachOther() {
    const HelperScript cat("exec cat");
    const std::string large(8 * 1024 * 1024, 'x');
    QVERIFY(*runHelper(cat.path(), large, 30s, {}) == large);
}

void tst_HelperRun::aHelperThatDoesNotReadItsInputIsNoProblem() {
    const HelperScript deaf("echo fine");
    QCOMPARE(*runHelper(deaf.path(), std::string(1024 * 1024, 'x'), 10s, {}), std::string("fine\n"));
}

void tst_HelperRun::aSlowHelperIsEndedAtTheLimit() {
    const HelperScript slow("echo $$ > $DIR/pid\nexec sleep 60");
    QElapsedTimer timer;
    timer.start();
    const auto result = runHelper(slow.path(), "", 300ms, {});
    QVERIFY(!result);
    QCOMPARE(result.error(), (Error{ErrorCode::LayoutTimedOut, {"0.3"}, std::nullopt}));
    QVERIFY(timer.elapsed() >= 300);
    QVERIFY(timer.elapsed() < 1'500);
    QVERIFY(isGone(slow.written("pid")));
}

void tst_HelperRun::noLimitIsNoLimit() {
    const HelperScript slow("sleep 0.2; echo done");
    QCOMPARE(*runHelper(slow.path(), "", std::chrono::milliseconds::max(), {}), std::string("done\n"));
}

void tst_HelperRun::cancellingEndsTheHelperAtOnce() {
    const HelperScript slow("echo $$ > $DIR/pid\nexec sleep 60");
    CancelSource source;
    std::chrono::steady_clock::time_point cancelledAt;
    std::thread canceller([&] {
        std::this_thread::sleep_for(300ms);
        cancelledAt = std::chrono::steady_clock::now();
        source.cancel();
    });
    const auto result = runHelper(slow.path(), "", 60s, source.token());
    const auto returnedAt = std::chrono::steady_clock::now();
    canceller.join();
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Cancelled);
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(returnedAt - cancelledAt).count();
    qInfo("%lld ms from cancelling to the end of the helper", static_cast<long long>(took));
    QVERIFY(took < 200);
    QVERIFY(isGone(slow.written("pid")));
}

void tst_HelperRun::aCancelledRunDoesNotEvenStart() {
    const HelperScript trace("echo ran > $DIR/ran");
    CancelSource source;
    source.cancel();
    QCOMPARE(runHelper(trace.path(), "", 60s, source.token()).error().code, ErrorCode::Cancelled);
    QVERIFY(trace.written("ran").isEmpty());
}

void tst_HelperRun::aHelperThatIgnoresSignalsIsEndedToo() {
    const HelperScript stubborn("trap '' TERM INT HUP\nwhile :; do :; done");
    QCOMPARE(runHelper(stubborn.path(), "", 200ms, {}).error().code, ErrorCode::LayoutTimedOut);
}

void tst_HelperRun::aCrashIsAnError() {
    const HelperScript crash("echo '{}'\nkill -SEGV $$");
    const auto result = runHelper(crash.path(), "", 10s, {});
    QVERIFY(!result);
    QCOMPARE(result.error(), (Error{ErrorCode::LayoutFailed, {"the layout helper crashed"}, std::nullopt}));
}

void tst_HelperRun::anExitCodeIsAnErrorWithItsFirstLine() {
    const HelperScript refusing("echo ignored\nprintf 'no \\033[31muse\\nsecond line\\n' >&2\nexit 3");
    const auto result = runHelper(refusing.path(), "", 10s, {});
    QVERIFY(!result);
    QCOMPARE(result.error(), (Error{ErrorCode::LayoutFailed, {"no [31muse"}, std::nullopt}));
}

void tst_HelperRun::aSilentFailureHasWordsToo() {
    const HelperScript silent("exit 1");
    QCOMPARE(runHelper(silent.path(), "", 10s, {}).error().arguments.front(),
             std::string("the layout helper failed"));
}

void tst_HelperRun::complaintsOnSuccessAreNoError() {
    const HelperScript noisy("echo warning >&2\necho fine");
    QCOMPARE(*runHelper(noisy.path(), "", 10s, {}), std::string("fine\n"));
}

void tst_HelperRun::aFloodOfComplaintsIsCutOff() {
    const HelperScript flood("head -c 20000000 /dev/zero | tr '\\0' x >&2\nexit 1");
    QCOMPARE(runHelper(flood.path(), "", 30s, {}).error().arguments.front(), std::string(200, 'x'));
}

void tst_HelperRun::whatCannotStartIsAnError() {
    const HelperScript script("exit 0");
    const auto result = runHelper(script.path().parent_path() / "nothing", "", 10s, {});
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::LayoutFailed);
    QVERIFY(!result.error().arguments.front().empty());
}

void tst_HelperRun::runsInSeveralThreadsDoNotDisturbEachOther() {
    const HelperScript cat("exec cat");
    std::atomic<int> fine = 0;
    std::vector<std::unique_ptr<QThread>> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back(QThread::create([&, i] {
            for (int k = 0; k < 5; ++k) {
                const std::string text = std::to_string(10 * i + k);
                const auto result = runHelper(cat.path(), text, 30s, {});
                if (result && *result == text) ++fine;
            }
        }));
    for (const auto& thread : threads)
        thread->start();
    for (const auto& thread : threads)
        thread->wait();
    QCOMPARE(fine.load(), 20);
}

QTEST_GUILESS_MAIN(tst_HelperRun)
#include "tst_HelperRun.moc"
