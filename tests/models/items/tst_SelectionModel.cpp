#include "items/SelectionModel.h"

#include <QSignalSpy>
#include <QTest>

using namespace hallway;

namespace {
const TimeRange range{timestampOf(100), timestampOf(200)};
const LatencyBox box{range, Duration(1), Duration(10)};
} // namespace

class tst_SelectionModel : public QObject {
    Q_OBJECT

private slots:
    void edgeAndNodeExcludeEachOther() {
        SelectionModel selection;
        selection.selectNode(NodeId(1U));
        selection.selectEdge(EdgeId(2U));
        QVERIFY(!selection.now().node);
        QCOMPARE(selection.now().edge, std::optional(EdgeId(2U)));
        selection.selectNode(NodeId(1U));
        QVERIFY(!selection.now().edge);
    }

    void theBoxEndsWithItsEdge() {
        SelectionModel selection;
        selection.selectEdge(EdgeId(2U));
        selection.selectBox(box);
        selection.selectEdge(EdgeId(2U));
        QVERIFY(selection.now().box);
        selection.selectEdge(EdgeId(3U));
        QVERIFY(!selection.now().box);
        selection.selectBox(box);
        selection.setRange(range);
        QVERIFY(!selection.now().box);
        selection.selectBox(box);
        selection.selectNothing();
        QVERIFY(!selection.now().box && !selection.now().edge);
        QCOMPARE(selection.now().range, std::optional(range));
    }

    void theSpanEndsWithItsTrace() {
        SelectionModel selection;
        selection.selectSpan(TraceRow(1U), SpanRow(7U));
        selection.selectTrace(TraceRow(1U));
        QVERIFY(selection.now().span);
        selection.selectTrace(TraceRow(2U));
        QVERIFY(!selection.now().span);
    }

    void sayingTheSameAgainIsNoChange() {
        SelectionModel selection;
        const QSignalSpy changed(&selection, &SelectionModel::changed);
        selection.selectEdge(EdgeId(2U));
        selection.selectEdge(EdgeId(2U));
        selection.setRange(std::nullopt);
        selection.selectBox(std::nullopt);
        QCOMPARE(changed.size(), 1);
    }

    void stepsBackFromTheInnermost() {
        SelectionModel selection;
        selection.setRange(range);
        selection.selectEdge(EdgeId(2U));
        selection.selectSpan(TraceRow(1U), SpanRow(7U));
        selection.selectBox(box);
        QVERIFY(selection.stepBack());
        QVERIFY(!selection.now().box);
        QVERIFY(selection.stepBack());
        QVERIFY(!selection.now().span && selection.now().trace);
        QVERIFY(selection.stepBack());
        QVERIFY(!selection.now().edge && selection.now().trace);
        QVERIFY(selection.stepBack());
        QVERIFY(!selection.now().trace && selection.now().range);
        QVERIFY(selection.stepBack());
        QCOMPARE(selection.now(), Selection());
        QVERIFY(!selection.stepBack());
    }

    void tellsWhatWasBefore() {
        SelectionModel selection;
        selection.selectEdge(EdgeId(2U));
        Selection before;
        connect(&selection, &SelectionModel::changed, this,
                [&before](const Selection&, const Selection& was) { before = was; });
        selection.clear();
        QCOMPARE(before.edge, std::optional(EdgeId(2U)));
    }
};

QTEST_GUILESS_MAIN(tst_SelectionModel)
#include "tst_SelectionModel.moc"
