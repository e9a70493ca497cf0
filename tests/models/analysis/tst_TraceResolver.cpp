// calls.md rules 1 to 4 and 33: duplicates, shared ids, parents, nodes.
#include <QElapsedTimer> // before the standard library: moc 6.4 cannot read <compare> first
#include <QTest>

#include "support/CaptureScript.h"

using namespace hallway;
using namespace hallway::test;

namespace {
constexpr auto Server = SpanKind::Server, Client = SpanKind::Client, Internal = SpanKind::Internal;

std::size_t countFlag(const ScriptedCapture& capture, SpanFlag flag) {
    const auto& flags = capture.built.spans.flags;
    return static_cast<std::size_t>(
        std::count_if(flags.begin(), flags.end(), [flag](SpanFlags f) { return f.has(flag); }));
}

/// Row of the only span of a service.
SpanRow rowOf(const ScriptedCapture& capture, std::string_view service, SpanKind kind) {
    for (std::size_t row = 0; row < capture.built.spans.size(); ++row)
        if (capture.built.calls.nodes[capture.built.spans.node[row].index()].label == service &&
            capture.built.spans.kind(SpanRow(row)) == kind)
            return SpanRow(row);
    return {};
}
} // namespace

class TestTraceResolver : public QObject {
    Q_OBJECT

private slots:
    void exactDuplicatesCollapseAndTheRichestCopyStays() { // rule 1
        CaptureScript script;
        script.span("a", {.service = "A", .attributes = {{"x", std::int64_t{1}}}});
        script.span("a2", {.service = "A",
                           .attributes = {{"x", std::int64_t{1}}, {"y", std::int64_t{2}}},
                           .sharesIdOf = "a"});
        const auto capture = script.build();
        QCOMPARE(capture.built.spans.size(), std::size_t{1});
        QCOMPARE(capture.built.duplicates, std::vector<StoreRow>{StoreRow(0u)});
        QCOMPARE(capture.built.spans.storeRow[0], StoreRow(1u));
    }

    void differentSpansOfOneIdAreBothKept() { // rule 1
        CaptureScript script;
        script.span("a", {.service = "A", .from = 0, .to = 10});
        script.span("b", {.service = "A", .from = 5, .to = 10, .sharesIdOf = "a"});
        script.span("k", {.parent = "a", .service = "A", .from = 6, .to = 7});
        const auto capture = script.build();
        QCOMPARE(capture.built.spans.size(), std::size_t{3});
        QCOMPARE(capture.built.idCollisions, std::vector<StoreRow>{StoreRow(1u)});
        QVERIFY(capture.built.spans.id[0] != capture.built.spans.id[1]);
        QCOMPARE(capture.built.spans.parent[2], SpanRow(0u)); // the child hangs on the first of its service
    }

    void childOfASharedIdBelongsToTheOneOfItsService() { // rule 1
        CaptureScript script;
        script.span("a", {.service = "A", .from = 0, .to = 10});
        script.span("b", {.service = "B", .from = 5, .to = 10, .sharesIdOf = "a"});
        script.span("k", {.parent = "a", .service = "B", .kind = Internal, .from = 6, .to = 7});
        const auto capture = script.build();
        QCOMPARE(capture.built.spans.parent[2], SpanRow(1u));
        QCOMPARE(capture.summary(), std::string());
    }

    void case82_serverThatSharesItsClientsIdBecomesItsChild() { // rule 3, formats.md case 82
        CaptureScript script;
        script.span("c", {.service = "web", .kind = Client, .from = 0, .to = 100});
        script.span("s", {.service = "cart", .kind = Server, .from = 10, .to = 90, .sharesIdOf = "c"});
        script.span("local", {.parent = "c", .service = "cart", .from = 20, .to = 30});
        script.span("own", {.parent = "c", .service = "web", .from = 20, .to = 30});
        script.span("other", {.parent = "c", .service = "db", .from = 20, .to = 30});
        const auto capture = script.build();
        QCOMPARE(capture.summary(), std::string("cart>db:unpaired×1 web>cart:rpc×1"));
        QCOMPARE(capture.edge("web", "cart")->network->p50, Duration(20'000'000));
        QVERIFY(capture.built.idCollisions.empty());
        const SpanRow client = rowOf(capture, "web", Client), server = rowOf(capture, "cart", Server);
        QCOMPARE(capture.built.spans.parent[rowOf(capture, "cart", Internal).index()], server);
        QCOMPARE(capture.built.spans.parent[rowOf(capture, "web", Internal).index()], client);
    }

    void severalServersMayShareOneClientsId() { // rule 3
        CaptureScript script;
        script.span("c", {.service = "web", .kind = Client, .from = 0, .to = 100});
        script.span("s1", {.service = "B", .kind = Server, .from = 10, .to = 90, .sharesIdOf = "c"});
        script.span("s2", {.service = "C", .kind = Server, .from = 10, .to = 95, .sharesIdOf = "c"});
        const auto capture = script.build();
        QCOMPARE(capture.summary(), std::string("web>B:rpc×1 web>C:rpc×1"));
        QCOMPARE(capture.edge("web", "B")->extraAttempts, 1u); // rule 8: C finishes last
    }

    void case109_spanThatNamesItselfAsParentIsARoot() { // rule 4, case 109
        CaptureScript script;
        script.span("a", {.parent = "a", .service = "A", .kind = Server});
        const auto capture = script.build();
        QCOMPARE(countFlag(capture, SpanFlag::SelfParent), std::size_t{1});
        QCOMPARE(capture.summary(), std::string("user>A:rpc×1"));
    }

    void case109_cycleIsCutAtItsEarliestSpan() { // rule 4, case 109
        CaptureScript script;
        script.span("a", {.parent = "c", .service = "A", .from = 5, .to = 50});
        script.span("b", {.parent = "a", .service = "B", .from = 1, .to = 50});
        script.span("c", {.parent = "b", .service = "C", .from = 9, .to = 50});
        const auto capture = script.build();
        QCOMPARE(capture.built.cycles, std::vector<StoreRow>{StoreRow(1u)});
        QCOMPARE(capture.summary(), std::string("B>C:unpaired×1 C>A:unpaired×1"));
    }

    void absentParentMakesAnOrphan() { // rules 4 and 14
        CaptureScript script;
        script.span("a", {.parent = "gone", .service = "A"});
        QCOMPARE(countFlag(script.build(), SpanFlag::Orphan), std::size_t{1});
    }

    void parentOfAnotherTraceIsNoParent() { // rule 4: same trace
        CaptureScript script;
        script.span("a", {.trace = "1", .service = "A"});
        script.span("b", {.trace = "2", .parent = "a", .service = "B"});
        QCOMPARE(script.build().summary(), std::string());
    }

    void sameNameInTwoNamespacesIsTwoNodes() { // rule 2 and section 3
        CaptureScript script;
        script.span("a", {.service = "shop", .nameSpace = "eu", .kind = Client});
        script.span("b", {.parent = "a", .service = "shop", .nameSpace = "us", .kind = Server});
        script.span("c", {.parent = "b", .service = "", .kind = Internal});
        QCOMPARE(script.build().summary(),
                 std::string("eu/shop>us/shop:rpc×1 us/shop>(no service):unpaired×1"));
    }

    void virtualNodeThatSharesAServicesNameIsShownWithItsKind() { // section 3
        CaptureScript script;
        script.span(
            "a", {.service = "orders",
                  .kind = Client,
                  .attributes = {{"db.system", std::string("mysql")}, {"db.name", std::string("orders")}}});
        QCOMPARE(script.build().summary(), std::string("orders>database:orders:database×1"));
    }

    void case63_hundredThousandLevelsDeepNeitherRecurseNorTakeLong() { // case 63
        CaptureScript script;
        script.span("0", {.service = "A", .from = 0, .to = 1});
        for (int i = 1; i < 100'000; ++i)
            script.span(
                std::to_string(i),
                {.parent = std::to_string(i - 1), .service = i % 2 ? "B" : "A", .from = i, .to = i + 1});
        QElapsedTimer timer;
        timer.start();
        const auto capture = script.build();
        QCOMPARE(capture.edge("A", "B")->calls, 50'000u);
        QVERIFY2(timer.elapsed() < 20'000, "linear work takes about a second unoptimised");
    }
};

QTEST_APPLESS_MAIN(TestTraceResolver)
#include "tst_TraceResolver.moc"
