#include "analysis/Operations.h"

#include "support/CallTableBuilder.h"
#include "support/SpanTableBuilder.h"

#include <QTest>

using namespace hallway;
using namespace hallway::test;

namespace {

/// Five calls of web to cart: three read, two write; one of each failed; the last has no end on either side.
struct Calls {
    StringPool strings;
    SpanTable spans = spansOf(
        {{.id = 1, .start = 0, .end = 100, .kind = SpanKind::Client, .name = "GET"},
         {.id = 2,
          .parent = 1,
          .start = 10,
          .end = 90,
          .kind = SpanKind::Server,
          .node = 1,
          .name = "write",
          .flags = SpanFlag::Entry},
         {.id = 3, .start = 200, .end = 210, .kind = SpanKind::Client, .name = "GET"},
         {.id = 4,
          .parent = 3,
          .start = 201,
          .end = 209,
          .kind = SpanKind::Server,
          .node = 1,
          .name = "read",
          .flags = SpanFlag::Entry},
         {.id = 5, .start = 300, .end = 330, .kind = SpanKind::Client, .name = "read"}, // the callee left no
                                                                                        // span
         {.id = 6, .start = 400, .end = 420, .kind = SpanKind::Client, .name = "GET"},
         {.id = 7,
          .parent = 6,
          .start = 401,
          .end = 409,
          .kind = SpanKind::Server,
          .node = 1,
          .name = "write",
          .flags = SpanFlag::Entry},
         {.id = 8, .start = 500, .kind = SpanKind::Client, .name = "read", .flags = SpanFlag::Unfinished}},
        strings);
    EdgeId edge;
    CallTable calls;

    Calls() {
        spans.flags[rowOf(2, spans).index()].set(SpanFlag::Failed);
        CallTableBuilder builder(spans);
        const NodeId web = builder.node(NodeKind::Service, "web");
        edge = builder.edge(web, builder.node(NodeKind::Service, "cart"));
        calls = builder.call({edge, 1, 2, {CallFlag::Failed}})
                    .call({edge, 3, 4})
                    .call({edge, 5, 0, {CallFlag::Failed}})
                    .call({edge, 6, 7})
                    .call({edge, 8})
                    .build();
    }

    [[nodiscard]] OperationFigures figures(std::string_view name, std::uint64_t count, std::uint64_t failed,
                                           std::vector<Duration> latencies) const {
        return {strings.find(name), count, failed, distributionOf(latencies)};
    }
    [[nodiscard]] std::vector<std::uint32_t> worst(std::size_t limit, const TimeRange& range = {}) const {
        std::vector<std::uint32_t> rows;
        for (const CallRow call : worstCalls(edge, calls, spans, range, limit))
            rows.push_back(call.value());
        return rows;
    }
};

} // namespace

class tst_Operations : public QObject {
    Q_OBJECT

private slots:
    void callsAreGroupedByTheNameOfTheCallee();
    void equallyFrequentOperationsAreSortedByName();
    void onlyCallsInRangeCount();
    void entriesAreGroupedByName();
    void aVirtualNodeHasNoEntries();
    void worstCallsAreFailedThenSlow();
    void worstCallsKeepToRangeAndLimit();
};

void tst_Operations::callsAreGroupedByTheNameOfTheCallee() {
    const Calls held;
    QVERIFY(operationsOf(held.edge, held.calls, held.spans, held.strings, TimeRange{}) ==
            (std::vector{held.figures("read", 3, 1, {Duration(10), Duration(30)}),
                         held.figures("write", 2, 1, {Duration(100), Duration(20)})}));
}

void tst_Operations::equallyFrequentOperationsAreSortedByName() {
    const Calls held;
    QVERIFY(operationsOf(held.edge, held.calls, held.spans, held.strings, TimeRange{at(0), at(300)}) ==
            (std::vector{held.figures("read", 1, 0, {Duration(10)}),
                         held.figures("write", 1, 1, {Duration(100)})}));
}

void tst_Operations::onlyCallsInRangeCount() {
    const Calls held;
    QVERIFY(operationsOf(held.edge, held.calls, held.spans, held.strings, TimeRange{at(500), at(501)}) ==
            (std::vector{held.figures("read", 1, 0, {})}));
    QVERIFY(
        operationsOf(held.edge, held.calls, held.spans, held.strings, TimeRange{at(900), at(901)}).empty());
}

void tst_Operations::entriesAreGroupedByName() {
    const Calls held;
    QVERIFY(operationsOf(NodeId(1u), held.spans, held.strings, TimeRange{}) ==
            (std::vector{held.figures("write", 2, 1, {Duration(80), Duration(8)}),
                         held.figures("read", 1, 0, {Duration(8)})}));
}

void tst_Operations::aVirtualNodeHasNoEntries() {
    const Calls held;
    QVERIFY(operationsOf(NodeId(7u), held.spans, held.strings, TimeRange{}).empty());
}

void tst_Operations::worstCallsAreFailedThenSlow() {
    const Calls held;
    QCOMPARE(held.worst(10), (std::vector<std::uint32_t>{0, 2, 3, 1, 4}));
}

void tst_Operations::worstCallsKeepToRangeAndLimit() {
    const Calls held;
    QCOMPARE(held.worst(2), (std::vector<std::uint32_t>{0, 2}));
    QCOMPARE(held.worst(0), (std::vector<std::uint32_t>{}));
    QCOMPARE(held.worst(10, TimeRange{at(200), at(401)}), (std::vector<std::uint32_t>{2, 3, 1}));
}

QTEST_APPLESS_MAIN(tst_Operations)
#include "tst_Operations.moc"
