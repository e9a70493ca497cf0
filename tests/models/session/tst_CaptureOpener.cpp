#include "SessionFolder.h"
#include "store/CaptureFormat.h"

#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <thread>

using namespace hallway;
using namespace hallway::test;
namespace fs = std::filesystem;

namespace {

/// Standard input gives `text` while it lives.
class StandardInput {
public:
    explicit StandardInput(std::string text) : m_before(::dup(STDIN_FILENO)) {
        int ends[2] = {-1, -1};
        if (::pipe(ends) != 0) std::abort();
        ::dup2(ends[0], STDIN_FILENO);
        ::close(ends[0]);
        m_writer = std::thread([end = ends[1], bytes = std::move(text)] {
            std::size_t done = 0;
            while (done < bytes.size()) {
                const ::ssize_t got = ::write(end, bytes.data() + done, bytes.size() - done);
                if (got <= 0) break;
                done += static_cast<std::size_t>(got);
            }
            ::close(end);
        });
    }
    StandardInput(const StandardInput&) = delete;
    StandardInput& operator=(const StandardInput&) = delete;
    ~StandardInput() {
        m_writer.join();
        ::dup2(m_before, STDIN_FILENO);
        ::close(m_before);
    }

private:
    int m_before;
    std::thread m_writer;
};

void overwrite(const std::string& path, std::streamoff at, const std::string& bytes) {
    std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(at);
    file << bytes;
}

} // namespace

class TestCaptureOpener : public QObject {
    Q_OBJECT

private slots:
    void namesWhatIsNotThere() {
        const SessionFolder folder;
        const auto outcome = folder.open({folder.path("no.json")});
        QVERIFY(!outcome.has_value());
        QCOMPARE(outcome.error().code, ErrorCode::FileNotFound);
        QVERIFY(!folder.open(std::vector<std::string>()).has_value());
        QVERIFY(folder.cachedFiles().empty());
    }

    void refusesWhatIsNoExport() {
        const SessionFolder folder;
        const auto outcome = folder.open({folder.write("diary.txt", "Dear diary")});
        QVERIFY(!outcome.has_value());
        QCOMPARE(outcome.error().code, ErrorCode::NotRecognised);
        QVERIFY(folder.cachedFiles().empty());
    }

    void opensAnExportWithoutSpans() {
        const SessionFolder folder;
        const auto outcome = folder.open({folder.write("a.json", R"({"resourceSpans":[]})")});
        QVERIFY(outcome.has_value());
        QCOMPARE(outcome->capture->spans().size(), std::size_t{0});
    }

    void showsTheReadableOfSeveralFilesAndNamesTheOthers() {
        const SessionFolder folder;
        folder.write("in/a.json", shopLines(2));
        folder.write("in/notes/b.txt", "Dear diary");
        folder.write("in/c.db", std::string("SQLite format 3\0", 16) + std::string(200, '\0'));
        const auto outcome = folder.open({folder.path("in"), folder.path("missing.json")});
        QVERIFY(outcome.has_value());
        QCOMPARE(outcome->capture->sources().size(), std::size_t{1});
        QCOMPARE(outcome->capture->sources()[0].path, std::string("a.json"));
        std::vector<std::string> named;
        for (const Error& error : outcome->unreadable)
            named.push_back(error.arguments[0]);
        std::sort(named.begin(), named.end());
        QCOMPARE(named, (std::vector<std::string>{folder.path("missing.json"), "c.db", "notes/b.txt"}));
        QVERIFY(folder.cachedFiles().empty()); // the missing file may be there the next time
    }

    void readsStandardInputIntoAPlaceThatGoesWithTheCapture() {
        const SessionFolder folder;
        fs::create_directory(folder.path("tmp"));
        const EnvironmentVariable variable("TMPDIR", folder.path("tmp"));
        const StandardInput input(shopLines(200));
        auto outcome = folder.open({"-"});
        QVERIFY(outcome.has_value());
        QCOMPARE(outcome->capture->spans().size(), std::size_t{600});
        QCOMPARE(outcome->capture->sources()[0].path, std::string("-"));
        QVERIFY(outcome->capture->file().starts_with(folder.path("tmp")));
        QVERIFY(outcome->capture->details(SpanRow(0u)).has_value());
        QVERIFY(folder.cachedFiles().empty());
        outcome->capture.reset();
        QVERIFY(fs::is_empty(folder.path("tmp")));
    }

    void readsAPipeOnce() {
        const SessionFolder folder;
        const std::string pipe = folder.path("pipe");
        QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
        std::thread writer([&] { writeAll(pipe, shopLines(500)); });
        const auto outcome = folder.open({pipe});
        writer.join();
        QVERIFY(outcome.has_value());
        QCOMPARE(outcome->capture->spans().size(), std::size_t{1500});
    }

    void worksWithoutACacheFolder_data() {
        QTest::addColumn<QString>("cache");
        QTest::newRow("none named") << QString();
        QTest::newRow("cannot be made") << QString("/dev/null/cache");
        QTest::newRow("takes no files") << QString("/proc/self");
    }
    void worksWithoutACacheFolder() {
        QFETCH(QString, cache);
        const SessionFolder folder;
        fs::create_directory(folder.path("tmp"));
        const EnvironmentVariable variable("TMPDIR", folder.path("tmp"));
        OpenRequest request;
        request.paths = {folder.write("a.json", shopLines(2))};
        {
            const auto outcome = CaptureOpener(cache.toStdString()).open(request);
            QVERIFY(outcome.has_value());
            QVERIFY(!outcome->capture->fromCache());
            QVERIFY(outcome->capture->details(SpanRow(5u)).has_value());
        }
        QVERIFY(fs::is_empty(folder.path("tmp")));
    }

    void opensAnExportedCaptureReadOnlyAsItWas() {
        const SessionFolder folder;
        const auto outcome = folder.open({folder.write("a.json", shopLines(20))});
        QVERIFY(outcome.has_value());
        const std::string exported = folder.path("x.hallway");
        QVERIFY(CaptureOpener(folder.cache()).exportCapture(*outcome->capture, exported).has_value());
        const std::string bytes = readAll(exported);
        const auto again = SessionFolder().open({exported});
        QVERIFY(again.has_value());
        QVERIFY(again->capture->readOnly());
        QVERIFY(sameContent(*again->capture, *outcome->capture));
        QCOMPARE(again->capture->sources(), outcome->capture->sources());
        QCOMPARE(again->capture->fingerprint(), outcome->capture->fingerprint());
        again->capture->keepLayout(1, {});
        QVERIFY(!again->capture->storedLayout(1).has_value());
        QCOMPARE(readAll(exported), bytes);
    }

    void refusesAnExportedCaptureOfAnotherVersion() {
        const SessionFolder folder;
        const auto outcome = folder.open({folder.write("a.json", shopLines(2))});
        const std::string exported = folder.path("x.hallway");
        QVERIFY(CaptureOpener("").exportCapture(*outcome->capture, exported).has_value());
        overwrite(exported, 63, std::string(1, static_cast<char>(formatVersion + 1)));
        const auto again = folder.open({exported});
        QVERIFY(!again.has_value());
        QCOMPARE(again.error().code, ErrorCode::CacheOtherVersion);
    }

    void namesACaptureAmongOtherFiles() {
        const SessionFolder folder;
        const std::string a = folder.write("a.json", shopLines(2)), exported = folder.path("x.hallway");
        const auto outcome = folder.open({a});
        QVERIFY(CaptureOpener("").exportCapture(*outcome->capture, exported).has_value());
        const auto both = folder.open({a, exported});
        QVERIFY(both.has_value());
        QVERIFY(sameContent(*both->capture, *outcome->capture));
        QCOMPARE(both->unreadable.size(), std::size_t{1});
        QCOMPARE(both->unreadable[0].arguments[0], exported);
        fs::copy_file(exported, folder.path("y.hallway"));
        const auto none = folder.open({exported, folder.path("y.hallway")});
        QVERIFY(!none.has_value());
        QCOMPARE(none.error().code, ErrorCode::UnsupportedFormat);
    }

    void opensTheOnlyCaptureOfAFolder() {
        const SessionFolder folder;
        const auto outcome = folder.open({folder.write("a.json", shopLines(2))});
        fs::create_directory(folder.path("kept"));
        QVERIFY(
            CaptureOpener("").exportCapture(*outcome->capture, folder.path("kept/x.hallway")).has_value());
        const auto again = folder.open({folder.path("kept")});
        QVERIFY(again.has_value() && again->capture->readOnly());
    }

    void givesTheSameToTwoWhoOpenAtOnce() {
        const SessionFolder folder;
        const std::string file = folder.write("a.json", shopLines(500));
        std::vector<std::shared_ptr<const Capture>> captures(4);
        std::vector<std::thread> threads;
        for (auto& capture : captures)
            threads.emplace_back([&] {
                if (auto outcome = folder.open({file})) capture = outcome->capture;
            });
        for (std::thread& thread : threads)
            thread.join();
        for (const auto& capture : captures) {
            QVERIFY(capture != nullptr);
            QVERIFY(sameContent(*capture, *captures.front()));
            QVERIFY(capture->details(SpanRow(1000u)).has_value());
        }
        QCOMPARE(folder.cachedFiles().size(), std::size_t{1});
    }
};

QTEST_APPLESS_MAIN(TestCaptureOpener)
#include "tst_CaptureOpener.moc"
