#include <QTest> // first: moc stumbles over <concepts> otherwise

#include "decode/IdText.h"

#include <cctype>
#include <string>

using namespace hallway;

// formats.md 2.3: one trace id and one span id in all spellings.
class tst_IdText : public QObject {
    Q_OBJECT

private slots:
    void traceIds_data() {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QByteArray>("read");
        const QByteArray id = "5b8efff798038103d269b633813fc60c";
        QTest::newRow("case30_hex") << id << id;
        QTest::newRow("case30_upperAndMixedHex") << QByteArray("5B8EFFF798038103d269B633813fc60C") << id;
        QTest::newRow("case31_base64") << QByteArray("W47/95gDgQPSabYzgT/GDA==") << id;
        QTest::newRow("case32_base64OfHex")
            << QByteArray("NWI4ZWZmZjc5ODAzODEwM2QyNjliNjMzODEzZmM2MGM=") << id;
        QTest::newRow("case33_urlSafeUnpadded") << QByteArray("W47_95gDgQPSabYzgT_GDA") << id;
        QTest::newRow("case34_prefix0x") << QByteArray("0x5b8efff798038103d269b633813fc60c") << id;
        QTest::newRow("uuid") << QByteArray("5b8efff7-9803-8103-d269-b633813fc60c") << id;
        QTest::newRow("space around") << " " + id + "\n" << id;
        QTest::newRow("case35_sixteenDigits")
            << QByteArray("eee19b7ec3c1b174") << QByteArray("0000000000000000eee19b7ec3c1b174");
        QTest::newRow("case75_strippedZero")
            << QByteArray("ee19b7ec3c1b174") << QByteArray("00000000000000000ee19b7ec3c1b174");
        QTest::newRow("base64 of eight bytes")
            << QByteArray("7uGbfsPBsXQ=") << QByteArray("0000000000000000eee19b7ec3c1b174");
        QTest::newRow("case37_opaque") << QByteArray("trace-1") << QByteArray("trace-1");
        QTest::newRow("opaque, trimmed") << QByteArray(" trace-1 ") << QByteArray("trace-1");
        QTest::newRow("too many digits") << id + "0" << id + "0";
        QTest::newRow("no base64 either")
            << QByteArray("!!!INVALID_BASE64!!!") << QByteArray("!!!INVALID_BASE64!!!");
    }
    void traceIds() {
        QFETCH(QByteArray, written);
        QFETCH(QByteArray, read);
        StringPool strings;
        const TraceId id = traceIdOf(written.toStdString(), strings);
        QCOMPARE(QByteArray::fromStdString(textOf(id, strings)), read);
        QCOMPARE(id.opaque, read.size() != 32);
    }

    void spanIds_data() {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QByteArray>("read");
        const QByteArray id = "eee19b7ec3c1b174";
        QTest::newRow("hex") << id << id;
        QTest::newRow("base64") << QByteArray("7uGbfsPBsXQ=") << id;
        QTest::newRow("base64 unpadded") << QByteArray("7uGbfsPBsXQ") << id;
        QTest::newRow("base64 of hex") << QByteArray("ZWVlMTliN2VjM2MxYjE3NA==") << id;
        QTest::newRow("0x") << QByteArray("0xEEE19B7EC3C1B174") << id;
        QTest::newRow("short") << QByteArray("7") << QByteArray("0000000000000007");
        QTest::newRow("case37_twentyDigits")
            << QByteArray("01234567890123456789") << QByteArray("01234567890123456789");
        QTest::newRow("opaque") << QByteArray("span-b") << QByteArray("span-b");
        QTest::newRow("of a trace's length") << QByteArray("5b8efff798038103d269b633813fc60c")
                                             << QByteArray("5b8efff798038103d269b633813fc60c");
        QTest::newRow("a uuid has twice the bytes") << QByteArray("5b8efff7-9803-8103-d269-b633813fc60c")
                                                    << QByteArray("5b8efff7-9803-8103-d269-b633813fc60c");
    }
    void spanIds() {
        QFETCH(QByteArray, written);
        QFETCH(QByteArray, read);
        StringPool strings;
        const SpanId id = spanIdOf(written.toStdString(), strings);
        QCOMPARE(QByteArray::fromStdString(textOf(id, strings)), read);
        QCOMPARE(id.opaque, read.size() != 16);
    }

    void everyByteAtEveryPlaceOfSixteenDigits() {
        StringPool strings;
        const std::string digits = "0123456789AbcDef";
        for (std::size_t place = 0; place < digits.size(); ++place)
            for (int byte = 33; byte < 256; ++byte) { // below are spaces, which are trimmed
                std::string text = digits;
                text[place] = static_cast<char>(byte);
                const bool isHex = byte < 128 && std::isxdigit(byte) != 0;
                const SpanId id = spanIdOf(text, strings);
                if (isHex)
                    QVERIFY2(!id.opaque && id.value == std::stoull(text, nullptr, 16), text.c_str());
                else
                    QVERIFY2(id.opaque || id.value != std::stoull(digits, nullptr, 16), text.c_str());
            }
    }

    void nothingIsZero() {
        StringPool strings;
        for (const char* text : {"", " ", "0", "0000000000000000", "0x0", "AAAAAAAAAAA="}) {
            QVERIFY2(spanIdOf(text, strings).isZero(), text);
            QVERIFY2(traceIdOf(text, strings).isZero(), text);
        }
        QVERIFY(traceIdOf("AAAAAAAAAAAAAAAAAAAAAA==", strings).isZero());
    }

    void aLongTextIsNoTrouble() {
        StringPool strings;
        std::string text;
        for (int i = 0; i < 100000; ++i)
            text += "0x";
        QVERIFY(traceIdOf(text, strings).opaque);
    }
};

QTEST_APPLESS_MAIN(tst_IdText)
#include "tst_IdText.moc"
