#include "Decoded.h"

#include "decode/AttributeList.h"

#include <QTest>

#include <string>

using namespace hallway;

class tst_OtlpValues : public QObject {
    Q_OBJECT

private:
    static std::string nested(int depth) {
        std::string value;
        for (int i = 0; i < depth; ++i)
            value += R"({"arrayValue":{"values":[)";
        value += R"({"intValue":"1"})";
        for (int i = 0; i < depth; ++i)
            value += "]}}";
        return value;
    }

private slots:
    void values_data() {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("read");
        QTest::addColumn<QByteArray>("problems");
        const auto row = [](const char* value, const char* read, const char* problems = "") {
            QTest::addRow("%s", value) << QByteArray(value) << QByteArray(read) << QByteArray(problems);
        };
        const auto of = [](const char* number, const char* value, const char* read,
                           const char* problems = "") {
            QTest::addRow("%s %s", number, value)
                << QByteArray(value) << QByteArray(read) << QByteArray(problems);
        };
        row(R"({"stringValue":"text"})", R"("text")");
        row(R"({"stringValue":""})", R"("")");
        row(R"({"boolValue":true})", "true");
        row(R"({"boolValue":"false"})", "false");
        of("case44", R"({"intValue":"9223372036854775807"})", "9223372036854775807");
        row(R"({"intValue":"-9223372036854775808"})", "-9223372036854775808");
        of("case44", R"({"intValue":-1})", "-1");
        row(R"({"intValue":"1.7e18"})", "1700000000000000000");
        row(R"({"intValue":"many"})", R"("many")", "invalid-attribute×1");
        row(R"({"doubleValue":1})", "1d");
        of("case45", R"({"doubleValue":"NaN"})", "NaNd");
        of("case45", R"({"doubleValue":"-Infinity"})", "-Infinityd");
        row(R"({"doubleValue":"+Inf"})", "Infinityd");
        row(R"({"doubleValue":"1.5"})", "1.5d");
        of("case46", R"({"bytesValue":"AQID"})", "bytes:AQID");
        of("case46", R"({"bytesValue":"*"})", R"("*")", "invalid-attribute×1");
        of("case47",
           "{\"arrayValue\":{\"values\":[{\"stringValue\":\"a\\\"b\"},{\"intValue\":\"2\"},{\"doubleValue\":"
           "1.5},{\"boolValue\":true},{}]}}",
           "json:[\"a\\\"b\",2,1.5,true,null]");
        row(R"({"arrayValue":{}})", "json:[]");
        row(R"({"kvlistValue":{"values":[{"key":"a","value":{"intValue":"1"}},{"value":{"kvlistValue":{"values":[]}},"key":"b"},{"key":"c"}]}})",
            R"(json:{"a":1,"b":{},"c":null})");
        of("case48", "{}", "null");
        row("null", "null");
        row(R"({"stringValue":null})", "null");
        of("case49", R"({"stringValue":"a","intValue":"2"})", "2", "invalid-attribute×1");
        row(R"({"unknownValue":"a"})", "null");
        row(R"("plain")", R"("plain")");
        row("[1, {\"a\": 2}]", R"(json:[1,{"a":2}])");
        row("1.5", "1.5d");
        row(R"({"string_value":"s"})", R"("s")");
        row(R"({"Value":{"BytesValue":"AQID"}})", "bytes:AQID");
    }
    void values() {
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, read);
        QFETCH(QByteArray, problems);
        for (const bool keyFirst : {true, false}) {
            const std::string text = value.toStdString();
            const std::string member =
                keyFirst ? R"({"key":"k","value":)" + text + '}' : R"({"value":)" + text + R"(,"key":"k"})";
            const Decoded decoded(otlpSpan("\"attributes\":[" + member + "]"));
            QCOMPARE(QByteArray::fromStdString(decoded.attributes()), "k=" + read);
            QCOMPARE(QByteArray::fromStdString(decoded.problems()), problems);
        }
    }

    void aValueMayBeMissing() {
        QCOMPARE(Decoded(otlpSpan(R"("attributes":[{"key":"k"}])")).attributes(), std::string("k=null"));
    }

    void aListMayBeNullOrAnObject() {
        QCOMPARE(Decoded(otlpSpan(R"("attributes":null)")).attributes(), std::string());
        QCOMPARE(Decoded(otlpSpan(R"("attributes":{"a":"b","n":5})")).attributes(),
                 std::string(R"(a="b" n=5)"));
    }

    void anAttributeWithoutAKeyIsCounted() {
        const Decoded decoded(
            otlpSpan(R"("attributes":[{"value":{"intValue":"1"}},{"key":"k","value":{"intValue":"1"}}])"));
        QCOMPARE(decoded.attributes(), std::string("k=1"));
        QCOMPARE(decoded.problems(), std::string("invalid-attribute×1"));
    }

    void case50_ofEqualKeysTheFirstWins() {
        const Decoded decoded(otlpSpan(
            R"("attributes":[{"key":"k","value":{"intValue":"1"}},{"key":"k","value":{"intValue":"2"}}])"));
        QCOMPARE(decoded.attributes(), std::string("k=1"));
        QCOMPARE(decoded.problems(), std::string("duplicate-attribute×1"));
    }

    void case47_nestingIsCapped() {
        const Decoded shallow(otlpSpan(R"("attributes":[{"key":"k","value":)" + nested(20) + "}]"));
        QCOMPARE(shallow.attributes(), "k=json:" + std::string(20, '[') + '1' + std::string(20, ']'));
        QCOMPARE(shallow.problems(), std::string());
        QCOMPARE(Decoded(otlpSpan(R"("attributes":[{"key":"k","value":)" + nested(64) + "}]")).problems(),
                 std::string());
        for (const int depth : {65, 400, 10000}) {
            const Decoded deep(otlpSpan(R"("attributes":[{"key":"k","value":)" + nested(depth) +
                                        R"(},{"key":"l","value":{"intValue":"1"}}])"));
            QCOMPARE(deep.size(), std::size_t{1});
            QCOMPARE(deep.problems(), std::string("deep-nesting×1"));
            QVERIFY(deep.attributes().ends_with(" l=1"));
        }
    }

    void case62_aLongTextIsCut() {
        const std::string longText(std::size_t{10} << 20, 'x');
        const Decoded decoded(
            otlpSpan("\"attributes\":[{\"key\":\"k\",\"value\":{\"stringValue\":\"" + longText + "\"}}]"));
        QCOMPARE(decoded.size(), std::size_t{1});
        const std::string attributes = decoded.attributes();
        QVERIFY(attributes.size() > AttributeList::maximumValueBytes);
        QVERIFY(attributes.size() < AttributeList::maximumValueBytes + 100);
        QVERIFY(attributes.ends_with("… [cut: 10485760 bytes in all]\""));
        QCOMPARE(decoded.problems(), std::string("truncated-value×1"));
    }

    void aTextIsNotCutWithinACharacter() {
        std::string text = "x";
        while (text.size() <= AttributeList::maximumValueBytes)
            text += "é";
        const Decoded decoded(
            otlpSpan("\"attributes\":[{\"key\":\"k\",\"value\":{\"stringValue\":\"" + text + "\"}}]"));
        const std::string attributes = decoded.attributes();
        const std::size_t mark = attributes.find("…");
        QCOMPARE(attributes.substr(mark - 2, 2), std::string("é"));
    }
};

QTEST_APPLESS_MAIN(tst_OtlpValues)
#include "tst_OtlpValues.moc"
