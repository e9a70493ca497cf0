#include <QTest>

#include "items/ShownLines.h"

using namespace hallway;

class tst_ShownLines : public QObject {
    Q_OBJECT
private slots:
    void lineBreaksStayAndTabulatorsBecomeBlanks();
    void whatDisguisesIsReplaced();
    void veryLongTextsAreCutBetweenLetters();
};

void tst_ShownLines::lineBreaksStayAndTabulatorsBecomeBlanks() {
    QCOMPARE(shownLines("a\r\n\tat b()\n"), "a\n    at b()\n");
    QCOMPARE(shownLines(""), "");
}

void tst_ShownLines::whatDisguisesIsReplaced() {
    QCOMPARE(shownLines("a\x1b[31m\nb\u202e"), QString::fromUtf8("a\ufffd[31m\nb\ufffd"));
    QCOMPARE(shownLines("<b>bold</b>"), "<b>bold</b>"); // markup is text, here and where it is drawn
}

void tst_ShownLines::veryLongTextsAreCutBetweenLetters() {
    std::string text(99'999, 'x');
    text += "ééé";
    const QString shown = shownLines(text);
    QCOMPARE(shown.size(), 100'000);
    QVERIFY(shown.endsWith(u'…'));
    QVERIFY(!shown.contains(QChar::ReplacementCharacter));
}

QTEST_APPLESS_MAIN(tst_ShownLines)
#include "tst_ShownLines.moc"
