#include <QTest> // first: moc stumbles over <concepts> otherwise

#include "trace/Ids.h"

#include <algorithm>
#include <string>
#include <vector>

using namespace hallway;

class tst_Ids : public QObject {
    Q_OBJECT

private slots:
    void idsPrintAsHexOrTheirText() {
        StringPool strings;
        QCOMPARE(textOf(TraceId{0x5b8efff798038103, 0xd269b633813fc60c}, strings),
                 std::string("5b8efff798038103d269b633813fc60c"));
        QCOMPARE(textOf(TraceId{0, 10}, strings), std::string("0000000000000000000000000000000a"));
        QCOMPARE(textOf(SpanId{0xeee19b7ec3c1b174}, strings), std::string("eee19b7ec3c1b174"));
        QCOMPARE(textOf(TraceId::opaqueText(strings.intern("trace-1")), strings), std::string("trace-1"));
        QCOMPARE(textOf(SpanId::opaqueText(strings.intern("span-b")), strings), std::string("span-b"));
    }

    void zeroMeansNone() {
        StringPool strings;
        QVERIFY(TraceId{}.isZero());
        QVERIFY(SpanId{}.isZero());
        QVERIFY(!(TraceId{0, 1}).isZero());
        QVERIFY(!(SpanId{0, true}).isZero()); // the opaque id that is the pool's first text
    }

    void anOpaqueIdIsNoOther() {
        QVERIFY((TraceId{0, 7, true}) != (TraceId{0, 7, false}));
        QVERIFY((SpanId{7, true}) != (SpanId{7, false}));
        QVERIFY(TraceIdHash()({0, 7, true}) != TraceIdHash()({0, 7, false}));
    }

    void theOrderIsThatOfTheTexts() {
        StringPool strings;
        std::vector<TraceId> ids{{1, 0},
                                 {0, 5},
                                 {0xffffffffffffffff, 1},
                                 TraceId::opaqueText(strings.intern("7")),
                                 TraceId::opaqueText(strings.intern("trace")),
                                 TraceId::opaqueText(strings.intern("00"))};
        std::vector<std::string> texts;
        for (const TraceId id : ids)
            texts.push_back(textOf(id, strings));
        for (std::size_t a = 0; a < ids.size(); ++a)
            for (std::size_t b = 0; b < ids.size(); ++b)
                QVERIFY(compareAsText(ids[a], ids[b], strings) == (texts[a] <=> texts[b]));
        const SpanId plain{0xabc};
        const SpanId opaque = SpanId::opaqueText(strings.intern("0000000000000abd"));
        QVERIFY(compareAsText(plain, opaque, strings) < 0);
        QVERIFY(compareAsText(plain, plain, strings) == 0);
    }
};

QTEST_APPLESS_MAIN(tst_Ids)
#include "tst_Ids.moc"
