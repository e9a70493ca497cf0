#include "decode/SpanCollector.h"

#include <QTest>

using namespace hallway;

namespace {
struct CountingSink final : SpanSink {
    void accept(SpanBatch batch) override {
        ++batches;
        for (const SpanRecord& span : batch.spans)
            ids.push_back(span.resource);
    }
    std::size_t batches = 0;
    std::vector<ResourceId> ids;
};

void keepSpans(SpanCollector& collector, int count) {
    for (int i = 0; i < count; ++i) {
        collector.begin();
        collector.keep();
    }
}
} // namespace

class tst_SpanCollector : public QObject {
    Q_OBJECT

private slots:
    void handsOnFullBatches() {
        CountingSink sink;
        SpanCollector collector(sink);
        keepSpans(collector, 10000);
        QVERIFY(sink.batches >= 2);
        QVERIFY(sink.ids.size() < 10000);
        collector.finish();
        QCOMPARE(sink.ids.size(), std::size_t{10000});
        QCOMPARE(collector.count(), std::uint64_t{10000});
    }

    void holdsBackUntilReleased() {
        CountingSink sink;
        SpanCollector collector(sink);
        keepSpans(collector, 5000);
        const std::size_t before = sink.batches;
        const std::uint64_t first = collector.count();
        collector.hold();
        collector.hold();
        keepSpans(collector, 10000);
        collector.release();
        QCOMPARE(sink.batches, before);
        collector.forEachSince(first, [](SpanRecord& span) { span.resource = ResourceId(7u); });
        collector.release();
        collector.finish();
        QCOMPARE(sink.ids.size(), std::size_t{15000});
        for (std::size_t i = 0; i < sink.ids.size(); ++i)
            QCOMPARE(sink.ids[i].valid(), i >= 5000);
    }

    void takesADroppedRecordBack() {
        CountingSink sink;
        SpanCollector collector(sink);
        keepSpans(collector, 1);
        collector.begin();
        collector.batch().bytes += "abc";
        collector.batch().links.push_back({});
        collector.drop();
        QCOMPARE(collector.batch().bytes.size(), std::size_t{0});
        QCOMPARE(collector.batch().links.size(), std::size_t{0});
        QCOMPARE(collector.count(), std::uint64_t{1});
    }
};

QTEST_APPLESS_MAIN(tst_SpanCollector)
#include "tst_SpanCollector.moc"
