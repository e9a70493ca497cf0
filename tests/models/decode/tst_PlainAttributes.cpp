#include <QTest>

#include "decode/PlainAttributes.h"

#include <algorithm>
#include <memory>
#include <string>

using namespace hallway;

namespace {

/// What is read, e.g. `a="x" n=5`, then `|` if the list is at its end.
std::string read(const std::string& text) {
    const std::string padded = text + std::string(64, '"');
    PlainJson json(std::string_view(padded).substr(0, text.size()));
    PlainAttributes plain(json);
    std::string list;
    while (const auto attribute = plain.next()) {
        if (!list.empty()) list += ' ';
        list += std::string(attribute->key) + '=';
        if (attribute->type == ValueType::Text)
            list += '"' + std::string(attribute->text) + '"';
        else if (attribute->type == ValueType::Int)
            list += std::to_string(attribute->integer);
        else if (attribute->type == ValueType::Double)
            list += QByteArray::number(attribute->real).toStdString();
        else
            list += attribute->type == ValueType::True ? "true" : "false";
    }
    return plain.isAtEnd() ? list + '|' : list;
}

std::string text(const char* key, const char* value) {
    return std::string(R"({"key":")") + key + R"(","value":{)" + value + "}}";
}

} // namespace

class tst_PlainAttributes : public QObject {
    Q_OBJECT

private slots:
    void readsTheUsualValues() {
        QCOMPARE(read('[' + text("a", R"("stringValue":"x")") + ',' + text("e", R"("stringValue":"")") + ',' +
                      text("n", R"("intValue":"-5")") + ',' + text("m", R"("intValue":9223372036854775807)") +
                      ',' + text("t", R"("boolValue":true)") + ',' + text("f", R"("boolValue":false)") +
                      R"(],"kind":2})"),
                 std::string(R"(a="x" e="" n=-5 m=9223372036854775807 t=true f=false|)"));
        QCOMPARE(read("[]"), std::string("|"));
        QCOMPARE(
            read('[' + text("a", R"("doubleValue":-1.5e3)") + ',' + text("b", R"("doubleValue":3)") + ']'),
            std::string("a=-1500 b=3|"));
    }

    void stopsBeforeWhatLooksOtherwise_data() {
        QTest::addColumn<QByteArray>("attribute");
        const auto row = [](const std::string& attribute) {
            QTest::addRow("%s", attribute.c_str()) << QByteArray::fromStdString(attribute);
        };
        row(text("d", R"("doubleValue":"NaN")"));
        row(text("d", R"("doubleValue":)"));
        row(text("n", R"("intValue":"many")"));
        row(text("n", R"("intValue":)"));
        row(text("s", R"("stringValue":null)"));
        row(text("s", R"("stringValue":"a","intValue":"1")"));
        row(text("b", R"("boolValue":trueish)"));
        row(text("l", R"("arrayValue":{"values":[]})"));
        row(R"({"value":{"stringValue":"x"},"key":"a"})");
        row(R"({ "key":"a","value":{"stringValue":"x"}})");
        row(R"({"key":"a","value":{"stringValue":"x"},"extra":1})");
        row(R"({"key":"a","value":null})");
        row(R"({"key":"a"})");
        row("{}");
        row("null");
    }
    void stopsBeforeWhatLooksOtherwise() {
        QFETCH(QByteArray, attribute);
        const std::string usual = text("a", R"("stringValue":"x")");
        const std::string list = '[' + usual + ',' + attribute.toStdString() + ',' + usual + ']';
        QCOMPARE(read(list), std::string("a=\"x\""));
        QCOMPARE(read('[' + attribute.toStdString() + ']'), std::string());
    }

    void isNotAtTheEndWhereTheListIsNot() {
        const std::string usual = text("a", R"("stringValue":"x")");
        QCOMPARE(read('[' + usual + " ]"), std::string()); // a space: left to the parser
        QCOMPARE(read('[' + usual), std::string());
        QCOMPARE(read('[' + usual + ','), std::string("a=\"x\""));
        QCOMPARE(read("{}"), std::string());
        QCOMPARE(read(""), std::string());
    }

    void neverTakesWhatStandsBehindTheText() {
        const std::string whole = '[' + text("a", R"("stringValue":"x")") + ',' +
                                  text("n", R"("intValue":"5")") + ',' + text("t", R"("boolValue":true)") +
                                  ']';
        for (std::size_t size = 0; size < whole.size(); ++size) {
            const std::unique_ptr<char[]> exact(new char[size + 64]); // a sanitizer sees a byte too far
            std::fill_n(std::copy_n(whole.data(), size, exact.get()), 64, '"');
            PlainJson json(std::string_view(exact.get(), size));
            PlainAttributes plain(json);
            while (plain.next()) {
            }
            QVERIFY(!plain.isAtEnd());
        }
    }
};

QTEST_APPLESS_MAIN(tst_PlainAttributes)
#include "tst_PlainAttributes.moc"
