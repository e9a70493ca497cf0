#include <QSignalSpy>
#include <QTest>

#include "inspector/AttributeListView.h"

using namespace hallway;

namespace {

NamedValue text(std::string key, std::string value) {
    NamedValue result;
    result.key = std::move(key);
    result.type = ValueType::Text;
    result.text = std::move(value);
    return result;
}

/// Rows: 0 Attributes, 1 short, 2 note (nine lines), 3 html, 4 Links, 5 trace …
SpanInspection someSpan() {
    SpanInspection span;
    span.attributes = {
        text("short", "a"), text("note", "1\n2\n3\n4\n5\n6\n7\n8\n9"),
        text("html", "<img src='http://example.org/x.png'><a href='http://example.org'>click</a>")};
    SpanLinkItem link;
    link.traceId = "aaaa0000";
    link.trace = TraceRow(3u);
    link.span = SpanRow(7u);
    span.links = {link};
    return span;
}

struct Shown {
    AttributeModel model;
    AttributeListView list{model};

    Shown() {
        model.setSpan(someSpan());
        list.resize(280, 500);
        list.show();
        list.setFocus();
        QCoreApplication::processEvents();
    }
    void click(int row) {
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualRect(model.index(row, 0)).center());
    }
    int height(int row) {
        QCoreApplication::processEvents();
        return list.visualRect(model.index(row, 0)).height();
    }
};

} // namespace

class tst_AttributeListView : public QObject {
    Q_OBJECT
private slots:
    void longValuesOpenByClickAndKey();
    void shortValuesDoNotOpen();
    void linksAreFollowedByClickAndEnter();
    void copiesTheValueOrThePair();
    void markupStaysText();
    void anotherSpanClosesValues();
    void escapeIsLeftToTheWindow();
};

void tst_AttributeListView::longValuesOpenByClickAndKey() {
    Shown shown;
    const int closed = shown.height(2);
    shown.click(2);
    QVERIFY(shown.list.isOpen(2));
    QVERIFY(shown.height(2) > closed);
    QTest::keyClick(&shown.list, Qt::Key_Left);
    QVERIFY(!shown.list.isOpen(2));
    QCOMPARE(shown.height(2), closed);
    QTest::keyClick(&shown.list, Qt::Key_Right);
    QVERIFY(shown.list.isOpen(2));
    QTest::keyClick(&shown.list, Qt::Key_Return);
    QVERIFY(!shown.list.isOpen(2));
}

void tst_AttributeListView::shortValuesDoNotOpen() {
    Shown shown;
    shown.click(1);
    QVERIFY(!shown.list.isOpen(1));
}

void tst_AttributeListView::linksAreFollowedByClickAndEnter() {
    Shown shown;
    QSignalSpy followed(&shown.list, &AttributeListView::linkActivated);
    shown.click(5);
    QCOMPARE(followed.count(), 1);
    QCOMPARE(followed[0][0].value<TraceRow>(), TraceRow(3u));
    QCOMPARE(followed[0][1].value<SpanRow>(), SpanRow(7u));
    QTest::keyClick(&shown.list, Qt::Key_Return);
    QCOMPARE(followed.count(), 2);
}

void tst_AttributeListView::copiesTheValueOrThePair() {
    Shown shown;
    QSignalSpy copied(&shown.list, &AttributeListView::copyRequested);
    QTest::keyClick(&shown.list, Qt::Key_C, Qt::ControlModifier); // nothing is selected
    QCOMPARE(copied.count(), 0);
    shown.click(1);
    QTest::keyClick(&shown.list, Qt::Key_C, Qt::ControlModifier);
    QTest::keyClick(&shown.list, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(copied[0][0].toString(), "a");
    QCOMPARE(copied[1][0].toString(), "short=a");
}

void tst_AttributeListView::markupStaysText() {
    Shown shown;
    QSignalSpy followed(&shown.list, &AttributeListView::linkActivated);
    shown.click(3);
    QCOMPARE(followed.count(), 0);
    QVERIFY(shown.model.at(3).value.startsWith("<img src="));
    QVERIFY(!shown.list.grab().isNull());
}

void tst_AttributeListView::anotherSpanClosesValues() {
    Shown shown;
    shown.click(2);
    shown.model.setSpan(someSpan());
    QVERIFY(!shown.list.isOpen(2));
}

void tst_AttributeListView::escapeIsLeftToTheWindow() {
    Shown shown;
    QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
    QCoreApplication::sendEvent(&shown.list, &escape);
    QVERIFY(!escape.isAccepted());
}

QTEST_MAIN(tst_AttributeListView)
#include "tst_AttributeListView.moc"
