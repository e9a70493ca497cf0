#include "Decoded.h"
#include "OtlpProtoBytes.h"

#include "decode/AttributeList.h"

#include <QTest>

#include <limits>
#include <string>

using namespace hallway;

class tst_OtlpProtoValues : public QObject {
    Q_OBJECT

private:
    static Proto array(std::initializer_list<Proto> values) {
        Proto list;
        for (const Proto& value : values)
            list.message(1, value);
        return Proto().message(5, list);
    }
    static Proto keyValueList(std::initializer_list<Proto> pairs) {
        Proto list;
        for (const Proto& pair : pairs)
            list.message(1, pair);
        return Proto().message(6, list);
    }
    static Proto nested(int depth) {
        Proto value = Proto().varint(3, 1);
        for (int i = 0; i < depth; ++i)
            value = array({value});
        return value;
    }
    static Decoded decode(const Proto& value) {
        return Decoded(otlpProtoSpan(Proto().message(9, attribute("k", value))));
    }

private slots:
    /// An attribute with an unknown field before it is read another way: what is damaged must mean the same.
    void theShortWayReadsTheSame() {
        for (const Proto& whole :
             {attribute("k", Proto().bytes(1, "text")), attribute("key", Proto().varint(3, 1234567)),
              attribute("k", Proto().varint(2, 1)), attribute("k", Proto().real(4, 1.5)),
              attribute("k", Proto()), attribute("k", Proto().bytes(1, std::string(200, 'x')))})
            for (std::size_t i = 0; i < whole.str().size() && i < 24; ++i)
                for (const int byte :
                     {0, 1, 2, 3, 5, 8, 0x0A, 0x10, 0x12, 0x18, 0x21, 0x2A, 0x7F, 0x80, 0xFF}) {
                    std::string damaged = whole.str();
                    damaged[i] = static_cast<char>(byte);
                    const auto decodedOf = [](const std::string& keyValue) {
                        const Decoded decoded(otlpProtoSpan(Proto().bytes(9, keyValue)));
                        return decoded.everything() + decoded.problems();
                    };
                    QCOMPARE(decodedOf(damaged), decodedOf(std::string("\x78\x00", 2) + damaged));
                }
    }

    void values_data() {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("read");
        QTest::addColumn<QByteArray>("problems");
        const auto row = [](const char* name, const Proto& value, const char* read,
                            const char* problems = "") {
            QTest::newRow(name) << QByteArray::fromStdString(value.str()) << QByteArray(read)
                                << QByteArray(problems);
        };
        constexpr double infinity = std::numeric_limits<double>::infinity();
        const auto minus = [](std::int64_t value) { return static_cast<std::uint64_t>(value); };
        row("text", Proto().bytes(1, "text"), R"("text")");
        row("empty text", Proto().bytes(1, ""), R"("")");
        row("true", Proto().varint(2, 1), "true");
        row("false", Proto().varint(2, 0), "false");
        row("true in two bytes", Proto().append("\x10\x80\x01"), "true");
        row("false in two bytes", Proto().append({"\x10\x80\x00", 3}), "false");
        row("case44_greatest", Proto().varint(3, 9223372036854775807), "9223372036854775807");
        row("case44_-1", Proto().varint(3, minus(-1)), "-1");
        row("least", Proto().varint(3, std::uint64_t{1} << 63), "-9223372036854775808");
        row("double", Proto().real(4, 1.5), "1.5d");
        row("whole double", Proto().real(4, 1), "1d");
        row("case45_NaN", Proto().real(4, std::numeric_limits<double>::quiet_NaN()), "NaNd");
        row("case45_-Infinity", Proto().real(4, -infinity), "-Infinityd");
        row("case46_bytes", Proto().bytes(7, "\x01\x02\x03"), "bytes:AQID");
        row("case47_array",
            array({Proto().bytes(1, "a\"b"), Proto().varint(3, 2), Proto().real(4, 1.5), Proto().varint(2, 1),
                   Proto(), Proto().bytes(7, "\x01\x02\x03"), Proto().real(4, infinity), array({})}),
            "json:[\"a\\\"b\",2,1.5,true,null,\"AQID\",\"Infinity\",[]]");
        row("empty array", array({}), "json:[]");
        row("case47_list",
            keyValueList({attribute("a", Proto().varint(3, 1)),
                          Proto().message(2, keyValueList({})).bytes(1, "b"), Proto().bytes(1, "c"),
                          Proto().message(2, Proto().varint(3, minus(-5)))}),
            R"(json:{"a":1,"b":{},"c":null,"":-5})");
        row("case48_nothing", Proto(), "null");
        row("case49_two members", Proto().bytes(1, "a").varint(3, 2), "2", "invalid-attribute×1");
        row("index of a profile's text", Proto().varint(8, 1), "null");
    }
    void values() {
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, read);
        QFETCH(QByteArray, problems);
        const Proto bytes = Proto().append(value.toStdString());
        for (const Proto& pair :
             {Proto().bytes(1, "k").message(2, bytes), Proto().message(2, bytes).bytes(1, "k")}) {
            const Decoded decoded(otlpProtoSpan(Proto().message(9, pair)));
            QCOMPARE(QByteArray::fromStdString(decoded.attributes()), "k=" + read);
            QCOMPARE(QByteArray::fromStdString(decoded.problems()), problems);
        }
    }

    void nestedValuesAreTheTextThatJsonGives() {
        const Decoded proto(otlpProtoSpan(Proto().message(
            9, attribute("k", array({keyValueList({textAttribute("a\n", "b\x01é"),
                                                   attribute("x", array({Proto().real(4, -0.25)}))}),
                                     Proto().bytes(7, "\xFF")})))));
        const Decoded json(otlpSpan(
            R"("attributes":[{"key":"k","value":{"arrayValue":{"values":[{"kvlistValue":{"values":[)"
            R"({"key":"a\n","value":{"stringValue":"b\u0001é"}},{"key":"x","value":{"arrayValue":{"values":[{"doubleValue":-0.25}]}}}]}},)"
            R"({"bytesValue":"/w=="}]}}}])"));
        QCOMPARE(proto.everything(), json.everything());
        QVERIFY(!proto.attributes().empty());
    }

    void aValueMayBeMissing() {
        const Decoded decoded(otlpProtoSpan(Proto().message(9, Proto().bytes(1, "k"))));
        QCOMPARE(decoded.attributes(), std::string("k=null"));
        QCOMPARE(decoded.problems(), std::string());
    }

    void anAttributeWithoutAKeyIsCounted() {
        const Decoded decoded(otlpProtoSpan(Proto()
                                                .message(9, Proto().message(2, Proto().varint(3, 1)))
                                                .message(9, attribute("k", Proto().varint(3, 1)))));
        QCOMPARE(decoded.attributes(), std::string("k=1"));
        QCOMPARE(decoded.problems(), std::string("invalid-attribute×1"));
    }

    void case50_ofEqualKeysTheFirstWins() {
        const Decoded decoded(otlpProtoSpan(Proto()
                                                .message(9, attribute("k", Proto().varint(3, 1)))
                                                .message(9, attribute("k", Proto().varint(3, 2)))));
        QCOMPARE(decoded.attributes(), std::string("k=1"));
        QCOMPARE(decoded.problems(), std::string("duplicate-attribute×1"));
    }

    void case47_nestingIsCapped() {
        QCOMPARE(decode(nested(20)).attributes(),
                 "k=json:" + std::string(20, '[') + '1' + std::string(20, ']'));
        QCOMPARE(decode(nested(64)).problems(), std::string());
        for (const int depth : {65, 400, 10000}) {
            const Decoded deep(otlpProtoSpan(Proto()
                                                 .message(9, attribute("k", nested(depth)))
                                                 .message(9, attribute("l", Proto().varint(3, 1)))));
            QCOMPARE(deep.size(), std::size_t{1});
            QCOMPARE(deep.problems(), std::string("deep-nesting×1"));
            QVERIFY(deep.attributes().ends_with(std::string(64, ']') + " l=1"));
        }
    }

    void case62_aLongTextIsCut() {
        const Decoded decoded = decode(Proto().bytes(1, std::string(std::size_t{10} << 20, 'x')));
        QCOMPARE(decoded.size(), std::size_t{1});
        const std::string attributes = decoded.attributes();
        QVERIFY(attributes.size() > AttributeList::maximumValueBytes);
        QVERIFY(attributes.size() < AttributeList::maximumValueBytes + 100);
        QVERIFY(attributes.ends_with("… [cut: 10485760 bytes in all]\""));
        QCOMPARE(decoded.problems(), std::string("truncated-value×1"));
    }
};

QTEST_APPLESS_MAIN(tst_OtlpProtoValues)
#include "tst_OtlpProtoValues.moc"
