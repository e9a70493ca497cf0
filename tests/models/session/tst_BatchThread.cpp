#include <QTest>

#include "session/BatchThread.h"

#include <atomic>
#include <vector>

using namespace hallway;

namespace {

std::shared_ptr<const SpanBatch> batchOf(std::size_t spans) {
    SpanBatch batch;
    batch.spans.resize(spans);
    return std::make_shared<const SpanBatch>(std::move(batch));
}

} // namespace

class tst_BatchThread : public QObject {
    Q_OBJECT

private slots:
    void worksOnEveryBatchInOrderOnAnotherThread() {
        std::vector<std::uint32_t> rows;
        std::size_t spans = 0;
        std::thread::id worker;
        BatchThread thread([&](const SpanBatch& batch, StoreRow first, SourceId source) -> Status {
            rows.push_back(first.value() + source.value());
            spans += batch.spans.size();
            worker = std::this_thread::get_id();
            return {};
        });
        for (std::uint32_t i = 0; i < 100; ++i) // more than its queue holds
            thread.push(batchOf(i), StoreRow(i * 10), SourceId(3u));
        QVERIFY(thread.join().has_value());
        QVERIFY(worker != std::this_thread::get_id());
        QCOMPARE(spans, std::size_t{99 * 100 / 2});
        QCOMPARE(rows.size(), std::size_t{100});
        for (std::uint32_t i = 0; i < 100; ++i)
            QCOMPARE(rows[i], i * 10 + 3);
    }

    void neverBlocksAfterAFailureAndReportsTheFirst() {
        int calls = 0;
        BatchThread thread([&calls](const SpanBatch&, StoreRow, SourceId) -> Status {
            ++calls;
            return fail(ErrorCode::DiskFull, {std::to_string(calls)});
        });
        for (std::uint32_t i = 0; i < 100; ++i)
            thread.push(batchOf(1), StoreRow(i), SourceId(0u));
        const Status done = thread.join();
        QVERIFY(thread.failed());
        QVERIFY(!done.has_value());
        QCOMPARE(done.error().code, ErrorCode::DiskFull);
        QCOMPARE(done.error().arguments.front(), std::string("1"));
        QCOMPARE(calls, 1);
    }

    void dropsWhatWaitsWhenItIsDestroyed() {
        // Many short lives: start, fill, drop; a lost wake-up would hang here.
        std::atomic<int> done = 0;
        for (int round = 0; round < 200; ++round) {
            BatchThread thread([&done](const SpanBatch&, StoreRow, SourceId) -> Status {
                ++done;
                return {};
            });
            for (std::uint32_t i = 0; i < static_cast<std::uint32_t>(round % 7); ++i)
                thread.push(batchOf(1), StoreRow(i), SourceId(0u));
        }
        QVERIFY(done <= 200 * 7);
    }
};

QTEST_APPLESS_MAIN(tst_BatchThread)
#include "tst_BatchThread.moc"
