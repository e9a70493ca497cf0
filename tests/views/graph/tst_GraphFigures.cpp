#include "ShopGraph.h"
#include "graph/GraphFigures.h"

#include <QTest>

using namespace hallway;
using namespace hallway::test;

namespace {

QString textsOf(const Figures& figures) {
    QStringList texts;
    for (const Figure& figure : figures)
        texts += QString(figure.text).replace(QChar(0xA0), u' ');
    return texts.join(QStringLiteral(" · "));
}

GraphEdge edgeOf(std::uint64_t calls, std::uint64_t failed, double p99, double fanOut) {
    GraphBuilder builder;
    builder.edge("a", "b", CallClass::Rpc, calls, failed, failed, 10, p99, fanOut);
    return builder.build()->edges[0];
}

} // namespace

class tst_GraphFigures : public QObject {
    Q_OBJECT
private slots:
    void theShortLabelIsTheFigureThatHurts() {
        QCOMPARE(textsOf(shortLabelOf(edgeOf(1000, 248, 590, 14.2), LabelMeasure::P99)),
                 QStringLiteral("24.8 %"));
        QCOMPARE(textsOf(shortLabelOf(edgeOf(1000, 9, 590, 14.2), LabelMeasure::P99)),
                 QStringLiteral("×14.2"));
        QCOMPARE(textsOf(shortLabelOf(edgeOf(1000, 9, 590, 9.9), LabelMeasure::P99)),
                 QStringLiteral("590 ms"));
    }

    void theLongLabelNamesFailedCallsMeasureAndFanOut() {
        QCOMPARE(textsOf(longLabelOf(edgeOf(2830, 703, 1004, 2), LabelMeasure::P99)),
                 QStringLiteral("24.8 % · 2.83k · 1.00 s · ×2.0"));
        QCOMPARE(textsOf(longLabelOf(edgeOf(2830, 0, 1004, 1.9), LabelMeasure::P99)),
                 QStringLiteral("2.83k · 1.00 s"));
    }

    void callsThatRepeatAreNamedUnlessFailuresHurtMore() {
        GraphEdge edge = edgeOf(5512, 0, 17, 6.9);
        edge.repeats = EdgeRepeats{106, 106, 38};
        QCOMPARE(textsOf(shortLabelOf(edge, LabelMeasure::P99)), QStringLiteral("N+1 ×38"));
        QCOMPARE(textsOf(longLabelOf(edge, LabelMeasure::P99)), QStringLiteral("5.51k · 17.0 ms · N+1 ×38"));
        QCOMPARE(textsOf(longLabelOf(edge, LabelMeasure::FanOut)), QStringLiteral("5.51k · N+1 ×38 · ×6.9"));
        edge.failed = 276;
        QCOMPARE(textsOf(shortLabelOf(edge, LabelMeasure::P99)), QStringLiteral("5.0 %"));
    }

    void aRetryStormIsNamedFromEveryFifthCallOn() {
        GraphEdge edge = edgeOf(1000, 0, 590, 1.2);
        edge.retries = 199;
        QCOMPARE(textsOf(shortLabelOf(edge, LabelMeasure::P99)), QStringLiteral("590 ms"));
        edge.retries = 200;
        QCOMPARE(textsOf(shortLabelOf(edge, LabelMeasure::P99)), QStringLiteral("retries 20.0 %"));
        edge.failed = 261;
        QCOMPARE(textsOf(shortLabelOf(edge, LabelMeasure::P99)), QStringLiteral("26.1 %"));
        QCOMPARE(textsOf(longLabelOf(edge, LabelMeasure::P99)),
                 QStringLiteral("26.1 % · 1.00k · 590 ms · retries 20.0 %"));
    }

    void theMeasureCanBeChosen() {
        const GraphEdge edge = edgeOf(2000, 4, 30, 1.5);
        QCOMPARE(textsOf(shortLabelOf(edge, LabelMeasure::Calls)), QStringLiteral("2.00k"));
        QCOMPARE(textsOf(shortLabelOf(edge, LabelMeasure::Failed)), QStringLiteral("0.2 %"));
        QCOMPARE(textsOf(shortLabelOf(edge, LabelMeasure::P50)), QStringLiteral("10.0 ms"));
        QCOMPARE(textsOf(shortLabelOf(edge, LabelMeasure::P95)), QStringLiteral("20.0 ms"));
        QCOMPARE(textsOf(shortLabelOf(edge, LabelMeasure::FanOut)), QStringLiteral("×1.5"));
        QCOMPARE(textsOf(longLabelOf(edge, LabelMeasure::FanOut)), QStringLiteral("2.00k · ×1.5"));
    }

    void theCriticalPathIsAShareAndATime() {
        GraphEdge edge = edgeOf(2830, 703, 1004, 14);
        QCOMPARE(textsOf(shortLabelOf(edge, LabelMeasure::CriticalPath)), QStringLiteral("–"));
        edge.path =
            EdgePath{std::chrono::milliseconds(250), std::chrono::milliseconds(600), std::chrono::seconds(1)};
        QCOMPARE(textsOf(shortLabelOf(edge, LabelMeasure::CriticalPath)), QStringLiteral("25.0 %"));
        QCOMPARE(textsOf(longLabelOf(edge, LabelMeasure::CriticalPath)), QStringLiteral("25.0 % · 250 ms"));
        edge.path->own = Duration::zero(); // never waited for
        QVERIFY(shortLabelOf(edge, LabelMeasure::CriticalPath).empty());
        QVERIFY(longLabelOf(edge, LabelMeasure::CriticalPath).empty());
    }

    void onlyAFailedShareCarriesTheMark() {
        GraphEdge edge = edgeOf(1000, 248, 590, 2);
        edge.path = EdgePath{Duration(1), Duration(1), Duration(4)};
        QVERIFY(carriesMark(shortLabelOf(edge, LabelMeasure::P99), healthOf(edge)));
        QVERIFY(carriesMark(longLabelOf(edge, LabelMeasure::Calls), healthOf(edge)));
        QVERIFY(!carriesMark(shortLabelOf(edge, LabelMeasure::CriticalPath), healthOf(edge)));
        QVERIFY(!carriesMark(shortLabelOf(edgeOf(1000, 9, 590, 2), LabelMeasure::P99), Health::Watch));
    }

    void aPercentileOnFewCallsLooksUncertain() {
        const Figure figure = shortLabelOf(edgeOf(88, 0, 41, 1), LabelMeasure::P99).at(0);
        QCOMPARE(figure.tone, FigureTone::Uncertain);
        QVERIFY(figure.text.startsWith(QLatin1String("~ ")));
        QCOMPARE(shortLabelOf(edgeOf(100, 0, 41, 1), LabelMeasure::P99).at(0).tone, FigureTone::Plain);
        QCOMPARE(shortLabelOf(edgeOf(88, 0, 41, 1), LabelMeasure::P95).at(0).tone, FigureTone::Plain);
    }

    void aMissingLatencyIsADashNotZero() {
        GraphEdge edge = edgeOf(10, 0, 41, 1);
        edge.latency.reset();
        QCOMPARE(textsOf(shortLabelOf(edge, LabelMeasure::P99)), QStringLiteral("–"));
    }

    void cardsSayWhatTheirKindNeeds() {
        const auto graph = shopGraph();
        const auto card = [&graph](const std::string& name, std::uint64_t outgoing = 0) {
            for (const GraphNode& node : graph->nodes)
                if (node.node.name == name) return textsOf(figuresOf(node, outgoing, LabelMeasure::P99));
            return QString();
        };
        QCOMPARE(card("user", 24180), QStringLiteral("24.2k"));
        QCOMPARE(card("gateway"), QStringLiteral("24.2k · 1.3 % · 2.71 s"));
        QCOMPARE(card("cart"), QStringLiteral("7.54k · 702 ms"));
        QCOMPARE(card("carts@redis-1"), QStringLiteral("redis · 15.1k"));
        QCOMPARE(card("api.acquirer.example"), QStringLiteral("external · 2.83k · 24.8 %"));
    }

    void theFailedShareIsGivenUpLast() {
        const Fonts fonts(QGuiApplication::font());
        const auto graph = shopGraph();
        const Figures all =
            figuresOf(graph->nodes[1], 0, LabelMeasure::P99); // gateway: requests, failed, p99
        QCOMPARE(fitting(all, 1000, fonts), all);
        const Figures less = fitting(all, widthOf(all, fonts) - 1, fonts);
        QCOMPARE(textsOf(less), QStringLiteral("1.3 % · 2.71 s"));
        QCOMPARE(textsOf(fitting(all, 1, fonts)), QStringLiteral("1.3 %"));
    }

    void wordsOfTheCommandLineNameTheMeasures() {
        for (const LabelMeasure measure : {LabelMeasure::Calls, LabelMeasure::Failed, LabelMeasure::P50,
                                           LabelMeasure::P95, LabelMeasure::P99, LabelMeasure::FanOut})
            QCOMPARE(labelMeasureOf(wordOf(measure)), measure);
        QCOMPARE(labelMeasureOf("p42"), std::nullopt);
    }
};

QTEST_MAIN(tst_GraphFigures)
#include "tst_GraphFigures.moc"
