#include "SessionFolder.h"

#include <QTest>

#include <chrono>
#include <filesystem>
#include <random>
#include <thread>

using namespace hallway;
using namespace hallway::test;
namespace fs = std::filesystem;

/// Cancelling leaves nothing behind, at whatever moment it comes.
class TestImportCancel : public QObject {
    Q_OBJECT

private slots:
    void beforeItBegins() {
        const SessionFolder folder;
        CancelSource cancel;
        cancel.cancel();
        OpenRequest request;
        request.paths = {folder.write("a.json", shopLines(2))};
        request.cancel = cancel.token();
        verifyCancelled(folder.open(std::move(request)), folder);
    }

    void fromTheProgressCallback() {
        const SessionFolder folder;
        CancelSource cancel;
        OpenRequest request;
        request.paths = {folder.write("a.json", shopLines(5000)),
                         folder.write("b.json", shopLines(5000, 9000))};
        request.cancel = cancel.token();
        request.progress = [&](const Progress&) { cancel.cancel(); };
        verifyCancelled(folder.open(std::move(request)), folder);
    }

    void whenAllIsRead() {
        const SessionFolder folder;
        CancelSource cancel;
        OpenRequest request;
        request.paths = {folder.write("a.json", shopLines(2000))};
        request.cancel = cancel.token();
        request.progress = [&](const Progress& progress) {
            if (progress.bytesDone == progress.bytesTotal) cancel.cancel();
        };
        verifyCancelled(folder.open(std::move(request)), folder);
    }

    void whileTheCaptureIsLoadedFromTheCache() {
        const SessionFolder folder;
        const std::string file = folder.write("a.json", shopLines(2000));
        QVERIFY(folder.open({file}).has_value());
        for (int microseconds : {0, 50, 200, 1000, 3000}) {
            CancelSource cancel;
            OpenRequest request;
            request.paths = {file};
            request.cancel = cancel.token();
            std::thread canceller([&] {
                std::this_thread::sleep_for(std::chrono::microseconds(microseconds));
                cancel.cancel();
            });
            const auto outcome = folder.open(std::move(request));
            canceller.join();
            if (outcome)
                QVERIFY(outcome->capture->fromCache());
            else
                QCOMPARE(outcome.error().code, ErrorCode::Cancelled);
        }
        QVERIFY(folder.open({file})->capture->fromCache()); // what was there is there
    }

    void case25_fromAnotherThreadAtAnyMoment() {
        using Clock = std::chrono::steady_clock;
        const SessionFolder folder;
        fs::create_directory(folder.path("tmp"));
        const EnvironmentVariable variable("TMPDIR", folder.path("tmp"));
        const std::vector<std::string> files{folder.write("a.json", shopLines(1500)),
                                             folder.write("b.txt", "Dear diary"),
                                             folder.write("c.json", shopLines(1500, 5000))};
        const auto begin = Clock::now();
        QVERIFY(folder.open(files).has_value());
        const auto whole = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begin);
        std::mt19937 random(7);
        std::uniform_int_distribution<std::int64_t> moment(0, whole.count());
        int cancelled = 0;
        for (int round = 0; round < 60; ++round) {
            fs::remove_all(folder.cache());
            CancelSource cancel;
            OpenRequest request;
            request.paths = files;
            request.cancel = cancel.token();
            const auto wait = std::chrono::microseconds(moment(random));
            std::thread canceller([&cancel, wait] {
                std::this_thread::sleep_for(wait);
                cancel.cancel();
            });
            const auto outcome = folder.open(std::move(request));
            canceller.join();
            if (outcome) { // it was ready first: then all of it is there
                QCOMPARE(outcome->capture->figures().traces, std::uint64_t{3000});
                QCOMPARE(folder.cachedFiles().size(), std::size_t{1});
                continue;
            }
            ++cancelled;
            verifyCancelled(outcome, folder);
            QVERIFY(fs::is_empty(folder.path("tmp")));
        }
        QVERIFY(cancelled > 0);
    }

private:
    static void verifyCancelled(const Result<OpenOutcome>& outcome, const SessionFolder& folder) {
        QVERIFY(!outcome.has_value());
        QCOMPARE(outcome.error().code, ErrorCode::Cancelled);
        QVERIFY(folder.cachedFiles().empty());
    }
};

QTEST_APPLESS_MAIN(TestImportCancel)
#include "tst_ImportCancel.moc"
