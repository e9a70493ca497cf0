#include "SessionFolder.h"

#include <QTest>

using namespace hallway;
using namespace hallway::test;

namespace {

/// Three traces: a long hex id, one of 64 bits, one that is no hex.
Result<OpenOutcome> openThree(const SessionFolder& folder) {
    return folder.open(
        {folder.write("a.json", linesOf({{.id = 1, .traceText = "0af7651916cd43dd8448eb211c80319c"},
                                         {.trace = 0xabc, .id = 2},
                                         {.id = 3, .traceText = "order-4711"}}))});
}

std::string found(const Capture& capture, std::string_view id) {
    const auto row = capture.findTrace(id);
    return row ? textOf(capture.spans().traces[row->index()].id, capture.strings()) : "";
}

} // namespace

class TestCapture : public QObject {
    Q_OBJECT

private slots:
    void findsATraceHoweverItsIdIsWritten() {
        const SessionFolder folder;
        const auto outcome = openThree(folder);
        QVERIFY(outcome.has_value());
        const Capture& capture = *outcome->capture;
        const std::string longId = "0af7651916cd43dd8448eb211c80319c",
                          shortId = "00000000000000000000000000000abc";
        for (const char* const text :
             {"0af7651916cd43dd8448eb211c80319c", "0AF7651916CD43DD8448EB211C80319C",
              "af7651916cd43dd8448eb211c80319c", "0x0af7651916cd43dd8448eb211c80319c",
              "0af76519-16cd-43dd-8448-eb211c80319c", " \t0af7651916cd43dd8448eb211c80319c\r\n"})
            QCOMPARE(found(capture, text), longId);
        for (const char* const text :
             {"abc", "0ABC", "0xabc", "0000000000000abc", "00000000000000000000000000000abc"})
            QCOMPARE(found(capture, text), shortId);
        QCOMPARE(found(capture, "order-4711"), std::string("order-4711"));
    }

    void findsNothingForOtherText() {
        const SessionFolder folder;
        const auto outcome = openThree(folder);
        QVERIFY(outcome.has_value());
        for (const char* const text :
             {"", "  ", "abd", "0x", "-", "order", "ORDER-4711", "op", "abcg",
              "0af7651916cd43dd8448eb211c80319c0", "+abc", "00000000-0000-0000-0000-00000000000z"})
            QVERIFY2(!outcome->capture->findTrace(text).has_value(), text);
    }

    void isNamedAfterItsFirstFile() {
        const SessionFolder folder;
        const std::string a = folder.write("a.json", shopLines(1)),
                          b = folder.write("b.json", shopLines(1, 4)),
                          c = folder.write("c.json", shopLines(1, 7));
        QCOMPARE(folder.open({a})->capture->title(), std::string("a.json"));
        QCOMPARE(folder.open({c, b, a})->capture->title(), std::string("a.json and 2 more"));
    }

    void countsKindsOfProblemsOverAllFiles() {
        const SessionFolder folder;
        const auto outcome =
            folder.open({folder.write("a.json", lineOf({.id = 5, .parent = 5})),
                         folder.write("b.json", lineOf({.trace = 2, .id = 5, .parent = 5})),
                         folder.write("c.json", linesOf({{.trace = 3, .id = 5, .parent = 6},
                                                         {.trace = 3, .id = 6, .parent = 5}}))});
        QVERIFY(outcome.has_value());
        QCOMPARE(outcome->capture->problemCount(), std::size_t{2});
    }

    void findsTheSpansWithAnAttribute() {
        const SessionFolder folder;
        // The second file repeats traces of the first: its rows were taken out of the capture again.
        const auto outcome =
            folder.open({folder.write("a.json", shopLines(3)), folder.write("b.json", shopLines(5, 2))});
        QVERIFY(outcome.has_value());
        const Capture& capture = *outcome->capture;
        AttributePredicate predicate{AttributePlace::Resource, "service.name", Relation::Equal,
                                     std::string("cart")};
        const auto sets = capture.spansWith({&predicate, 1});
        QVERIFY(sets.has_value());
        const SpanSet& set = sets->front();
        std::size_t carts = 0;
        for (std::size_t row = 0; row < capture.spans().size(); ++row) {
            const Node& node = capture.calls().nodes[capture.spans().node[row].index()];
            QCOMPARE(set.contains(SpanRow(row)), node.name == "cart");
            carts += node.name == "cart";
        }
        QCOMPARE(carts, std::size_t{6}); // one in each of the traces 1 to 6
        predicate.value = std::string("nowhere");
        QVERIFY(capture.spansWith({&predicate, 1})->front().empty());
    }

    void tellsTheDetailsOfEverySpanOfATrace() {
        const SessionFolder folder;
        const auto outcome = folder.open({folder.write("a.json", shopLines(3))});
        QVERIFY(outcome.has_value());
        const auto details = outcome->capture->details(TraceRow(1u));
        QVERIFY(details.has_value());
        QCOMPARE(details->size(), std::size_t{3});
    }
};

QTEST_APPLESS_MAIN(TestCapture)
#include "tst_Capture.moc"
