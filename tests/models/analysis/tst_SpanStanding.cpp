#include "analysis/SpanStanding.h"

#include "support/SpanTableBuilder.h"

#include <QTest>

using namespace hallway;
using namespace hallway::test;

namespace {

/// `count` spans of one kind, each in a trace of its own, lasting 1, 2, 3 … ns.
SpanTable alike(std::uint64_t count) {
    SpanTableBuilder builder;
    for (std::uint64_t i = 1; i <= count; ++i)
        builder.add({.id = i, .start = 0, .end = static_cast<std::int64_t>(i), .trace = i});
    return builder.build();
}

TraceRow traceOf(std::uint64_t id, const SpanTable& spans) { return spans.traceOf(rowOf(id, spans)); }

} // namespace

class tst_SpanStanding : public QObject {
    Q_OBJECT

private slots:
    void theShareOfFasterSpansOfItsKind() {
        const SpanTable spans = alike(100);
        const auto slow = standingsOf(traceOf(99, spans), spans);
        QCOMPARE(slow.size(), std::size_t(1));
        QVERIFY(slow[0] == (SpanStanding{98, 100}));
        QCOMPARE(slow[0].percent(), 98u);
        QCOMPARE(standingsOf(traceOf(1, spans), spans)[0].percent(), 0u);
        QCOMPARE(standingsOf(traceOf(100, spans), spans)[0].percent(), 99u); // never slower than itself
    }

    void equallyLongSpansAreNotFaster() {
        SpanTableBuilder builder;
        for (std::uint64_t i = 1; i <= 40; ++i)
            builder.add({.id = i, .start = 0, .end = i <= 10 ? 5 : 7, .trace = i});
        const SpanTable spans = builder.build();
        QVERIFY(standingsOf(traceOf(40, spans), spans)[0] == (SpanStanding{10, 40}));
        QVERIFY(standingsOf(traceOf(3, spans), spans)[0] == (SpanStanding{0, 40}));
    }

    void nothingIsSaidOnFewSamples() {
        const SpanTable few = alike(19);
        QVERIFY(!standingsOf(traceOf(19, few), few)[0].known());
        const SpanTable enough = alike(20);
        QVERIFY(standingsOf(traceOf(20, enough), enough)[0] == (SpanStanding{19, 20}));
    }

    void servicesAndNamesAreKeptApart() {
        SpanTableBuilder builder;
        for (std::uint64_t i = 1; i <= 60; ++i)
            builder.add({.id = i,
                         .start = 0,
                         .end = static_cast<std::int64_t>(i),
                         .node = i % 2 == 0 ? 0u : 1u,
                         .name = i % 3 == 0 ? "read" : "write",
                         .trace = i});
        const SpanTable spans = builder.build();
        // Even and not a multiple of three: 2, 4, 8, 10 … 58: twenty of them, 58 the slowest.
        QVERIFY(standingsOf(traceOf(58, spans), spans)[0] == (SpanStanding{19, 20}));
        QVERIFY(!standingsOf(traceOf(60, spans), spans)[0].known()); // even and a multiple: ten
    }

    void spansWithoutADurationNeitherCountNorStand() {
        SpanTableBuilder builder;
        SpanFlags open;
        open.set(SpanFlag::Unfinished);
        for (std::uint64_t i = 1; i <= 25; ++i)
            builder.add({.id = i, .start = 0, .end = 5, .trace = i, .flags = i <= 5 ? open : SpanFlags{}});
        const SpanTable spans = builder.build();
        QVERIFY(!standingsOf(traceOf(1, spans), spans)[0].known());
        QCOMPARE(standingsOf(traceOf(9, spans), spans)[0].samples, 20u);
    }

    void cancelledMeansUnknown() {
        const SpanTable spans = alike(30);
        CancelSource source;
        source.cancel();
        const auto none = standingsOf(traceOf(30, spans), spans, source.token());
        QCOMPARE(none.size(), std::size_t(1));
        QVERIFY(!none[0].known());
    }
};

QTEST_APPLESS_MAIN(tst_SpanStanding)
#include "tst_SpanStanding.moc"
