#include "decode/JsonText.h"

#include <QTest>

#include <string>

using namespace hallway;

class tst_JsonText : public QObject {
    Q_OBJECT

private slots:
    void unescapes() {
        QCOMPARE(unescapedJson("a\\\"b\\\\c\\/d\\n\\t\\u00e9\\ud83d\\ude00"), std::string("a\"b\\c/d\n\té😀"));
        QCOMPARE(unescapedJson(R"(\ud800x\u0000\q\)"), std::string("\uFFFDx\uFFFD\uFFFDq\uFFFD"));
    }

    void escapes() {
        std::string text;
        appendJsonString(text, "a\"\\\n\x01é");
        QCOMPARE(text, std::string("\"a\\\"\\\\\\n\\u0001é\""));
    }

    void compacts() {
        std::string text;
        appendCompactJson(text, "{ \"a b\" : [ 1 ,\n \"\\\" x\" ] }");
        QCOMPARE(text, std::string("{\"a b\":[1,\"\\\" x\"]}"));
    }

    void findsBadEscapes() {
        QVERIFY(!hasBadEscape(R"({"a":"\ud83d\ude00 \n \u00e9"})"));
        QVERIFY(hasBadEscape(R"({"a":"\ud83d"})"));
        QVERIFY(hasBadEscape(R"({"a":"\ude00\ud83d"})"));
        QVERIFY(hasBadEscape(R"({"a":"\u0000"})"));
        QVERIFY(hasBadEscape(R"({"a":"\ud83d\u0041"})"));
    }

    void repairs_data() {
        QTest::addColumn<QByteArray>("broken");
        QTest::addColumn<QByteArray>("repaired");
        QTest::newRow("nothing to do")
            << QByteArray("{ \"a\":\"é\\u00e9\" }") << QByteArray("{ \"a\":\"é\\u00e9\" }");
        QTest::newRow("a byte that is no UTF-8") << QByteArray("\"a\xFFz\"") << QByteArray("\"a\uFFFDz\"");
        QTest::newRow("a cut sequence") << QByteArray("\"\xE2\x82\"") << QByteArray("\"\uFFFD\uFFFD\"");
        QTest::newRow("overlong") << QByteArray("\"\xC0\xAF\"") << QByteArray("\"\uFFFD\uFFFD\"");
        QTest::newRow("a surrogate as UTF-8")
            << QByteArray("\"\xED\xA0\x80\"") << QByteArray("\"\uFFFD\uFFFD\uFFFD\"");
        QTest::newRow("control characters")
            << QByteArray("\"a\n\tb\"\n") << QByteArray("\"a\uFFFD\uFFFDb\"\n");
        QTest::newRow("NUL") << QByteArray("\"a\0b\"", 5) << QByteArray("\"a\uFFFDb\"");
        QTest::newRow("a lone surrogate") << QByteArray(R"("\ud800")") << QByteArray("\"\uFFFD\"");
        QTest::newRow("an escaped quote stays") << QByteArray("\"\\\"\xFF\"") << QByteArray("\"\\\"\uFFFD\"");
    }
    void repairs() {
        QFETCH(QByteArray, broken);
        QFETCH(QByteArray, repaired);
        QCOMPARE(QByteArray::fromStdString(repairedJson(broken.toStdString())), repaired);
    }
};

QTEST_APPLESS_MAIN(tst_JsonText)
#include "tst_JsonText.moc"
