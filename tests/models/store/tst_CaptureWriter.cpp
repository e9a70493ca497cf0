#include "CaptureText.h"
#include "SampleCapture.h"
#include "store/CaptureReader.h"
#include "store/CaptureWriter.h"
#include "store/Database.h"

#include <QTest>

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <filesystem>
#include <limits>

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

std::int64_t numberOf(const std::string& path, const std::string& sql) {
    const auto database = Database::open(path, Database::Access::Read);
    auto statement = database->prepare(sql);
    return statement && statement->step().value_or(false) ? statement->integer(0) : -1;
}

} // namespace

class TestCaptureWriter : public QObject {
    Q_OBJECT

private slots:
    void leavesNothingBehindUnlessFinished() {
        const ScratchFolder folder;
        const SampleCapture sample;
        {
            auto writer = CaptureWriter::create(folder.file("a"));
            QVERIFY(writer.has_value());
            QVERIFY(writer->addBatch(sample.batch, StoreRow(0u), SourceId(0u)).has_value());
            QVERIFY(std::filesystem::exists(folder.file("a")));
        }
        QVERIFY(std::filesystem::is_empty(folder.path()));
    }

    void makesAFileOfItsOwnerAlone() {
        const ScratchFolder folder;
        QVERIFY(SampleCapture().writeTo(folder.file("a")).has_value());
        struct stat info {};
        QCOMPARE(::stat(folder.file("a").c_str(), &info), 0);
        QCOMPARE(info.st_mode & 0777u, 0600u);
    }

    void replacesALinkInsteadOfFollowingIt() {
        const ScratchFolder folder;
        writeAll(folder.file("precious"), "mine");
        std::filesystem::create_symlink(folder.file("precious"), folder.file("a"));
        QVERIFY(SampleCapture().writeTo(folder.file("a")).has_value());
        QCOMPARE(readAll(folder.file("precious")), std::string("mine"));
        QVERIFY(!std::filesystem::is_symlink(folder.file("a")));
    }

    void saysWhenTheFolderCannotBeWritten() {
        const auto writer = CaptureWriter::create("/proc/no/such/folder/a");
        QVERIFY(!writer.has_value());
        QCOMPARE(writer.error().code, ErrorCode::CacheUnwritable);
        QCOMPARE(writer.error().arguments,
                 (std::vector<std::string>{"/proc/no/such/folder", "No such file or directory"}));
    }

    void saysWhenTheDiskIsFull_data() {
        QTest::addColumn<qulonglong>("bytes");
        for (const qulonglong bytes : {0ull, 4096ull, 30'000ull, 200'000ull, 700'000ull, 1'500'000ull})
            QTest::addRow("%llu", bytes) << bytes;
    }
    void saysWhenTheDiskIsFull() {
        QFETCH(qulonglong, bytes);
        const ScratchFolder folder;
        const SampleCapture sample(20'000);
        writeAll(folder.file("precious"), "mine");
        Status written;
        {
            const FileSizeLimit limit(bytes);
            written = sample.writeTo(folder.file("a"));
        }
        QVERIFY(!written.has_value());
        QCOMPARE(written.error().code, ErrorCode::DiskFull);
        QCOMPARE(written.error().arguments.front(), folder.path());
        QVERIFY(std::stoull(written.error().arguments.back()) > 0);
        QVERIFY(!std::filesystem::exists(folder.file("a")));
        QCOMPARE(readAll(folder.file("precious")), std::string("mine"));
    }

    void losesNothingWhenTheDiskIsFullWhileKeepingABlob() {
        const ScratchFolder folder;
        const SampleCapture sample;
        QVERIFY(sample.writeTo(folder.file("a")).has_value());
        const std::string before = textOfCapture(folder.file("a"), "graph").value();
        const auto reader = CaptureReader::open(folder.file("a"));
        Status kept;
        {
            const FileSizeLimit limit(std::filesystem::file_size(folder.file("a")));
            kept = (*reader)->putBlob("layout", std::string(200'000, 'x'));
        }
        QVERIFY(!kept.has_value());
        QCOMPARE(kept.error().code, ErrorCode::DiskFull);
        QCOMPARE(textOfCapture(folder.file("a"), "graph").value(), before);
        QVERIFY(!(*reader)->blob("layout")->has_value());
    }

    void endsWhenCancelled() {
        const ScratchFolder folder;
        const SampleCapture sample;
        CancelSource cancel;
        {
            auto writer = CaptureWriter::create(folder.file("a"), cancel.token());
            QVERIFY(writer->addBatch(sample.batch, StoreRow(0u), SourceId(0u)).has_value());
            cancel.cancel();
            QCOMPARE(writer->addBatch(sample.batch, StoreRow(12u), SourceId(0u)).error().code,
                     ErrorCode::Cancelled);
            QCOMPARE(sample.finish(*writer).error().code, ErrorCode::Cancelled);
        }
        QVERIFY(std::filesystem::is_empty(folder.path()));
    }

    void takesDuplicatesOut() {
        const ScratchFolder folder;
        SampleCapture sample;
        sample.duplicates = {StoreRow(13u), StoreRow(20u)};
        auto writer = CaptureWriter::create(folder.file("a"));
        QVERIFY(writer->addBatch(sample.batch, StoreRow(0u), SourceId(0u)).has_value());
        QVERIFY(writer->addBatch(sample.batch, StoreRow(12u), SourceId(1u)).has_value());
        QVERIFY(sample.finish(*writer).has_value());
        QCOMPARE(numberOf(folder.file("a"), "SELECT count(*) FROM spans"), 22);
        QCOMPARE(numberOf(folder.file("a"), "SELECT count(*) FROM spans WHERE source = 'b.json'"), 10);
    }

    void multipliesTheTimesOfAFile() {
        const ScratchFolder folder;
        const SampleCapture sample(1);
        SpanBatch milliseconds = sample.batch;
        for (SpanRecord& span : milliseconds.spans) {
            span.start = timestampOf(7);
            span.end = timestampOf(9);
        }
        auto writer = CaptureWriter::create(folder.file("a"));
        QVERIFY(writer->addBatch(sample.batch, StoreRow(0u), SourceId(0u)).has_value());
        QVERIFY(writer->addBatch(milliseconds, StoreRow(3u), SourceId(1u)).has_value());
        writer->rescale(StoreRow(3u), StoreRow(6u), 1'000'000);
        QVERIFY(sample.finish(*writer).has_value());
        const std::string path = folder.file("a");
        QCOMPARE(numberOf(path, "SELECT start_ns FROM spans WHERE span = 0"), SampleCapture::origin);
        QCOMPARE(numberOf(path, "SELECT start_ns FROM spans WHERE span = 3"), 7'000'000);
        QCOMPARE(numberOf(path, "SELECT duration_ns FROM spans WHERE span = 5"), 2'000'000);

        const auto reader = CaptureReader::open(path);
        const auto untouched = (*reader)->details(StoreRow(2u), *sample.strings);
        QCOMPARE(nanosecondsOf(untouched->events[0].time), SampleCapture::origin + 21'000'000);
        const auto rescaled = (*reader)->details(StoreRow(5u), *sample.strings);
        QVERIFY(rescaled.has_value());
        // A time too large for nanoseconds stays at the greatest there is.
        QCOMPARE(nanosecondsOf(rescaled->events[0].time), std::numeric_limits<std::int64_t>::max());
        QCOMPARE(rescaled->events[0].attributes[0].text, std::string("TimeoutError"));
    }

    void keepsTextsThatCameAfterTheLastBatch() {
        const ScratchFolder folder;
        const SampleCapture sample;
        auto writer = CaptureWriter::create(folder.file("a"));
        QVERIFY(writer->addBatch(sample.batch, StoreRow(0u), SourceId(0u)).has_value());
        const StringId late = sample.strings->intern("interned later");
        QVERIFY(sample.finish(*writer).has_value());
        const auto capture = CaptureReader::open(folder.file("a")).value()->load();
        QVERIFY(capture->strings->text(late) == "interned later");
    }
};

QTEST_APPLESS_MAIN(TestCaptureWriter)
#include "tst_CaptureWriter.moc"
