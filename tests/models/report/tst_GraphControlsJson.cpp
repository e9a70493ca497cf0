#include "report/GraphControlsJson.h"

#include <QTest>

using namespace hallway;

namespace {

GraphControls arranged() {
    GraphControls controls;
    controls.focus = GraphControls::Focus{"cart", "pricing", CallClass::Messaging, 2, 3};
    controls.least = {10, 0.05, std::chrono::milliseconds(20)};
    controls.hide = "calls < 10";
    controls.groupBy = "k8s.namespace.name";
    controls.collapsed = {"red", "shop"};
    controls.operationsOf = {"cart"};
    controls.queuesAsNodes = true;
    controls.direction = LayoutDirection::TopDown;
    controls.leftToRight = {{"cart", {12.5, -3}}};
    controls.topDown = {{"web", {1, 2}}};
    return controls;
}

} // namespace

class tst_GraphControlsJson : public QObject {
    Q_OBJECT
private slots:
    void controlsSurviveTheFile() {
        const KeptControls kept{{"aa", arranged()}, {"bb", GraphControls()}};
        QVERIFY(controlsFromJson(controlsJson(kept)) == kept);
    }

    void whatMakesNoSenseIsPassedOver_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("{");
        QTest::newRow("a list") << QByteArray("[1,2]");
        QTest::newRow("no graphs") << QByteArray(R"({"graphs":7})");
        QTest::newRow("no capture") << QByteArray(R"({"graphs":[{"hide":"calls < 1"}]})");
        QTest::newRow("deep") << QByteArray(100'000, '[');
    }
    void whatMakesNoSenseIsPassedOver() {
        QFETCH(QByteArray, text);
        QVERIFY(controlsFromJson(text.toStdString()).empty());
    }

    void hostileFieldsBecomeDefaults() {
        const KeptControls kept = controlsFromJson(
            R"({"graphs":[{"capture":"aa","hide":"calls <","least":{"calls":-1,"failed":9,"p99_ns":"x"},)"
            R"("focus":{"node":""},"collapsed":[7,"a","a"],"places":{"a":[1e300,0],"b":["x",1],"c":[1,2]}}]})");
        QCOMPARE(kept.size(), std::size_t(1));
        const GraphControls& controls = kept.front().second;
        QVERIFY(controls.hide.empty());
        QVERIFY(controls.least == EdgeThresholds());
        QVERIFY(!controls.focus);
        QVERIFY((controls.collapsed == std::vector<std::string>{"a"}));
        QCOMPARE(controls.leftToRight.size(), std::size_t(1));
    }

    void theNumberOfCapturesIsBounded() {
        KeptControls many;
        for (int i = 0; i < 80; ++i)
            many.emplace_back(std::to_string(i), arranged());
        const KeptControls kept = controlsFromJson(controlsJson(many));
        QCOMPARE(kept.size(), KeptControlsLimits::captures);
        QCOMPARE(kept.front().first, std::string("0")); // the latest stay
    }
};

QTEST_APPLESS_MAIN(tst_GraphControlsJson)
#include "tst_GraphControlsJson.moc"
