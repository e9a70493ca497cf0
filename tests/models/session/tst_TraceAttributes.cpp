#include "session/TraceAttributes.h"

#include "SessionFolder.h"
#include "support/LinkedTraces.h"

#include <QTest>

using namespace hallway;
using namespace hallway::test;

namespace {

struct Opened {
    SessionFolder folder;
    std::shared_ptr<const Capture> capture = folder.open({folder.write("a.json", linkedTraces())})->capture;
    TraceRow orders = *capture->findTrace(std::string(32, 'a'));

    [[nodiscard]] std::string namesOf(const std::vector<SpanRow>& rows) const {
        std::string names;
        for (const SpanRow row : rows)
            names += std::string(names.empty() ? "" : " ") +
                     std::string(capture->strings().text(capture->spans().name[row.index()]));
        return names;
    }
    [[nodiscard]] std::string holding(std::string_view text) const {
        return namesOf(*spansHolding(orders, text, *capture));
    }
};

} // namespace

class tst_TraceAttributes : public QObject {
    Q_OBJECT

private slots:
    void keysAreOfThisTraceWithTheirUse() {
        const Opened opened;
        const auto keys = keysOfTrace(opened.orders, *opened.capture);
        QVERIFY(keys.has_value());
        const std::vector<TraceKey> expected{{"resource.host.name", 3, 2},
                                             {"resource.service.name", 3, 2},
                                             {"span.http.route", 1, 1},
                                             {"span.order.size", 2, 1}};
        QVERIFY(*keys == expected);
    }

    void valuesAreGroupedTheMostFrequentFirst() {
        const Opened opened;
        const auto hosts = valuesInTrace(opened.orders, "resource.host.name", *opened.capture);
        QCOMPARE(hosts->values.size(), std::size_t(2));
        QCOMPARE(hosts->values[0].value.text, std::string("host-b"));
        QCOMPARE(hosts->values[0].spans, 2u);
        QCOMPARE(hosts->valueOf, (std::vector<std::uint32_t>{1, 0, 0}));
        const auto sizes = valuesInTrace(opened.orders, "span.order.size", *opened.capture);
        QCOMPARE(sizes->values.size(), std::size_t(1));
        QVERIFY(sizes->values[0].value.type == ValueType::Int);
        QCOMPARE(sizes->valueOf, (std::vector<std::uint32_t>{TraceValues::absent, 0, 0}));
        QVERIFY(valuesInTrace(opened.orders, "span.nothing", *opened.capture)->values.empty());
    }

    void aTextIsFoundInKeysValuesEventsAndIds() {
        const Opened opened;
        QCOMPARE(opened.holding("ORDER.size"), std::string("Place publish"));
        QCOMPARE(opened.holding("/orders"), std::string("POST /orders"));
        QCOMPARE(opened.holding("host-B"), std::string("Place publish"));
        QCOMPARE(opened.holding("stock check"), std::string("Place"));
        QCOMPARE(opened.holding("north"), std::string("Place"));
        QCOMPARE(opened.holding("33333333"), std::string("publish"));
        QCOMPARE(opened.holding("/other"), std::string()); // of the other trace
        QCOMPARE(opened.holding(""), std::string());
    }

    void readingIsCancelled() {
        const Opened opened;
        CancelSource source;
        source.cancel();
        QVERIFY(!keysOfTrace(opened.orders, *opened.capture, source.token()).has_value());
        QVERIFY(!valuesInTrace(opened.orders, "span.a", *opened.capture, source.token()).has_value());
        QVERIFY(!spansHolding(opened.orders, "a", *opened.capture, source.token()).has_value());
    }
};

QTEST_APPLESS_MAIN(tst_TraceAttributes)
#include "tst_TraceAttributes.moc"
