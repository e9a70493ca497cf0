// The graph under control, by real clicks and keys in the window.
#include "WindowUnderTest.h"

#include "gui/GraphActions.h"

#include <QLabel>
#include <QLineEdit>
#include <QSlider>
#include <QToolButton>

#include <algorithm>

using namespace hallway;
using namespace hallway::test;

namespace {

struct Opened {
    WindowUnderTest window;

    [[nodiscard]] bool open() { return window.open({window.sample()}); }
    GraphPresenter& graph() { return window.views().graph(); }
    GraphView& view() { return window.views().graphView(); }
    GraphCanvas& canvas() { return view().canvas(); }
    NodeId node(const char* label) {
        const auto& nodes = window.views().capture()->calls().nodes;
        for (std::size_t i = 0; i < nodes.size(); ++i)
            if (nodes[i].label == label) return NodeId(i);
        return {};
    }
    void select(const char* label) {
        window.views().selection().selectNode(node(label));
        canvas().setFocus();
    }
    /// Where a node lies in the canvas; the view is told by its scene.
    QPoint placeOf(const char* label) {
        const auto index = canvas().scene()->visible.indexOf(node(label));
        return canvas().viewport().toScreen(canvas().scene()->nodes[*index].card.center()).toPoint();
    }
    [[nodiscard]] bool key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(&canvas(), static_cast<Qt::Key>(key), modifiers);
        return window.settle();
    }
    QToolButton* barButton(const char* chip, const QString& text) {
        for (QToolButton* button :
             view().bar().findChild<QWidget*>(QLatin1String(chip))->findChildren<QToolButton*>())
            if (button->text() == text) return button;
        return nullptr;
    }
    std::size_t shown() { return canvas().scene()->nodes.size(); }
};

} // namespace

class tst_GraphControl : public QObject {
    Q_OBJECT

private slots:
    void aFocusGrowsUpAndDownByKeysAndByItsBar() {
        Opened opened;
        QVERIFY(opened.open());
        const std::size_t all = opened.shown();
        opened.select("payments");
        QVERIFY(opened.key(Qt::Key_F, Qt::ShiftModifier));
        QVERIFY(opened.graph().filter().focus);
        const std::size_t near = opened.shown();
        QVERIFY(near < all);
        QVERIFY(opened.view().bar().isVisible());
        QVERIFY(opened.key(Qt::Key_U)); // one more up
        QCOMPARE(opened.graph().filter().focus->up, 2);
        QCOMPARE(opened.graph().filter().focus->down, 1);
        QVERIFY(opened.shown() > near);
        QTest::mouseClick(opened.barButton("focus", QStringLiteral("−")), Qt::LeftButton); // the first: up
        QVERIFY(opened.window.settle());
        QCOMPARE(opened.graph().filter().focus->up, 1);
        QCOMPARE(opened.shown(), near);
        opened.window.views().undoStack().undo();
        QVERIFY(opened.window.settle());
        QVERIFY(!opened.graph().filter().focus); // the steps of one focus are one step back
        QCOMPARE(opened.shown(), all);
        QVERIFY(!opened.view().bar().isVisible());
    }

    void anEdgeCanBeTheFocus() {
        Opened opened;
        QVERIFY(opened.open());
        opened.window.views().selection().selectEdge(opened.window.worstEdge());
        opened.canvas().setFocus();
        QVERIFY(opened.key(Qt::Key_F, Qt::ShiftModifier));
        QVERIFY(std::holds_alternative<EdgeId>(opened.graph().filter().focus->on));
        QVERIFY(opened.key(Qt::Key_J, Qt::ShiftModifier));
        QCOMPARE(opened.graph().filter().focus->down, 0);
    }

    void whatIsFoundIsSteppedThroughAndHidden() {
        Opened opened;
        QVERIFY(opened.open());
        opened.canvas().setFocus();
        QTest::keyClick(&opened.canvas(), Qt::Key_F, Qt::ControlModifier);
        auto* field = opened.view().search().findChild<QLineEdit*>();
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClicks(field, QStringLiteral("calls > 0 && failed > 5%"));
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(std::holds_alternative<EdgeId>(opened.canvas().selection()));
        QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(opened.window.settle());
        QCOMPARE(field->text(), QString()); // what is left is not dimmed as not found
        const VisibleGraph& visible = opened.canvas().scene()->visible;
        QVERIFY(visible.byExpression.edges > 0);
        QCOMPARE(visible.byExpression.failing, visible.byExpression.edges);
        for (const SceneEdge& edge : opened.canvas().scene()->edges)
            QVERIFY(edge.health != Health::Failing);
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(opened.key(Qt::Key_Delete, Qt::ShiftModifier));
        QCOMPARE(opened.canvas().scene()->visible.byExpression.edges, std::size_t(0));
    }

    void whatIsHiddenLaterJoinsWhatWasHiddenBefore() {
        Opened opened;
        QVERIFY(opened.open());
        const auto hasNode = [&](const QString& name) {
            const auto& nodes = opened.canvas().scene()->nodes;
            return std::any_of(nodes.begin(), nodes.end(),
                               [&](const SceneNode& node) { return node.name == name; });
        };
        opened.canvas().setFocus();
        opened.window.views().selection().selectNode(opened.node("fraud"));
        QVERIFY(opened.key(Qt::Key_Delete));
        QVERIFY(!hasNode(QStringLiteral("fraud")));
        const std::size_t edges = opened.canvas().scene()->edges.size();
        opened.window.views().selection().selectEdge(opened.window.worstEdge());
        QVERIFY(opened.key(Qt::Key_Delete));
        QCOMPARE(opened.canvas().scene()->edges.size(), edges - 1);
        QVERIFY(!hasNode(QStringLiteral("fraud")));
        QVERIFY(opened.key(Qt::Key_Z, Qt::ControlModifier));
        QCOMPARE(opened.canvas().scene()->edges.size(), edges);
    }

    void aWrongExpressionPointsAtItsCharacter() {
        Opened opened;
        QVERIFY(opened.open());
        opened.view().openSearch();
        auto* field = opened.view().search().findChild<QLineEdit*>();
        QTest::keyClicks(field, QStringLiteral("p99 > 5"));
        QStringList texts;
        for (const QLabel* label : opened.view().search().findChildren<QLabel*>())
            if (label->isVisible()) texts += label->text();
        QVERIFY2(texts.join(' ').contains(QStringLiteral("Character 7")), qPrintable(texts.join(' ')));
    }

    void slidersSayWhatTheyHide() {
        Opened opened;
        QVERIFY(opened.open());
        opened.canvas().setFocus();
        QVERIFY(opened.key(Qt::Key_H));
        QVERIFY(opened.view().thresholds().isVisible());
        auto* calls = opened.view().thresholds().findChildren<QSlider*>().first();
        for (int i = 0; i < 7; ++i)
            QTest::keyClick(calls, Qt::Key_Right);
        QVERIFY(opened.window.settle());
        const VisibleGraph& visible = opened.canvas().scene()->visible;
        QCOMPARE(opened.graph().filter().least.calls, std::uint64_t(100));
        QVERIFY(visible.weak.edges > 0);
        QStringList texts;
        for (const QLabel* label : opened.view().thresholds().findChildren<QLabel*>())
            texts += label->text();
        QVERIFY2(texts.contains(hiddenText(visible.weak)), qPrintable(texts.join('|')));
    }

    void boxesCollapseAndOpen() {
        Opened opened;
        QVERIFY(opened.open());
        GraphControls controls;
        controls.groupBy = "cloud.availability_zone";
        opened.graph().change(controls, QStringLiteral("boxes"));
        QVERIFY(opened.window.settle());
        QVERIFY(opened.graph().subject()->groups->names.size() > 1);
        const std::size_t all = opened.shown();
        QTest::mouseClick(opened.barButton("groups", QStringLiteral("Collapse all")), Qt::LeftButton);
        QVERIFY(opened.window.settle());
        QVERIFY(opened.shown() < all);
        const GraphScene& scene = *opened.canvas().scene();
        const auto group = std::find_if(scene.nodes.begin(), scene.nodes.end(),
                                        [](const SceneNode& node) { return node.isGroup; });
        QVERIFY(group != scene.nodes.end());
        QTest::mouseDClick(&opened.canvas(), Qt::LeftButton, {},
                           opened.canvas().viewport().toScreen(group->card.center()).toPoint());
        QVERIFY(opened.window.settle());
        QCOMPARE(opened.graph().controls().collapsed.size(),
                 opened.graph().subject()->groups->names.size() - 1);
    }

    void aServiceIsTakenApartAndPutTogether() {
        Opened opened;
        QVERIFY(opened.open());
        const std::size_t whole = opened.shown();
        opened.select("gateway");
        QVERIFY(opened.key(Qt::Key_O));
        QVERIFY(opened.shown() > whole);
        QVERIFY(opened.graph().subject()->projection);
        // An operation stands for its service in all other views.
        const auto operation =
            std::find_if(opened.canvas().scene()->nodes.begin(), opened.canvas().scene()->nodes.end(),
                         [&](const SceneNode& node) {
                             return opened.graph().subject()->projection->nodes[node.id.index()].as ==
                                    ProjectedAs::Operation;
                         });
        QTest::mouseClick(&opened.canvas(), Qt::LeftButton, {},
                          opened.canvas().viewport().toScreen(operation->card.center()).toPoint());
        QCOMPARE(opened.window.views().selection().now().node, std::optional(opened.node("gateway")));
        QVERIFY(opened.key(Qt::Key_O));
        QCOMPARE(opened.shown(), whole);
    }

    void queuesStandBetweenTheirServicesIfAsked() {
        Opened opened;
        QVERIFY(opened.open());
        opened.canvas().setFocus();
        const auto queues = [&] {
            const auto& nodes = opened.canvas().scene()->nodes;
            return std::count_if(nodes.begin(), nodes.end(),
                                 [](const SceneNode& node) { return node.kind == NodeKind::Queue; });
        };
        const auto before = queues();
        QVERIFY(opened.key(Qt::Key_Q));
        QVERIFY(queues() > before);
    }

    void aDraggedCardStaysIsUndoneAndFoundAgainAtTheNextStart() {
        Opened opened;
        QVERIFY(opened.open());
        const QPoint from = opened.placeOf("payments");
        QTest::mousePress(&opened.canvas(), Qt::LeftButton, {}, from);
        QTest::mouseMove(&opened.canvas(), from + QPoint(20, 30));
        QTest::mouseMove(&opened.canvas(), from + QPoint(40, 70));
        QTest::mouseRelease(&opened.canvas(), Qt::LeftButton, {}, from + QPoint(40, 70));
        QVERIFY(opened.window.settle());
        const auto isPlaced = [&] {
            const auto index = opened.canvas().scene()->visible.indexOf(opened.node("payments"));
            return opened.canvas().scene()->nodes[*index].isPlaced;
        };
        QVERIFY(isPlaced());
        QVERIFY((opened.placeOf("payments") - from - QPoint(40, 70)).manhattanLength() <= 3);
        opened.window.views().undoStack().undo();
        QVERIFY(!isPlaced());
        QVERIFY((opened.placeOf("payments") - from).manhattanLength() <= 3);
        opened.window.views().undoStack().redo();
        const auto kept = opened.graph().controls().leftToRight;
        QCOMPARE(kept.size(), std::size_t(1));

        QVERIFY(opened.open()); // it writes what it knows before it opens another
        QVERIFY(opened.graph().controls().leftToRight == kept);
        QVERIFY(isPlaced());
        opened.select("payments");
        QVERIFY(opened.key(Qt::Key_P));
        QVERIFY(!isPlaced());
    }

    void whatWasArrangedAWhileAgoIsFoundAgainAtTheNextStart() {
        Opened opened;
        QVERIFY(opened.open());
        opened.canvas().setFocus();
        QVERIFY(opened.key(Qt::Key_R));
        QTRY_VERIFY(QFile::exists(opened.window.file(QStringLiteral("config/graphs.json"))));
        opened.window.restart();
        QVERIFY(opened.open());
        QVERIFY(opened.graph().controls().direction == LayoutDirection::TopDown);
    }

    void theGraphOfOneTraceHasItsFigures() {
        Opened opened;
        QVERIFY(opened.open());
        const SpanTable& spans = opened.window.views().capture()->spans();
        opened.window.views().selection().selectTrace(TraceRow(std::size_t(0)));
        opened.canvas().setFocus();
        QVERIFY(opened.key(Qt::Key_T));
        std::uint64_t shownSpans = 0;
        for (const GraphNode& node : opened.canvas().scene()->graph->nodes)
            shownSpans += node.spans;
        QCOMPARE(shownSpans, std::uint64_t(spans.traces[0].spanCount));
        QVERIFY(opened.key(Qt::Key_T));
        QVERIFY(!opened.graph().isOneTrace());
    }

    void callersStandAboveIfAsked() {
        Opened opened;
        QVERIFY(opened.open());
        opened.canvas().setFocus();
        QVERIFY(opened.key(Qt::Key_R));
        QVERIFY(opened.placeOf("gateway").y() < opened.placeOf("payments").y());
        QVERIFY(opened.graph().controls().direction == LayoutDirection::TopDown);
    }
};

QTEST_MAIN(tst_GraphControl)
#include "tst_GraphControl.moc"
