#include "trace/SpanTable.h"

#include <QTest>

using namespace hallway;

class TestTraceTable : public QObject {
    Q_OBJECT

private slots:
    void givesBackWhatWasAppended() {
        const TraceId first{1, 2, false}, opaque = TraceId::opaqueText(StringId(7u)),
                                          last{~0ULL, ~0ULL, false};
        TraceTable traces;
        QVERIFY(traces.empty());
        traces.append(first, 3);
        traces.append(opaque, 1);
        traces.append(last, 4'000'000'000);
        QCOMPARE(traces.size(), std::size_t{3});
        QVERIFY((traces[0] == TraceEntry{first, 0, 3}));
        QVERIFY((traces[1] == TraceEntry{opaque, 3, 1}));
        QVERIFY((traces[2] == TraceEntry{last, 4, 4'000'000'000}));
    }

    void findsTheTraceOfASpan() {
        SpanTable spans;
        for (const std::uint32_t count : {3u, 1u, 2u})
            spans.traces.append({}, count);
        std::vector<std::uint32_t> found;
        for (std::uint32_t row = 0; row < 6; ++row)
            found.push_back(spans.traceOf(SpanRow(row)).value());
        QCOMPARE(found, (std::vector<std::uint32_t>{0, 0, 0, 1, 2, 2}));
    }
};

QTEST_APPLESS_MAIN(TestTraceTable)
#include "tst_TraceTable.moc"
