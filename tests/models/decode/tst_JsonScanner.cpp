#include "decode/JsonScanner.h"

#include <QTest>

#include <string>

using namespace hallway;

namespace {

/// A scanner over a text that arrives `chunk` bytes at a time.
struct Scanning {
    explicit Scanning(std::string_view given, std::size_t chunk = 3, std::size_t maximum = 4096)
        : text(given), source(memorySource(text)), window(*source, {chunk, maximum}, {}), scanner(window) {}
    std::string text;
    std::unique_ptr<ByteSource> source;
    JsonWindow window;
    JsonScanner scanner;
};

} // namespace

class tst_JsonScanner : public QObject {
    Q_OBJECT

private slots:
    void walksMembersAndElements() {
        Scanning scanning(R"( { "a" : [ 1 , {"x":[2]}, "t" ], "b\u0063" : null , "d":{} } )");
        JsonScanner& scanner = scanning.scanner;
        std::string_view key;
        QVERIFY(scanner.enterObject());
        QVERIFY(scanner.nextMember(key));
        QCOMPARE(std::string(key), std::string("a"));
        QVERIFY(scanner.enterArray());
        QVERIFY(scanner.nextElement());
        QCOMPARE(scanner.takeText(10), std::string("1"));
        QVERIFY(scanner.nextElement());
        const auto element = scanner.takeValue();
        QVERIFY(element.has_value());
        QCOMPARE(std::string(element->text), std::string(R"({"x":[2]})"));
        QCOMPARE(element->offset, std::uint64_t{15});
        QVERIFY(scanner.nextElement());
        QCOMPARE(scanner.takeText(10), std::string("t"));
        QVERIFY(!scanner.nextElement());
        QVERIFY(scanner.nextMember(key));
        QCOMPARE(std::string(key), std::string("bc"));
        QVERIFY(!scanner.enterObject()); // null is passed over
        QVERIFY(scanner.nextMember(key));
        QVERIFY(scanner.enterObject());
        QVERIFY(!scanner.nextMember(key));
        QVERIFY(!scanner.nextMember(key));
        QCOMPARE(scanner.failure(), ScanFailure::None);
    }

    void skipsAnyValueWithASmallWindow() {
        const std::string huge = "[" + std::string(5000, '[') + "\"]}\\\"\"" + std::string(5000, ']') + "]";
        Scanning scanning("{\"a\":" + huge + ",\"b\":\"x\\\"y\",\"c\":-1.5e3,\"d\":1}", 16, 256);
        JsonScanner& scanner = scanning.scanner;
        std::string_view key;
        std::string keys;
        QVERIFY(scanner.enterObject());
        while (scanner.nextMember(key)) {
            keys += key;
            scanner.skipValue();
        }
        QCOMPARE(keys, std::string("abcd"));
        QCOMPARE(scanner.failure(), ScanFailure::None);
    }

    void aValueLargerThanTheWindowIsPassedOver() {
        Scanning scanning("[{\"a\":\"" + std::string(2000, 'x') + "\"},{\"b\":1}]", 16, 256);
        JsonScanner& scanner = scanning.scanner;
        QVERIFY(scanner.enterArray());
        QVERIFY(scanner.nextElement());
        QVERIFY(!scanner.takeValue().has_value());
        QVERIFY(scanner.tooLarge());
        QVERIFY(scanner.nextElement());
        const auto element = scanner.takeValue();
        QVERIFY(element.has_value());
        QCOMPARE(std::string(element->text), std::string(R"({"b":1})"));
        QVERIFY(!scanner.nextElement());
        QCOMPARE(scanner.failure(), ScanFailure::None);
    }

    void failures_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("failure");
        QTest::addColumn<quint64>("offset");
        const auto cut = static_cast<int>(ScanFailure::Cut);
        const auto broken = static_cast<int>(ScanFailure::Broken);
        QTest::newRow("cut in a key") << QByteArray("{\"ab") << cut << quint64{1};
        QTest::newRow("cut before a value") << QByteArray(R"({"a":)") << cut << quint64{5};
        QTest::newRow("cut in a string") << QByteArray("{\"a\":\"x") << cut << quint64{5};
        QTest::newRow("cut in a number") << QByteArray(R"({"a":12)") << cut << quint64{5};
        QTest::newRow("cut in an object") << QByteArray(R"({"a":{"b":1)") << cut << quint64{5};
        QTest::newRow("a key without quotes") << QByteArray("{a:1}") << broken << quint64{1};
        QTest::newRow("no colon") << QByteArray(R"({"a" 1})") << broken << quint64{5};
        QTest::newRow("no value") << QByteArray(R"({"a":,"b":1})") << broken << quint64{5};
    }
    void failures() {
        QFETCH(QByteArray, text);
        QFETCH(int, failure);
        QFETCH(quint64, offset);
        Scanning scanning(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
        std::string_view key;
        QVERIFY(scanning.scanner.enterObject());
        while (scanning.scanner.nextMember(key))
            scanning.scanner.skipValue();
        QCOMPARE(static_cast<int>(scanning.scanner.failure()), failure);
        QCOMPARE(quint64{scanning.scanner.failureOffset()}, offset);
        QVERIFY(!scanning.scanner.nextElement());
        QVERIFY(!scanning.scanner.takeValue());
    }

    void aDocumentEndsWhereTheNextOneBegins() {
        const std::string text = "{\"a\":[{\"s\":\"x\n{\"a\":[]}";
        for (std::size_t chunk = 1; chunk < text.size() + 2; ++chunk) {
            Scanning scanning(text, chunk);
            JsonScanner& scanner = scanning.scanner;
            scanner.setDocumentBegin("{\"a\"");
            std::string_view key;
            QVERIFY(scanner.enterObject());
            QVERIFY(scanner.nextMember(key));
            QVERIFY(scanner.enterArray());
            QVERIFY(scanner.nextElement());
            QVERIFY(!scanner.takeValue());
            QCOMPARE(scanner.failure(), ScanFailure::LineEnded);
            QCOMPARE(scanner.offset(), std::uint64_t{13}); // before the line break
        }
    }

    void aLineBreakEndsALogLine() {
        Scanning scanning("{\"a\":{\n}}");
        scanning.scanner.setLineBreakEnds(true);
        std::string_view key;
        QVERIFY(scanning.scanner.enterObject());
        QVERIFY(scanning.scanner.nextMember(key));
        scanning.scanner.skipValue();
        QCOMPARE(scanning.scanner.failure(), ScanFailure::LineEnded);
    }
};

QTEST_APPLESS_MAIN(tst_JsonScanner)
#include "tst_JsonScanner.moc"
