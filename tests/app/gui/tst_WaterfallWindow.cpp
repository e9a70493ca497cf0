// The waterfall in the window: what it takes from the capture and what it gives to filter and clipboard.
#include "WindowUnderTest.h"

#include "support/LinkedTraces.h"
#include "waterfall/ClockOffsetsDialog.h"
#include "waterfall/WaterfallLegend.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>

using namespace hallway;
using namespace hallway::test;

namespace {

struct Opened {
    WindowUnderTest window;
    bool ready = false;

    Opened() {
        QFile out(window.file(QStringLiteral("orders.json")));
        ready = out.open(QIODevice::WriteOnly);
        out.write(QByteArray::fromStdString(linkedTraces()));
        out.close();
        ready = ready && window.open({out.fileName()});
        window->activateWindow();
    }
    [[nodiscard]] bool show(char trace) {
        const bool found = window.views().goTo(QString(32, QLatin1Char(trace)));
        return found && window.settle();
    }
    WaterfallCanvas& canvas() { return window.views().waterfallView().canvas(); }
    [[nodiscard]] SpanRow named(std::string_view name) {
        const Capture& capture = *window.views().capture();
        for (std::size_t row = 0; row < capture.spans().size(); ++row)
            if (capture.strings().text(capture.spans().name[row]) == name) return SpanRow(row);
        return {};
    }
    void select(std::string_view name) {
        const SpanRow row = named(name);
        window.views().selection().selectSpan(window.views().capture()->spans().traceOf(row), row);
    }
    [[nodiscard]] std::optional<SpanRow> selected() { return window.selection().span; }
    [[nodiscard]] static QString clipboard() { return QApplication::clipboard()->text(); }
};

} // namespace

class tst_WaterfallWindow : public QObject {
    Q_OBJECT

private slots:
    void aLinkIsFollowedToTheOtherTraceAndBack() {
        Opened o;
        QVERIFY(o.ready && o.show('a'));
        o.select("publish");
        QVERIFY(o.window.settle());
        o.canvas().setFocus();
        QTest::keyClick(&o.canvas(), Qt::Key_L); // shipping links to it, and to nothing else it leads
        QCOMPARE(o.selected(), std::optional(o.named("process")));
        QVERIFY(o.window.settle());
        QCOMPARE(o.window.views().waterfall().trace()->id, QString(32, 'b'));
        QTest::keyClick(&o.canvas(), Qt::Key_Backspace);
        QCOMPARE(o.selected(), std::optional(o.named("publish")));
        QVERIFY(o.window.settle());
        QCOMPARE(o.window.views().waterfall().trace()->id, QString(32, 'a'));
    }

    void theWindowsBackLeadsBackOverALinkToo() {
        Opened o;
        QVERIFY(o.ready && o.show('a'));
        o.select("publish");
        QVERIFY(o.window.settle());
        o.canvas().setFocus();
        QTest::qWait(800); // steps in haste are one step
        QTest::keyClick(&o.canvas(), Qt::Key_L);
        QVERIFY(o.window.settle());
        QCOMPARE(o.selected(), std::optional(o.named("process")));
        QTest::keyClick(&o.canvas(), Qt::Key_Left, Qt::AltModifier);
        QVERIFY(o.window.settle());
        QCOMPARE(o.selected(), std::optional(o.named("publish")));
        QCOMPARE(o.window.views().waterfall().trace()->id, QString(32, 'a'));
    }

    void severalLinksAreOfferedAndWhatIsNotThereCannotBeChosen() {
        Opened o;
        QVERIFY(o.ready && o.show('b'));
        o.select("process");
        QVERIFY(o.window.settle());
        o.canvas().setFocus();
        QTest::keyClick(&o.canvas(), Qt::Key_L);
        QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QList<QAction*> entries;
        for (QAction* action : menu->actions())
            if (!action->isSeparator()) entries << action;
        QCOMPARE(entries.size(), 2);
        QVERIFY(entries[0]->isEnabled() && entries[0]->text().contains("publish"));
        QVERIFY(!entries[1]->isEnabled() && entries[1]->text().contains("not in this capture"));
        entries[0]->trigger();
        menu->close();
        QCOMPARE(o.selected(), std::optional(o.named("publish")));
    }

    void aLineForTheChatIsCopiedWithOneKey() {
        Opened o;
        QVERIFY(o.ready && o.show('a'));
        o.select("POST /orders");
        o.canvas().setFocus();
        QTest::keyClick(&o.canvas(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(
            Opened::clipboard(),
            QStringLiteral("gateway POST /orders 100 ms failed at 2026-11-22T00:00:00.000Z trace %1 span %2")
                .arg(QString(32, 'a'), QString(16, '1')));
        QTest::keyClick(&o.canvas(), Qt::Key_Y);
        QCOMPARE(Opened::clipboard(), QString(16, '1'));
    }

    void escapeLeavesTheSpanEverywhere() {
        Opened o;
        QVERIFY(o.ready && o.show('a'));
        o.select("Place");
        QVERIFY(o.canvas().selectedSpan());
        o.canvas().setFocus();
        QTest::keyClick(&o.canvas(), Qt::Key_Escape);
        QVERIFY(!o.selected() && o.window.selection().trace);
        QVERIFY(!o.canvas().selectedSpan());
        QVERIFY(!o.canvas().accessibleDescription().contains("Place"));
    }

    void aSubtreeIsCopiedAsText() {
        Opened o;
        QVERIFY(o.ready && o.show('a'));
        o.select("Place");
        o.canvas().commands().copySubtree->trigger();
        QCOMPARE(Opened::clipboard(), QStringLiteral("orders Place  70.0 ms\n  orders publish  8.00 ms\n"));
    }

    void theSearchFindsAttributesAndEvents() {
        Opened o;
        QVERIFY(o.ready && o.show('a'));
        o.canvas().setFocus();
        QTest::keyClick(&o.canvas(), Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(QApplication::focusWidget(), "NORTH"); // an attribute of an event
        QVERIFY(o.window.settle());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(o.selected(), std::optional(o.named("Place")));
    }

    void anAttributeColoursAndFilters() {
        Opened o;
        QVERIFY(o.ready && o.show('a'));
        o.canvas().commands().colourByAttribute->trigger();
        QVERIFY(o.window.settle());
        auto* keys = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(keys != nullptr);
        const auto actions = keys->actions();
        const auto host = std::find_if(actions.begin(), actions.end(), [](const QAction* action) {
            return action->text().startsWith("resource.host.name");
        });
        QVERIFY(host != actions.end());
        (*host)->trigger();
        keys->close();
        QVERIFY(o.window.settle());
        const auto* legend = o.window.views().waterfallView().findChild<WaterfallLegend*>();
        QVERIFY(legend->isVisible());
        o.select("Place");
        o.canvas().commands().filterValue->trigger();
        QCOMPARE(o.window.views().filter().text(), QStringLiteral("{ resource.host.name = \"host-b\" }"));
        o.window.views().filter().clear();
        o.canvas().commands().filterService->trigger();
        QCOMPARE(o.window.views().filter().text(), QStringLiteral("{ resource.service.name = \"orders\" }"));
        o.window.views().filter().clear();
        o.canvas().commands().filterOperation->trigger();
        QCOMPARE(o.window.views().filter().text(), QStringLiteral("{ name = \"Place\" }"));
        // The key stays for the next trace.
        QVERIFY(o.show('b'));
        QCOMPARE(o.canvas().colours().key, QStringLiteral("resource.host.name"));
        QCOMPARE(o.canvas().colours().legend.size(), std::size_t(1));
    }

    void theNextCallIsThatOfThisTraceFirst() {
        WindowUnderTest window;
        QVERIFY(window.open({WindowUnderTest::sample()}));
        window->activateWindow();
        window.views().selection().selectEdge(window.worstEdge()); // its worst call is one of three attempts
        QVERIFY(window.settle());
        const Selection before = window.selection();
        QVERIFY(before.trace && before.span);
        WaterfallCanvas& canvas = window.views().waterfallView().canvas();
        canvas.setFocus();
        QTest::keyClick(&canvas, Qt::Key_Comma);
        QVERIFY(window.settle());
        QCOMPARE(window.selection().trace, before.trace);
        QVERIFY(window.selection().span != before.span);
        QTest::keyClick(&canvas, Qt::Key_Period);
        QVERIFY(window.settle());
        QCOMPARE(window.selection().span, before.span);
    }

    void theFilterOfTheWindowDims() {
        Opened o;
        QVERIFY(o.ready && o.show('a'));
        SpanSet matching(o.window.views().capture()->spans().size());
        matching.insert(o.named("Place"));
        auto chosen = std::make_shared<const Chosen>(
            chosenSpans(matching, o.window.views().capture()->spans(), o.window.views().capture()->calls()));
        o.window.views().selection().setFilter(std::make_shared<const AppliedFilter>(AppliedFilter{
            QStringLiteral("{ name = \"Place\" }"), FilterMode::WholeTraces, matching, chosen}));
        QVERIFY(o.window.settle());
        QVERIFY(o.canvas().state().hasFilter());
        QCOMPARE(o.canvas().state().rows().matching, 1u);
        QVERIFY(o.show('b')); // another trace, the same filter
        QVERIFY(o.canvas().state().hasFilter());
        QCOMPARE(o.canvas().state().rows().matching, 0u);
        o.window.views().selection().setFilter(nullptr);
        QVERIFY(!o.canvas().state().hasFilter());
    }

    void clocksAreListedAdjustedAndLimited() {
        Opened o;
        QVERIFY(o.ready && o.show('a'));
        o.canvas().commands().clockOffsets->trigger();
        QVERIFY(o.window.settle());
        auto* dialog = o.window.views().findChild<ClockOffsetsDialog*>();
        QVERIFY(dialog != nullptr);
        const auto* table = dialog->findChild<QTableWidget*>();
        QCOMPARE(table->rowCount(), 1); // gateway on host-a calls orders on host-b
        QCOMPARE(table->item(0, 0)->text(), QStringLiteral("host-a"));
        QCOMPARE(table->item(0, 3)->text(), QStringLiteral("0")); // they fit
        o.canvas().setFocus();
        o.canvas().commands().adjustClocks->trigger();
        QVERIFY(o.window.settle());
        QVERIFY(o.window.views().waterfall().trace()->clocks == ClockMode::Adjusted);
    }
};

QTEST_MAIN(tst_WaterfallWindow)
#include "tst_WaterfallWindow.moc"
