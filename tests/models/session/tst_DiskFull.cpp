#include "SessionFolder.h"

#include <QTest>

#include <sys/resource.h>

#include <csignal>

using namespace hallway;
using namespace hallway::test;

namespace {

/// No file may grow beyond `bytes` while this lives: what a full disk does to a writer.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes) {
        ::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limited = m_before;
        limited.rlim_cur = bytes;
        ::setrlimit(RLIMIT_FSIZE, &limited);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;
    ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before{};
};

} // namespace

class TestDiskFull : public QObject {
    Q_OBJECT

private slots:
    void isSaidAndLosesNothingThatWasThere() {
        const SessionFolder folder;
        const std::string before = folder.write("before.json", shopLines(20)),
                          large = folder.write("large.json", shopLines(20'000));
        const auto first = folder.open({before});
        QVERIFY(first.has_value());
        const std::string cached = folder.cachedFiles().front(), bytes = readAll(cached);
        for (const rlim_t room : {rlim_t{8192}, rlim_t{300'000}, rlim_t{2'000'000}}) {
            const FileSizeLimit limit(room);
            const auto outcome = folder.open({large});
            QVERIFY(!outcome.has_value());
            QCOMPARE(outcome.error().code, ErrorCode::DiskFull);
            QCOMPARE(folder.cachedFiles(), std::vector<std::string>{cached});
        }
        QCOMPARE(readAll(cached), bytes);
        QVERIFY(folder.open({before})->capture->fromCache());
        QVERIFY(folder.open({large}).has_value());
    }

    void leavesTheFormerCaptureOfAChangedFile() {
        const SessionFolder folder;
        const std::string file = folder.write("a.json", shopLines(20));
        const auto first = folder.open({file});
        folder.write("a.json", shopLines(5000));
        {
            const FileSizeLimit limit(300'000);
            QVERIFY(!folder.open({file}).has_value());
        }
        QVERIFY(first->capture->details(SpanRow(5u)).has_value());
        QCOMPARE(folder.cachedFiles().size(), std::size_t{1});
    }

    void endsAnExportAndKeepsWhatLayThere() {
        const SessionFolder folder;
        const auto outcome = folder.open({folder.write("a.json", shopLines(3000))});
        QVERIFY(outcome.has_value());
        const std::string target = folder.write("x.hallway", "former");
        const FileSizeLimit limit(100'000);
        const Status done = CaptureOpener(folder.cache()).exportCapture(*outcome->capture, target);
        QVERIFY(!done.has_value());
        QCOMPARE(done.error().code, ErrorCode::DiskFull);
        QCOMPARE(readAll(target), std::string("former"));
    }
};

QTEST_APPLESS_MAIN(TestDiskFull)
#include "tst_DiskFull.moc"
