#include "analysis/Heatmap.h"

#include "support/CallTableBuilder.h"
#include "support/SpanTableBuilder.h"

#include <QTest>

using namespace hallway;
using namespace hallway::test;

namespace {

/// web calls cart (rows 2 → 3, 4 → 5, 6 without an answer), cart reads its database (7).
struct Shop {
    SpanFlags failedEntry = [] {
        SpanFlags flags(SpanFlag::Entry);
        flags.set(SpanFlag::Failed);
        return flags;
    }();
    SpanTable spans = spansOf(
        {{.id = 1, .start = 0, .end = 500, .kind = SpanKind::Server, .node = 0, .flags = SpanFlag::Entry},
         {.id = 2, .parent = 1, .start = 100, .end = 200, .kind = SpanKind::Client, .node = 0},
         {.id = 3,
          .parent = 2,
          .start = 110,
          .end = 190,
          .kind = SpanKind::Server,
          .node = 1,
          .flags = SpanFlag::Entry},
         {.id = 4,
          .parent = 1,
          .start = 10,
          .kind = SpanKind::Client,
          .node = 0,
          .flags = SpanFlag::Unfinished},
         {.id = 5,
          .parent = 4,
          .start = 20,
          .end = 50,
          .kind = SpanKind::Server,
          .node = 1,
          .flags = failedEntry},
         {.id = 6,
          .parent = 1,
          .start = 300,
          .kind = SpanKind::Client,
          .node = 0,
          .flags = SpanFlag::Unfinished},
         {.id = 7, .parent = 3, .start = 120, .end = 130, .kind = SpanKind::Client, .node = 1},
         {.id = 8, .start = 400, .end = 450, .node = 1, .flags = SpanFlag::Entry}, // a job: nobody called
         {.id = 9, .start = 600, .node = 1, .flags = failedEntry}});
    NodeId web, cart, database;
    EdgeId toCart, toDatabase;
    CallTable calls;

    Shop() {
        spans.flags[rowOf(9, spans).index()].set(SpanFlag::Unfinished);
        CallTableBuilder builder(spans);
        web = builder.node(NodeKind::Service, "web");
        cart = builder.node(NodeKind::Service, "cart");
        database = builder.node(NodeKind::Database, "carts");
        toCart = builder.edge(web, cart);
        toDatabase = builder.edge(cart, database, CallClass::Database);
        calls = builder.call({toCart, 2, 3})
                    .call({toCart, 4, 5, {CallFlag::Failed}})
                    .call({toCart, 6})
                    .call({toDatabase, 7})
                    .build();
    }

    [[nodiscard]] LatencySample expected(std::uint32_t call, std::int64_t time, std::int64_t latency,
                                         bool failed, std::uint64_t span) const {
        return {CallRow(call), at(time), Duration(latency), failed, rowOf(span, spans)};
    }
};

} // namespace

class tst_LatencySamples : public QObject {
    Q_OBJECT

private slots:
    void anEdgeGivesItsCallsInOrderOfTime();
    void onlyCallsInRangeAreGiven();
    void aServiceGivesItsEntries();
    void entriesOutOfRangeAreLeftOut();
    void anEntryServingSeveralCallsNamesTheFirst();
    void aDatabaseGivesTheCallsIntoIt();
};

void tst_LatencySamples::anEdgeGivesItsCallsInOrderOfTime() {
    const Shop shop;
    const EdgeSamples result = samplesOf(shop.toCart, shop.calls, shop.spans, TimeRange{});
    // The client of the first has no end, so its server's duration counts.
    QVERIFY(result.samples ==
            (std::vector{shop.expected(0, 10, 30, true, 5), shop.expected(1, 100, 100, false, 3)}));
    QCOMPARE(result.withoutLatency, std::uint64_t(1));
}

void tst_LatencySamples::onlyCallsInRangeAreGiven() {
    const Shop shop;
    const EdgeSamples result = samplesOf(shop.toCart, shop.calls, shop.spans, TimeRange{at(10), at(100)});
    QVERIFY(result.samples == (std::vector{shop.expected(0, 10, 30, true, 5)}));
    QCOMPARE(result.withoutLatency, std::uint64_t(0));
}

void tst_LatencySamples::aServiceGivesItsEntries() {
    const Shop shop;
    const EdgeSamples result = samplesOfCallsInto(shop.cart, shop.calls, shop.spans, TimeRange{});
    LatencySample job = shop.expected(0, 400, 50, false, 8);
    job.call = CallRow();
    QVERIFY(result.samples ==
            (std::vector{shop.expected(0, 20, 30, true, 5), shop.expected(1, 110, 80, false, 3), job}));
    QCOMPARE(result.withoutLatency, std::uint64_t(1));
}

void tst_LatencySamples::entriesOutOfRangeAreLeftOut() {
    const Shop shop;
    const EdgeSamples result =
        samplesOfCallsInto(shop.cart, shop.calls, shop.spans, TimeRange{at(21), at(400)});
    QVERIFY(result.samples == (std::vector{shop.expected(1, 110, 80, false, 3)}));
}

void tst_LatencySamples::anEntryServingSeveralCallsNamesTheFirst() {
    const SpanTable spans = spansOf(
        {{.id = 1, .start = 30, .end = 40, .kind = SpanKind::Producer, .node = 0},
         {.id = 2, .start = 10, .end = 20, .kind = SpanKind::Producer, .node = 1},
         {.id = 3, .start = 50, .end = 90, .kind = SpanKind::Consumer, .node = 2, .flags = SpanFlag::Entry}});
    CallTableBuilder builder(spans);
    const NodeId one = builder.node(NodeKind::Service, "one");
    const NodeId two = builder.node(NodeKind::Service, "two");
    const NodeId reader = builder.node(NodeKind::Service, "reader");
    const EdgeId fromOne = builder.edge(one, reader, CallClass::Messaging);
    const EdgeId fromTwo = builder.edge(two, reader, CallClass::Messaging);
    const CallTable calls = builder.call({fromOne, 1, 3}).call({fromTwo, 2, 3}).build();
    const EdgeSamples result = samplesOfCallsInto(reader, calls, spans, TimeRange{});
    QCOMPARE(result.samples.size(), std::size_t(1));
    QCOMPARE(result.samples[0].call, CallRow(1u)); // sent at 10
}

void tst_LatencySamples::aDatabaseGivesTheCallsIntoIt() {
    const Shop shop;
    const EdgeSamples result = samplesOfCallsInto(shop.database, shop.calls, shop.spans, TimeRange{});
    QVERIFY(result.samples == (std::vector{shop.expected(3, 120, 10, false, 7)}));
}

QTEST_APPLESS_MAIN(tst_LatencySamples)
#include "tst_LatencySamples.moc"
