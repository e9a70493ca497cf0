#include <QGuiApplication>
#include <QTest>

#include "inspector/ValueLayout.h"

using namespace hallway;

namespace {

AttributeModel::Row row(const QString& name, const QString& value) {
    AttributeModel::Row result;
    result.name = name;
    result.value = value;
    return result;
}

ValueLayout layout(const AttributeModel::Row& held, double width = 280, int mostLines = 3) {
    return valueLayoutOf(held, Fonts(QGuiApplication::font()), width, mostLines);
}

} // namespace

class tst_ValueLayout : public QObject {
    Q_OBJECT
private slots:
    void shortValuesStandBesideTheirName();
    void longValuesStandBelowAndWrap();
    void wordsLongerThanALineAreBroken();
    void lineBreaksAreKept();
    void hiddenLinesAreCounted();
    void everyLetterIsShownWhenOpen();
    void narrowerMeansHigher();
};

void tst_ValueLayout::shortValuesStandBesideTheirName() {
    QVERIFY(layout(row("kind", "client")).oneLine);
    QVERIFY(
        !layout(row("a.rather.long.attribute.name", "a value that does not fit beside it at all")).oneLine);
    QVERIFY(!layout(row("kind", "a\nb")).oneLine);
}

void tst_ValueLayout::longValuesStandBelowAndWrap() {
    const ValueLayout held =
        layout(row("db.query.text", "select * from orders where customer = 12 and state = 'open'"));
    QVERIFY(held.lines.size() >= 2);
    QVERIFY(held.height > 3 * held.lineHeight);
}

void tst_ValueLayout::wordsLongerThanALineAreBroken() {
    QVERIFY(layout(row("id", QString(200, u'x'))).lines.size() >= 3);
}

void tst_ValueLayout::lineBreaksAreKept() {
    QCOMPARE(layout(row("stack", "a\n\nb"), 280, 0).lines, (QStringList{"a", "", "b"}));
}

void tst_ValueLayout::hiddenLinesAreCounted() {
    const ValueLayout held = layout(row("stack", "1\n2\n3\n4\n5"));
    QCOMPARE(held.lines, (QStringList{"1", "2", "3"}));
    QCOMPARE(held.hidden, 2);
    QCOMPARE(layout(row("stack", "1\n2\n3\n4\n5"), 280, 0).hidden, 0);
    QCOMPARE(layout(row("stack", "1\n2\n3\n4")).hidden, 0); // one more line needs no more room than to say so
}

void tst_ValueLayout::everyLetterIsShownWhenOpen() {
    QString text;
    for (int i = 0; i < 400; ++i)
        text += QString::number(i) + u' ';
    QString shown = layout(row("list", text), 280, 0).lines.join(QString());
    QCOMPARE(shown.remove(u' '), text.remove(u' '));
}

void tst_ValueLayout::narrowerMeansHigher() {
    const auto held = row("db.query.text", QString("select a, b, c from d ").repeated(6));
    QVERIFY(layout(held, 200, 0).height > layout(held, 400, 0).height);
    QVERIFY(layout(held, 1, 0).height > 0); // before the panel has a width
}

QTEST_MAIN(tst_ValueLayout)
#include "tst_ValueLayout.moc"
