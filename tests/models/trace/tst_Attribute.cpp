#include <QTest> // first: moc stumbles over <concepts> otherwise

#include "trace/Attribute.h"

#include <cmath>
#include <limits>
#include <string>

using namespace hallway;

class tst_Attribute : public QObject {
    Q_OBJECT

private slots:
    void whatIsWrittenIsRead() {
        StringPool strings;
        AttributeWriter writer(strings);
        std::string packed;
        const auto key = [&](const char* name) { return strings.intern(name); };
        writer.begin(packed);
        QVERIFY(writer.addNull(key("null")));
        QVERIFY(writer.addBool(key("false"), false));
        QVERIFY(writer.addBool(key("true"), true));
        QVERIFY(writer.addInt(key("least"), std::numeric_limits<std::int64_t>::min()));
        QVERIFY(writer.addInt(key("greatest"), std::numeric_limits<std::int64_t>::max()));
        QVERIFY(writer.addDouble(key("half"), 0.5));
        QVERIFY(writer.addText(key("text"), "hé"));
        QVERIFY(writer.addBytes(key("bytes"), std::string_view("\0\1", 2)));
        QVERIFY(writer.addJson(key("json"), "[1]"));
        QCOMPARE(writer.count(), 9u);

        AttributeReader reader(packed, strings);
        std::string seen;
        while (const auto attribute = reader.next())
            seen += std::string(strings.text(attribute->key)) + '=' + textOf(*attribute) + ' ';
        QCOMPARE(
            seen,
            std::string("null= false=false true=true least=-9223372036854775808 greatest=9223372036854775807 "
                        "half=0.5 text=hé bytes=AAE= json=[1] "));
    }

    void ofEqualKeysTheFirstWins() {
        StringPool strings;
        AttributeWriter writer(strings);
        std::string packed;
        const StringId key = strings.intern("k");
        writer.begin(packed);
        QVERIFY(writer.addInt(key, 1));
        const std::string once = packed;
        QVERIFY(!writer.addInt(key, 2));
        QVERIFY(!writer.addText(key, "x"));
        QVERIFY(!writer.addNull(key));
        QCOMPARE(packed, once);
        QCOMPARE(writer.count(), 1u);
        writer.begin(packed); // another list: the key is new again
        QVERIFY(writer.addInt(key, 3));
        QCOMPARE(writer.count(), 1u);
    }

    void textsThatRepeatArePooledAndOthersKeptInPlace() {
        StringPool strings;
        AttributeWriter writer(strings);
        const StringId repeating = strings.intern("repeating");
        const StringId unique = strings.intern("unique");
        std::string packed;
        const std::size_t before = strings.size();
        for (int i = 0; i < 10000; ++i) {
            packed.clear();
            writer.begin(packed);
            writer.addText(repeating, i % 2 == 0 ? "even" : "odd");
            writer.addText(unique, "value " + std::to_string(i));
        }
        QVERIFY(strings.size() - before < 3000); // the pool is not filled with ten thousand texts
        AttributeReader reader(packed, strings);
        QCOMPARE(reader.next()->type, ValueType::PooledText);
        const auto last = reader.next();
        QCOMPARE(last->type, ValueType::Text);
        QCOMPARE(std::string(last->text), std::string("value 9999"));
    }

    void aLongTextIsKeptInPlace() {
        StringPool strings;
        AttributeWriter writer(strings);
        const StringId key = strings.intern("k");
        const std::string text(100000, 'x');
        std::string packed;
        writer.begin(packed);
        writer.addText(key, text);
        QVERIFY(!strings.find(text).valid());
        AttributeReader reader(packed, strings);
        QCOMPARE(std::string(reader.next()->text), text);
    }

    void damagedBytesEndTheWalk() {
        StringPool strings;
        AttributeWriter writer(strings);
        std::string packed;
        writer.begin(packed);
        writer.addInt(strings.intern("a"), 123456789);
        writer.addText(strings.intern("b"), "text");
        writer.addDouble(strings.intern("c"), 1.5);
        writer.addBytes(strings.intern("d"), "bytes");
        for (std::size_t size = 0; size < packed.size(); ++size) {
            const std::string cut = packed.substr(0, size);
            AttributeReader reader(cut, strings);
            int count = 0;
            while (reader.next())
                ++count;
            QVERIFY(count < 4);
        }
        for (std::size_t at = 0; at < packed.size(); ++at)
            for (int byte = 0; byte < 256; ++byte) {
                std::string changed = packed;
                changed[at] = static_cast<char>(byte);
                AttributeReader reader(changed, strings);
                while (reader.next()) {
                }
                QVERIFY(!reader.next()); // and it stays at its end
            }
    }

    void numbersAsText() {
        QCOMPARE(textOf({{}, ValueType::Double, 0, 1.0, {}}), std::string("1"));
        QCOMPARE(textOf({{}, ValueType::Double, 0, 1e300, {}}), std::string("1e+300"));
        QCOMPARE(textOf({{}, ValueType::Double, 0, std::nan(""), {}}), std::string("NaN"));
        QCOMPARE(textOf({{}, ValueType::Double, 0, -std::numeric_limits<double>::infinity(), {}}),
                 std::string("-Infinity"));
    }

    void bytesAsBase64() {
        QCOMPARE(textOf({{}, ValueType::Bytes, 0, 0, ""}), std::string(""));
        QCOMPARE(textOf({{}, ValueType::Bytes, 0, 0, "f"}), std::string("Zg=="));
        QCOMPARE(textOf({{}, ValueType::Bytes, 0, 0, "fo"}), std::string("Zm8="));
        QCOMPARE(textOf({{}, ValueType::Bytes, 0, 0, "foob"}), std::string("Zm9vYg=="));
    }

    void varints() {
        for (const std::uint64_t value :
             {std::uint64_t{0}, std::uint64_t{127}, std::uint64_t{128}, ~std::uint64_t{0}}) {
            std::string bytes;
            appendVarint(bytes, value);
            std::string_view rest = bytes;
            QCOMPARE(takeVarint(rest), std::optional(value));
            QVERIFY(rest.empty());
            std::string_view cut = std::string_view(bytes).substr(0, bytes.size() - 1);
            QVERIFY(!takeVarint(cut));
        }
        const std::string endless(11, '\x80');
        std::string_view rest = endless;
        QVERIFY(!takeVarint(rest));
    }
};

QTEST_APPLESS_MAIN(tst_Attribute)
#include "tst_Attribute.moc"
