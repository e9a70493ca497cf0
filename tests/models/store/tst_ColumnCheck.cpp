#include "SampleCapture.h"
#include "store/ColumnCheck.h"

#include <QTest>

#include <functional>
#include <limits>

using namespace hallway;
using namespace hallway::test;

using Fault = std::function<void(SpanTable&, CallTable&)>;
Q_DECLARE_METATYPE(Fault)

class TestColumnCheck : public QObject {
    Q_OBJECT

private slots:
    void agreesWithSoundTables() {
        for (const std::uint32_t traces : {0u, 1u, 50u}) {
            const SampleCapture sample(traces);
            QVERIFY(!findFault(sample.spans, sample.calls, *sample.strings));
        }
    }

    void findsEachFault_data() {
        QTest::addColumn<Fault>("breakIt");
        const auto row = [](const char* name, Fault fault) { QTest::newRow(name) << fault; };
        row("a column too short", [](SpanTable& spans, CallTable&) { spans.host.pop_back(); });
        row("a column too long", [](SpanTable& spans, CallTable&) { spans.flags.emplace_back(); });
        row("a node that is not there", [](SpanTable& spans, CallTable&) { spans.node[4] = NodeId(3u); });
        row("a span without node", [](SpanTable& spans, CallTable&) { spans.node[4] = NodeId(); });
        row("a span of a virtual node", [](SpanTable& spans, CallTable&) { spans.node[4] = NodeId(2u); });
        row("a name that is not there",
            [](SpanTable& spans, CallTable&) { spans.name[0] = StringId(1'000'000u); });
        row("a host that is not there",
            [](SpanTable& spans, CallTable&) { spans.host[0] = StringId(1'000'000u); });
        row("an unknown kind", [](SpanTable& spans, CallTable&) { spans.kindAndStatus[1] = 6; });
        row("an unknown status", [](SpanTable& spans, CallTable&) { spans.kindAndStatus[1] = 0x31; });
        row("no row in the store", [](SpanTable& spans, CallTable&) { spans.storeRow[1] = StoreRow(); });
        row("an opaque id that is not there",
            [](SpanTable& spans, CallTable&) { spans.kindAndStatus[1] |= 0x40; });
        row("an end before the start",
            [](SpanTable& spans, CallTable&) { spans.end[2] = spans.start[2] - Duration(1); });
        row("a duration beyond 64 bits", [](SpanTable& spans, CallTable&) {
            spans.start[0] = timestampOf(std::numeric_limits<std::int64_t>::min());
            spans.end[0] = timestampOf(std::numeric_limits<std::int64_t>::max());
        });
        row("a parent beyond the rows", [](SpanTable& spans, CallTable&) { spans.parent[2] = SpanRow(12u); });
        row("a parent in another trace", [](SpanTable& spans, CallTable&) { spans.parent[2] = SpanRow(3u); });
        row("its own parent", [](SpanTable& spans, CallTable&) { spans.parent[2] = SpanRow(2u); });
        row("a cycle", [](SpanTable& spans, CallTable&) { spans.parent[0] = SpanRow(2u); });
        row("spans out of order",
            [](SpanTable& spans, CallTable&) { spans.start[0] = spans.end[0] = spans.end[2] + Duration(1); });
        row("a trace that ends elsewhere", [](SpanTable& spans, CallTable&) { spans.traces.endSpan[1] = 5; });
        row("a trace too long", [](SpanTable& spans, CallTable&) { spans.traces.endSpan[3] = 13; });
        row("a trace of all numbers",
            [](SpanTable& spans, CallTable&) { spans.traces.endSpan[3] = 0xffffffff; });
        row("a trace without spans", [](SpanTable& spans, CallTable&) { spans.traces.append({}, 0); });
        row("traces out of order", [](SpanTable& spans, CallTable&) { spans.traces.endSpan[1] = 2; });
        row("spans without trace", [](SpanTable& spans, CallTable&) {
            auto& [idHigh, idLow, idIsOpaque, endSpan] = spans.traces;
            idHigh.pop_back(), idLow.pop_back(), idIsOpaque.pop_back(), endSpan.pop_back();
        });
        row("an opaque trace that is not there",
            [](SpanTable& spans, CallTable&) { spans.traces.idLow[3] = 1'000'000; });
        row("an id that is neither opaque nor not",
            [](SpanTable& spans, CallTable&) { spans.traces.idIsOpaque[3] = 2; });
        row("a trace column too short", [](SpanTable& spans, CallTable&) { spans.traces.idHigh.pop_back(); });
        row("a trace column too long", [](SpanTable& spans, CallTable&) { spans.traces.idLow.push_back(0); });
        row("a call column too short", [](SpanTable&, CallTable& calls) { calls.entry.pop_back(); });
        row("a client beyond the rows", [](SpanTable&, CallTable& calls) { calls.client[0] = SpanRow(12u); });
        row("a server beyond the rows", [](SpanTable&, CallTable& calls) { calls.server[0] = SpanRow(12u); });
        row("an entry beyond the rows", [](SpanTable&, CallTable& calls) { calls.entry[0] = SpanRow(12u); });
        row("an unknown kind of failure", [](SpanTable&, CallTable& calls) { calls.flags[0] = 7 << 12; });
        row("an edge from nowhere", [](SpanTable&, CallTable& calls) { calls.edges[0].caller = NodeId(3u); });
        row("an edge to nowhere", [](SpanTable&, CallTable& calls) { calls.edges[0].callee = NodeId(); });
        row("an unknown class",
            [](SpanTable&, CallTable& calls) { calls.edges[0].callClass = static_cast<CallClass>(6); });
        row("an edge too long", [](SpanTable&, CallTable& calls) { calls.edges[1].callCount = 5; });
        row("a gap between edges", [](SpanTable&, CallTable& calls) { calls.edges[1].firstCall = 5; });
        row("calls without edge", [](SpanTable&, CallTable& calls) { calls.edges.pop_back(); });
        row("calls out of order",
            [](SpanTable&, CallTable& calls) { calls.time[0] = calls.time[3] + Duration(1); });
        row("a delivery of no call", [](SpanTable&, CallTable& calls) {
            calls.delivered.emplace_back(8u);
            calls.delivery.emplace_back(1);
        });
        row("a delivery without its call",
            [](SpanTable&, CallTable& calls) { calls.delivery.emplace_back(1); });
        row("deliveries out of order", [](SpanTable&, CallTable& calls) {
            calls.delivered = {CallRow(2u), CallRow(1u)};
            calls.delivery = {Duration(1), Duration(1)};
        });
        row("two deliveries of a call", [](SpanTable&, CallTable& calls) {
            calls.delivered = {CallRow(1u), CallRow(1u)};
            calls.delivery = {Duration(1), Duration(1)};
        });
    }
    void findsEachFault() {
        QFETCH(Fault, breakIt);
        SampleCapture sample;
        breakIt(sample.spans, sample.calls);
        QVERIFY(findFault(sample.spans, sample.calls, *sample.strings).has_value());
    }

    void walksDeepChainsOnce() {
        // One trace of 300,000 spans, each the child of the one before: quadratic work would take minutes.
        const std::uint32_t count = 300'000;
        SampleCapture sample(1);
        SpanTable spans;
        for (std::uint32_t i = 0; i < count; ++i) {
            spans.start.push_back(timestampOf(i));
            spans.end.push_back(timestampOf(i));
            spans.id.push_back(i + 1);
            spans.parent.push_back(i + 1 < count ? SpanRow(i + 1) : SpanRow());
            spans.node.push_back(NodeId(0u));
            spans.name.push_back(StringId(0u));
            spans.host.push_back(StringId(0u));
            spans.storeRow.push_back(StoreRow(i));
            spans.flags.emplace_back();
            spans.kindAndStatus.push_back(0);
        }
        spans.traces.append({1, 1, false}, count);
        CallTable calls;
        calls.nodes = sample.calls.nodes;
        QVERIFY(!findFault(spans, calls, *sample.strings));
        spans.parent[count - 1] = SpanRow(0u);
        QVERIFY(findFault(spans, calls, *sample.strings).has_value());
    }
};

QTEST_APPLESS_MAIN(TestColumnCheck)
#include "tst_ColumnCheck.moc"
