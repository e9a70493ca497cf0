#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>
#include <QTest>

#include "inspector/Inspector.h"
#include "inspector/PanelWidgets.h"

#include "common/Text.h"

using namespace hallway;
using namespace std::chrono_literals;

namespace {

EdgeInspection someEdge(std::uint32_t id = 4) {
    EdgeInspection held;
    held.caller = "payments";
    held.callee = "<b>acquirer</b>";
    held.edge.id = EdgeId(id);
    held.edge.caller = NodeId(1u);
    held.edge.callee = NodeId(2u);
    held.edge.calls = 200;
    held.edge.failed = held.edge.failedHere = 50;
    held.edge.failuresByKind[static_cast<std::size_t>(FailureKind::Timeout)] = 50;
    held.edge.latency = Distribution{200, 10ms, 20ms, 30ms, 40ms};
    held.latency = {{10ms, 100ms, 2}, {150, 50}, {0, 50}};
    held.overTime = {{timestampOf(0), timestampOf(60'000'000'000)}, {100, 100}, {0, 50}};
    held.passedOn = {{EdgeId(9u), "checkout", "payments", 3, 4}};
    for (int i = 0; i < 30; ++i)
        held.operations.push_back({QStringLiteral("operation %1").arg(i), 10, 1, held.edge.latency});
    CallItem call;
    call.trace = TraceRow(2u);
    call.span = SpanRow(5u);
    call.latency = 40ms;
    call.traceId = "3e91aa00";
    held.worst = {call, call};
    return held;
}

struct Shown {
    Inspector inspector;

    Shown() {
        inspector.resize(280, 700);
        inspector.show();
        inspector.activateWindow();
        inspector.setSubject(someEdge());
        settle();
    }
    static void settle() {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCoreApplication::processEvents();
    }
    QAbstractButton* button(const QString& name) {
        for (QAbstractButton* held : inspector.findChildren<QAbstractButton*>())
            if (QString(held->accessibleName()).replace(QChar::Nbsp, u' ').startsWith(name)) return held;
        return nullptr;
    }
    QScrollBar* scrollBar() { return inspector.findChild<QScrollArea*>()->verticalScrollBar(); }
};

} // namespace

class tst_Inspector : public QObject {
    Q_OBJECT
private slots:
    // Many narrow figures, drawn in cells of the widest one.
    void factsBesideATitleLeaveItRoom() {
        QFont font(QStringLiteral("Inter")); // its figures differ in width
        font.setPixelSize(12);
        const auto style = std::make_shared<const PanelStyle>(PanelStyle{Theme(), Fonts(font)});
        PanelSection section{QStringLiteral("Requests over time")};
        section.facts = QStringLiteral("11:11:11.111111 – 11:11:11.111112");
        PanelTitle title(section, true, style);
        title.resize(title.sizeHint().expandedTo({280, 0}));
        const QImage shown = title.grab().toImage();
        const int end = qRound(style->px(PanelStyle::inset) + textWidth(section.title, style->fonts.strong));
        for (int x = end + 2; x < end + qRound(style->px(PanelStyle::gap)) - 1; ++x)
            for (int y = 0; y < shown.height() - 3; ++y)
                QCOMPARE(shown.pixel(x, y), shown.pixel(shown.width() - 1, 0));
    }

    void whatFailsIsToldWholeInANarrowPanel() {
        const SharedPanelStyle style =
            std::make_shared<const PanelStyle>(PanelStyle{Theme(), Fonts(QApplication::font())});
        const FailureSummary summary{QStringLiteral("25.7 % fail"), QStringLiteral("27 of 105"),
                                     QStringLiteral("all start here: 24 timeout, 3 status 5xx"),
                                     Health::Failing};
        for (int width = 150; width < 300; width += 7) {
            FailureBox box(summary, style);
            box.resize(width, box.heightForWidth(width));
            const QImage image = box.grab().toImage();
            for (int y = box.height() - 4; y < box.height() - 1; ++y)
                for (int x = 30; x < width - 20; ++x)
                    QCOMPARE(image.pixelColor(x, y), Theme().failTint);
        }
    }

    void tabsAreNamedAfterTheSubject();
    void rowsReportWhatWasChosen();
    void rowsAreReachedAndChosenByKeyboard();
    void allCallsLeadToTheSecondTab();
    void longSectionsOpen();
    void sectionsCloseAndStayClosed();
    void codesStandWhereTheyAreKnown();
    void theSameEdgeKeepsItsPlace();
    void aRowMayReplaceItself();
    void callsAreOpenedByEnterAndClick();
    void aShortenedListSaysSo();
    void aSpanIsSearched();
    void anErrorStandsInPlaceOfTheSpan();
    void localTimeShowsEverywhere();
    void namesAreNeverRichText();
    void everyControlHasANameAtEveryWidth();
};

void tst_Inspector::tabsAreNamedAfterTheSubject() {
    Shown shown;
    const auto* tabs = shown.inspector.findChild<QTabBar*>();
    QCOMPARE(tabs->tabText(0), "Edge");
    shown.inspector.setSubject(NodeInspection{});
    QCOMPARE(tabs->tabText(0), "Service");
    QCOMPARE(tabs->tabText(1), "Worst requests");
    shown.inspector.setSubject(CaptureInspection{});
    QCOMPARE(tabs->tabText(0), "Capture");
    shown.inspector.setSubject({});
    QVERIFY(!shown.inspector.grab().isNull());
}

void tst_Inspector::rowsReportWhatWasChosen() {
    Shown shown;
    QSignalSpy edges(&shown.inspector, &Inspector::edgeChosen),
        nodes(&shown.inspector, &Inspector::nodeChosen), calls(&shown.inspector, &Inspector::callActivated);
    shown.button("checkout → payments")->click();
    QCOMPARE(edges[0][0].value<EdgeId>(), EdgeId(9u));
    shown.button("payments →")->click();
    QCOMPARE(nodes[0][0].value<NodeId>(), NodeId(1u));
    shown.button("00:00:00.000")->click();
    QCOMPARE(calls[0][0].value<TraceRow>(), TraceRow(2u));
    QCOMPARE(calls[0][1].value<SpanRow>(), SpanRow(5u));
}

void tst_Inspector::rowsAreReachedAndChosenByKeyboard() {
    Shown shown;
    QSignalSpy calls(&shown.inspector, &Inspector::callActivated);
    QAbstractButton* row = shown.button("00:00:00.000");
    QVERIFY(row->focusPolicy() & Qt::TabFocus);
    row->setFocus(Qt::TabFocusReason);
    QTest::keyClick(row, Qt::Key_Return);
    QTest::keyClick(row, Qt::Key_Space);
    QCOMPARE(calls.count(), 2);
}

void tst_Inspector::allCallsLeadToTheSecondTab() {
    Shown shown;
    shown.button("All 200 calls")->click();
    QCOMPARE(shown.inspector.tab(), Inspector::Tab::Calls);
    shown.inspector.showTab(Inspector::Tab::Attributes);
    QCOMPARE(shown.inspector.tab(), Inspector::Tab::Attributes);
}

void tst_Inspector::longSectionsOpen() {
    Shown shown;
    const auto operations = [&] {
        int count = 0;
        for (const PanelRowView* row : shown.inspector.findChildren<PanelRowView*>())
            if (row->accessibleName().startsWith("operation ")) ++count;
        return count;
    };
    QCOMPARE(operations(), 10);
    shown.button("Show all 30")->click();
    Shown::settle();
    QCOMPARE(operations(), 30);
    shown.inspector.setSubject(someEdge()); // the same edge again
    Shown::settle();
    QCOMPARE(operations(), 30);
    shown.inspector.setSubject(someEdge(5));
    Shown::settle();
    QCOMPARE(operations(), 10);
}

void tst_Inspector::sectionsCloseAndStayClosed() {
    Shown shown;
    QVERIFY(shown.button("operation 3") == nullptr); // operations lead nowhere: no buttons
    QVERIFY(shown.button("checkout → payments") != nullptr);
    auto* title = shown.button("Passed on by");
    QVERIFY(title != nullptr);
    title->setFocus(Qt::TabFocusReason);
    QTest::keyClick(title, Qt::Key_Space);
    Shown::settle();
    QVERIFY(shown.button("checkout → payments") == nullptr);
    QVERIFY(shown.button("Passed on by, share of callers' failures, closed") != nullptr);
    shown.inspector.setSubject(someEdge(5)); // another edge
    Shown::settle();
    QVERIFY(shown.button("checkout → payments") == nullptr);
    QTest::mouseClick(shown.button("Passed on by"), Qt::LeftButton);
    Shown::settle();
    QVERIFY(shown.button("checkout → payments") != nullptr);
}

void tst_Inspector::codesStandWhereTheyAreKnown() {
    Shown shown;
    QVERIFY(shown.button("Codes") == nullptr);
    shown.inspector.setCodes({{{CodeCount::Kind::Http, "200", false, 150}}, 50});
    Shown::settle();
    QVERIFY(shown.button("Codes, told by 150 of 200 calls") != nullptr);
    shown.inspector.setSubject(someEdge(5)); // its codes are not read yet
    Shown::settle();
    QVERIFY(shown.button("Codes") == nullptr);
    CallsInspection box;
    box.second = "payments";
    box.figures.calls = 3;
    shown.inspector.setSubject(box);
    shown.inspector.setCodes({{{CodeCount::Kind::Grpc, "OK", false, 3}}, 0});
    Shown::settle();
    QVERIFY(shown.button("Codes, 3 calls") != nullptr);
    QCOMPARE(shown.inspector.findChild<QTabBar*>()->tabText(0), "Box");
}

void tst_Inspector::theSameEdgeKeepsItsPlace() {
    Shown shown;
    QVERIFY(shown.scrollBar()->maximum() > 50);
    shown.scrollBar()->setValue(50);
    shown.inspector.setSubject(someEdge());
    Shown::settle();
    QCOMPARE(shown.scrollBar()->value(), 50);
    shown.inspector.setSubject(someEdge(5));
    Shown::settle();
    QCOMPARE(shown.scrollBar()->value(), 0);
}

void tst_Inspector::aRowMayReplaceItself() {
    Shown shown;
    connect(&shown.inspector, &Inspector::edgeChosen, &shown.inspector,
            [&](EdgeId id) { shown.inspector.setSubject(someEdge(id.value())); });
    QTest::mouseClick(shown.button("checkout → payments"), Qt::LeftButton);
    Shown::settle();
    QVERIFY(shown.button("checkout → payments") != nullptr);
}

void tst_Inspector::callsAreOpenedByEnterAndClick() {
    Shown shown;
    shown.inspector.setCalls(someEdge().worst, 2);
    shown.inspector.showTab(Inspector::Tab::Calls);
    Shown::settle();
    QSignalSpy calls(&shown.inspector, &Inspector::callActivated);
    auto* table = shown.inspector.findChild<QTableView*>();
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                      table->visualRect(table->model()->index(1, 0)).center());
    QCOMPARE(calls.count(), 1);
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(calls.count(), 2);
    QCOMPARE(calls[1][1].value<SpanRow>(), SpanRow(5u));
    shown.inspector.setCalls({}, 0);
    QVERIFY(!shown.inspector.grab().isNull());
}

void tst_Inspector::aShortenedListSaysSo() {
    Shown shown;
    shown.inspector.setCalls(someEdge().worst, 106'868);
    QStringList texts;
    for (const QLabel* label : shown.inspector.findChildren<QLabel*>())
        texts << label->text();
    QVERIFY(texts.contains("The worst 2 of 106,868 calls: failed ones first, then the slowest"));
}

void tst_Inspector::aSpanIsSearched() {
    Shown shown;
    SpanInspection span;
    NamedValue value;
    value.key = "http.method";
    value.type = ValueType::Text;
    value.text = "POST";
    span.attributes = {value};
    span.service = "pay";
    shown.inspector.setSpan(span);
    shown.inspector.showTab(Inspector::Tab::Attributes);
    Shown::settle();
    auto* search = shown.inspector.findChild<QLineEdit*>();
    auto* list = shown.inspector.findChild<QListView*>();
    QVERIFY(list->model()->rowCount() > 2);
    QTest::keyClicks(search, "method");
    QCOMPARE(list->model()->rowCount(), 2);
    QTest::keyClicks(search, "xx");
    QCOMPARE(list->model()->rowCount(), 0);
    QVERIFY(!list->isVisible()); // a sentence and a way out stand there instead
    search->clear();
    QVERIFY(list->isVisible());
}

void tst_Inspector::anErrorStandsInPlaceOfTheSpan() {
    Shown shown;
    shown.inspector.setSpanError("The cache is damaged.");
    shown.inspector.showTab(Inspector::Tab::Attributes);
    bool said = false;
    for (const QLabel* label : shown.inspector.findChildren<QLabel*>())
        said = said || (label->isVisible() && label->text() == "The cache is damaged.");
    QVERIFY(said);
    shown.inspector.setSpan(SpanInspection{});
    QVERIFY(shown.inspector.findChild<QLineEdit*>()->isVisible());
}

void tst_Inspector::localTimeShowsEverywhere() {
    Shown shown;
    shown.inspector.setUtcOffset([](Timestamp) { return 7200; });
    Shown::settle();
    QVERIFY(shown.button("02:00:00.000") != nullptr);
    QVERIFY(shown.button("00:00:00.000") == nullptr);
}

void tst_Inspector::namesAreNeverRichText() {
    Shown shown;
    for (const QLabel* label : shown.inspector.findChildren<QLabel*>()) {
        if (label->text().isEmpty()) continue;
        QVERIFY2(label->textFormat() == Qt::PlainText || !label->text().contains(u'<'),
                 qPrintable(label->text()));
    }
    const QAbstractButton* callee = shown.button("<b>acquirer</b>");
    QVERIFY(callee != nullptr);
    QCOMPARE(callee->toolTip(), "<span style=\"white-space:pre\">&lt;b&gt;acquirer&lt;/b&gt;</span>");
    for (const QAbstractButton* button : shown.inspector.findChildren<QAbstractButton*>())
        if (!button->text().contains(u'<') && !button->toolTip().contains(QLatin1String("&lt;")))
            QVERIFY2(!button->toolTip().contains(u'<'), qPrintable(button->toolTip())); // read aloud
}

void tst_Inspector::everyControlHasANameAtEveryWidth() {
    Shown shown;
    EdgeInspection failing = someEdge();
    failing.worst[0].failed = true;
    shown.inspector.setSubject(failing);
    Shown::settle();
    QVERIFY(shown.button("00:00:00.000 failed") != nullptr); // the mark, spoken
    for (const int width : {180, 280, 360, 600}) {
        shown.inspector.resize(width, 700);
        Shown::settle();
        for (const QWidget* held : shown.inspector.findChildren<QWidget*>())
            if ((held->focusPolicy() & Qt::TabFocus) && held->isVisible() &&
                qobject_cast<const QAbstractButton*>(held))
                QVERIFY(!held->accessibleName().isEmpty());
        const auto* area = shown.inspector.findChild<QScrollArea*>();
        QVERIFY(area->widget()->width() <= area->viewport()->width());
    }
}

QTEST_MAIN(tst_Inspector)
#include "tst_Inspector.moc"
