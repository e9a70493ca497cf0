#include "analysis/TraceList.h"

#include "support/SpanTableBuilder.h"

#include <QTest>

using namespace hallway;
using namespace hallway::test;

class tst_Overview : public QObject {
    Q_OBJECT

private slots:
    void requestsAreCountedWhereTheyStart();
    void binsCoverTheCapture();
    void whatNobodyCountsAsRequestIsLeftOut();
    void aCaptureWithoutTimesHasNoBins();
    void aMomentHasOneBin();
};

void tst_Overview::requestsAreCountedWhereTheyStart() {
    SpanFlags failed(SpanFlag::Entry);
    failed.set(SpanFlag::Failed);
    const SpanTable spans = spansOf(
        {{.id = 1, .start = 0, .end = 10, .flags = SpanFlag::Entry},
         {.id = 2, .start = 49, .end = 60, .flags = failed},
         {.id = 3, .parent = 99, .start = 50, .end = 99, .flags = failed}}); // its caller is not in the file
    const Overview overview = overviewOf(spans, 2);
    QCOMPARE(overview.requests, (std::vector<std::uint32_t>{2, 1}));
    QCOMPARE(overview.failed, (std::vector<std::uint32_t>{1, 1}));
}

void tst_Overview::binsCoverTheCapture() {
    const SpanTable spans = spansOf({{.id = 1, .start = 100, .end = 110, .flags = SpanFlag::Entry},
                                     {.id = 2, .parent = 1, .start = 105, .end = 139}});
    const Overview overview = overviewOf(spans, 4);
    QVERIFY(overview.range == (TimeRange{at(100), at(140)}));
    QVERIFY(overview.bin(0) == (TimeRange{at(100), at(110)}));
    QVERIFY(overview.bin(3) == (TimeRange{at(130), at(140)}));
}

void tst_Overview::whatNobodyCountsAsRequestIsLeftOut() {
    const SpanTable spans = spansOf({{.id = 1, .start = 0, .end = 10, .flags = SpanFlag::Entry},
                                     {.id = 2,
                                      .parent = 1,
                                      .start = 1,
                                      .end = 9,
                                      .kind = SpanKind::Server,
                                      .flags = SpanFlag::Entry}, // a call inside
                                     {.id = 3, .parent = 1, .start = 1, .end = 9},
                                     {.id = 4, .start = noTime, .flags = SpanFlag::Entry}});
    QCOMPARE(overviewOf(spans, 1).requests, (std::vector<std::uint32_t>{1}));
}

void tst_Overview::aCaptureWithoutTimesHasNoBins() {
    QVERIFY(overviewOf(SpanTable{}, 100).requests.empty());
    QVERIFY(overviewOf(spansOf({{.id = 1, .start = noTime}}), 100).failed.empty());
}

void tst_Overview::aMomentHasOneBin() {
    const SpanTable spans = spansOf({{.id = 1, .start = 5, .end = 5, .flags = SpanFlag::Entry}});
    QCOMPARE(overviewOf(spans, 100).requests, (std::vector<std::uint32_t>{1}));
}

QTEST_APPLESS_MAIN(tst_Overview)
#include "tst_Overview.moc"
