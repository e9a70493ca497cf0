// calls.md rule 35 over random captures: nothing is lost or counted twice, whatever the order of the files.
#include <QElapsedTimer> // before the standard library: moc 6.4 cannot read <compare> first
#include <QTest>

#include "support/CaptureScript.h"
#include <rapidcheck.h>

#include <numeric>

using namespace hallway;
using namespace hallway::test;

namespace {

rc::Gen<ScriptSpan> anySpan(int count) {
    const auto otherSpan =
        rc::gen::map(rc::gen::inRange(0, count + 2), [](int number) { return std::to_string(number); });
    return rc::gen::apply(
        [](int trace, std::string parent, int service, int kind, int status, int from, int length, int peer,
           std::vector<std::string> links) {
            ScriptSpan span;
            span.trace = std::to_string(trace);
            if (parent != "0") span.parent = std::move(parent);
            span.service = std::string(1, static_cast<char>('A' + service));
            span.kind = static_cast<SpanKind>(kind);
            span.status = static_cast<SpanStatus>(status);
            span.from = from;
            span.to = length == 0 ? ScriptSpan::noTime : from + length - 1;
            if (peer == 1) span.attributes.emplace_back("peer.service", std::string("B"));
            if (peer == 2) span.attributes.emplace_back("db.system", std::string("mysql"));
            if (peer == 3) span.attributes.emplace_back("messaging.operation.type", std::string("receive"));
            if (peer == 4) span.attributes.emplace_back("messaging.operation.type", std::string("process"));
            if (peer == 5) span.attributes.emplace_back("messaging.operation.type", std::string("send"));
            links.resize(std::min<std::size_t>(links.size(), 2));
            span.links = std::move(links);
            return span;
        },
        rc::gen::inRange(0, 2), otherSpan, rc::gen::inRange(0, 4), rc::gen::inRange(0, 6),
        rc::gen::inRange(0, 3), rc::gen::inRange(0, 50), rc::gen::inRange(-3, 40), rc::gen::inRange(0, 8),
        rc::gen::container<std::vector<std::string>>(otherSpan));
}

CaptureScript anyScript() {
    const int count = *rc::gen::inRange(1, 14);
    CaptureScript script;
    for (int i = 1; i <= count; ++i) {
        ScriptSpan span = *anySpan(count);
        if (*rc::gen::inRange(0, 8) == 0) span.sharesIdOf = std::to_string(*rc::gen::inRange(1, count + 1));
        script.span(std::to_string(i), span);
    }
    return script;
}

} // namespace

class TestCallInvariants : public QObject {
    Q_OBJECT

private slots:
    void callsOfEdgesAreAllCallsAndNoFigureExceedsThem() {
        QVERIFY(rc::check([] {
            const ScriptedCapture capture = anyScript().build();
            std::uint64_t calls = 0;
            for (const GraphEdge& edge : capture.graph.edges) {
                calls += edge.calls;
                RC_ASSERT(edge.calls > 0u);
                RC_ASSERT(edge.failed <= edge.calls);
                RC_ASSERT(edge.failedHere <= edge.failed);
                RC_ASSERT(edge.strictFailed <= edge.calls);
                RC_ASSERT(edge.retries <= edge.calls);
                RC_ASSERT(edge.extraAttempts < edge.calls || edge.calls == 1u);
                for (const auto& samples :
                     {edge.latency, edge.client, edge.server, edge.network, edge.delivery})
                    RC_ASSERT(!samples || (samples->samples >= 1u && samples->samples <= edge.calls));
                const auto kinds =
                    std::accumulate(edge.failuresByKind.begin(), edge.failuresByKind.end(), std::uint64_t{0});
                RC_ASSERT(kinds == edge.failed);
            }
            RC_ASSERT(calls == capture.built.calls.size());
        }));
    }

    void everySpanBelongsToExactlyOneEntryOfItsNode() {
        QVERIFY(rc::check([] {
            const ScriptedCapture capture = anyScript().build();
            std::uint64_t entries = 0, flagged = 0, leaving = 0;
            for (const GraphNode& node : capture.graph.nodes) {
                entries += node.entries.value_or(0);
                if (node.fanOut)
                    leaving += static_cast<std::uint64_t>(
                        std::llround(node.fanOut->mean * static_cast<double>(*node.entries)));
            }
            for (const SpanFlags flags : capture.built.spans.flags)
                flagged += flags.has(SpanFlag::Entry);
            std::uint64_t withEntry = 0;
            for (const SpanRow entry : capture.built.calls.entry)
                withEntry += entry.valid();
            RC_ASSERT(entries == flagged);
            RC_ASSERT(leaving == withEntry);
        }));
    }

    void orderOfArrivalDoesNotMatter() {
        QVERIFY(rc::check([] {
            const CaptureScript script = anyScript();
            std::vector<std::size_t> order(script.size());
            std::iota(order.begin(), order.end(), std::size_t{0});
            std::vector<std::size_t> shuffled;
            while (!order.empty()) {
                const auto pick =
                    static_cast<std::ptrdiff_t>(*rc::gen::inRange<std::size_t>(0, order.size()));
                shuffled.push_back(order[static_cast<std::size_t>(pick)]);
                order.erase(order.begin() + pick);
            }
            const ScriptedCapture first = script.build(), second = script.build(shuffled);
            RC_ASSERT(first.graph == second.graph);
            RC_ASSERT(first.built.spans.id == second.built.spans.id);
            RC_ASSERT(first.built.spans.parent == second.built.spans.parent);
        }));
    }

    void rangesThatSplitTheCaptureSplitItsCalls() { // rule 36
        QVERIFY(rc::check([] {
            const CaptureScript script = anyScript();
            const Timestamp cut = CaptureScript::at(*rc::gen::inRange(0, 60));
            TimeRange before, after;
            before.to = after.from = cut;
            const auto count = [&](const TimeRange& range) {
                std::uint64_t calls = 0;
                for (const GraphEdge& edge : script.build({}, range).graph.edges)
                    calls += edge.calls;
                return calls;
            };
            RC_ASSERT(count(before) + count(after) == count({}));
        }));
    }
};

QTEST_APPLESS_MAIN(TestCallInvariants)
#include "tst_CallInvariants.moc"
