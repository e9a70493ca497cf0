#include "analysis/ClockOffsets.h"

#include "support/SpanTableBuilder.h"

#include <QTest>

using namespace hallway;
using namespace hallway::test;

namespace {

constexpr Duration second = std::chrono::seconds(1);

/// A caller on host a over [100, 200], its callee on host b over [start, start + 50]: the child fits when it
/// starts in 100 … 150, else the shift is 125 − start (calls.md 2.5).
void addPair(SpanTableBuilder& builder, std::uint64_t trace, std::int64_t start,
             std::string_view host = "b") {
    builder.add({.id = trace * 10 + 1, .start = 100, .end = 200, .host = "a", .trace = trace});
    builder.add({.id = trace * 10 + 2,
                 .parent = trace * 10 + 1,
                 .start = start,
                 .end = start + 50,
                 .host = host,
                 .trace = trace});
}

} // namespace

class tst_ClockOffsets : public QObject {
    Q_OBJECT

private slots:
    void shiftsAreGatheredByPairsOfHosts() {
        SpanTableBuilder builder;
        addPair(builder, 1, 120);      // fits
        addPair(builder, 2, 25);       // + 100
        addPair(builder, 3, 85);       // + 40
        addPair(builder, 4, 65);       // + 60
        addPair(builder, 5, 110, "c"); // fits
        StringPool strings;
        const SpanTable spans = builder.build(strings);
        const auto offsets = clockOffsetsOf(spans, second);
        QCOMPARE(offsets.size(), std::size_t(2));
        QVERIFY(strings.text(offsets[0].caller) == "a" && strings.text(offsets[0].callee) == "b");
        QCOMPARE(offsets[0].compared, 4u);
        QCOMPARE(offsets[0].shifted, 3u);
        QCOMPARE(offsets[0].overLimit, 0u);
        QCOMPARE(offsets[0].median, Duration(60));
        QCOMPARE(offsets[0].least, Duration(40));
        QCOMPARE(offsets[0].most, Duration(100));
        QVERIFY(strings.text(offsets[1].callee) == "c");
        QCOMPARE(offsets[1].compared, 1u);
        QCOMPARE(offsets[1].shifted, 0u);
    }

    void whatIsOverTheLimitIsCounted() {
        SpanTableBuilder builder;
        addPair(builder, 1, 25); // + 100
        addPair(builder, 2, 85); // + 40
        const SpanTable spans = builder.build();
        QCOMPARE(clockOffsetsOf(spans, Duration(50)).at(0).overLimit, 1u);
        QCOMPARE(clockOffsetsOf(spans, Duration(100)).at(0).overLimit, 0u);
        QCOMPARE(clockOffsetsOf(spans, Duration(0)).at(0).overLimit, 2u);
    }

    void ofOneTraceAlone() {
        SpanTableBuilder builder;
        addPair(builder, 1, 25);
        addPair(builder, 2, 85);
        const SpanTable spans = builder.build();
        const auto offsets = clockOffsetsOf(TraceRow(1u), spans, second);
        QCOMPARE(offsets.size(), std::size_t(1));
        QCOMPARE(offsets[0].compared, 1u);
        QCOMPARE(offsets[0].median, Duration(40));
    }

    void oneHostAndQueuesTellNothing() {
        const SpanTable spans = spansOf(
            {{.id = 1, .start = 100, .end = 200, .host = "a"},
             {.id = 2, .parent = 1, .start = 10, .end = 20, .host = "a"},
             {.id = 3, .parent = 1, .start = 110, .end = 120, .kind = SpanKind::Producer, .host = "a"},
             {.id = 4, .parent = 3, .start = 500, .end = 600, .kind = SpanKind::Consumer, .host = "b"}});
        QVERIFY(clockOffsetsOf(spans, second).empty());
    }

    void cancelledMeansNone() {
        SpanTableBuilder builder;
        addPair(builder, 1, 25);
        CancelSource source;
        source.cancel();
        QVERIFY(clockOffsetsOf(builder.build(), second, source.token()).empty());
    }
};

QTEST_APPLESS_MAIN(tst_ClockOffsets)
#include "tst_ClockOffsets.moc"
