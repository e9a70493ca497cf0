#include "SampleCapture.h"
#include "session/WriterThread.h"
#include "store/CaptureReader.h"

#include <QTest>

#include <filesystem>

using namespace hallway;
using namespace hallway::test;

class TestWriterThread : public QObject {
    Q_OBJECT

private slots:
    void writesAllBatchesBeforeItHandsTheWriterBack() {
        const ScratchFolder folder;
        const SampleCapture sample(50);
        auto writer = CaptureWriter::create(folder.file("a"));
        QVERIFY(writer.has_value());
        WriterThread thread(std::move(*writer));
        thread.push(sample.batch, StoreRow(0u), SourceId(0u));
        auto back = thread.join();
        QVERIFY(back.has_value());
        QVERIFY(back->finish(sample.finished()).has_value());
        const auto reader = CaptureReader::open(folder.file("a"));
        QVERIFY(reader.has_value());
        QVERIFY((*reader)->details(StoreRow(149u), *sample.strings).has_value());
    }

    void takesMoreThanItsQueueHolds() {
        const ScratchFolder folder;
        const SampleCapture sample(100);
        auto writer = CaptureWriter::create(folder.file("a"));
        QVERIFY(writer.has_value());
        WriterThread thread(std::move(*writer));
        for (std::uint32_t i = 0; i < 40; ++i)
            thread.push(sample.batch, StoreRow(i * 300), SourceId(0u));
        QVERIFY(thread.join().has_value());
    }

    void leavesNothingWhenItIsDropped() {
        const ScratchFolder folder;
        const SampleCapture sample(100);
        {
            auto writer = CaptureWriter::create(folder.file("a"));
            QVERIFY(writer.has_value());
            WriterThread thread(std::move(*writer));
            for (std::uint32_t i = 0; i < 10; ++i)
                thread.push(sample.batch, StoreRow(i * 300), SourceId(0u));
        }
        QVERIFY(std::filesystem::is_empty(folder.path()));
    }

    void neverBlocksAfterAFailure() {
        const ScratchFolder folder;
        const SampleCapture sample(100);
        CancelSource cancel;
        auto writer = CaptureWriter::create(folder.file("a"), cancel.token());
        QVERIFY(writer.has_value());
        WriterThread thread(std::move(*writer));
        cancel.cancel();
        for (std::uint32_t i = 0; i < 40; ++i)
            thread.push(sample.batch, StoreRow(i * 300), SourceId(0u));
        const auto back = thread.join();
        QVERIFY(thread.failed());
        QVERIFY(!back.has_value());
        QCOMPARE(back.error().code, ErrorCode::Cancelled);
    }

    void endsWhileItsQueueIsFull() {
        // Many short lives: start, fill, drop; a lost wake-up would hang here.
        const ScratchFolder folder;
        const SampleCapture sample(2);
        for (int round = 0; round < 35; ++round) {
            auto writer = CaptureWriter::create(folder.file("a"));
            QVERIFY(writer.has_value());
            WriterThread thread(std::move(*writer));
            for (std::uint32_t i = 0; i < static_cast<std::uint32_t>(round % 7); ++i)
                thread.push(sample.batch, StoreRow(i * 6), SourceId(0u));
        }
        QVERIFY(std::filesystem::is_empty(folder.path()));
    }
};

QTEST_APPLESS_MAIN(TestWriterThread)
#include "tst_WriterThread.moc"
