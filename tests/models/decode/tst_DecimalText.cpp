#include "decode/DecimalText.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <string>

using namespace hallway;

class tst_DecimalText : public QObject {
    Q_OBJECT

private slots:
    void everyByteAtEveryPlaceIsADigitOrNone() {
        for (const std::string digits : {"1234567", "12345678", "1700000000123456789"})
            for (std::size_t place = 0; place < digits.size(); ++place)
                for (int byte = 0; byte < 256; ++byte) {
                    std::string text = digits;
                    text[place] = static_cast<char>(byte);
                    // Spaces, signs, a point and an exponent have a meaning of their own.
                    if (std::string_view(" \t\n\v\f\r+-.eE").find(text[place]) != std::string_view::npos)
                        continue;
                    const bool isNumber = byte >= '0' && byte <= '9';
                    const auto read = decimalInteger(text);
                    QVERIFY2(read.has_value() == isNumber || text > "9223372036854775807", text.c_str());
                    if (read) QCOMPARE(*read, std::int64_t{std::stoll(text)});
                }
    }

    void integers_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("power");
        QTest::addColumn<bool>("isNumber");
        QTest::addColumn<qint64>("value");
        const auto row = [](const char* text, int power, qint64 value) {
            QTest::addRow("%s e%d", text, power) << QByteArray(text) << power << true << value;
        };
        const auto none = [](const char* text, int power = 0) {
            QTest::addRow("no number: %s", text) << QByteArray(text) << power << false << qint64{0};
        };
        row("1700000000123456789", 0, 1700000000123456789);
        row("9223372036854775807", 0, std::numeric_limits<qint64>::max());
        row("-9223372036854775808", 0, std::numeric_limits<qint64>::min());
        row("1.7e18", 0, 1700000000000000000);
        row("1.7E18", 0, 1700000000000000000);
        row("1.700000000123456789e+18", 0, 1700000000123456789);
        row("17.0", 0, 17);
        row("17.9", 0, 17);
        row("-0.5", 0, 0);
        row("+5", 0, 5);
        row(" 5 ", 0, 5);
        row("170e-1", 0, 17);
        row("0e999999", 0, 0);
        row("1700000000000000.125", 3, 1700000000000000125);
        row("1.5", 3, 1500);
        row("0.0001", 3, 0);
        row("7", -1, 0);
        none("");
        none(" ");
        none("-");
        none(".");
        none("1x");
        none("0x10");
        none("e5");
        none("1e");
        none("9223372036854775808");
        none("1e19");
        none("1e999999999");
        none("9223372036854775807", 1);
    }
    void integers() {
        QFETCH(QByteArray, text);
        QFETCH(int, power);
        QFETCH(bool, isNumber);
        QFETCH(qint64, value);
        const auto number = decimalInteger({text.constData(), static_cast<std::size_t>(text.size())}, power);
        QCOMPARE(number.has_value(), isNumber);
        if (number) QCOMPARE(qint64{*number}, value);
    }

    void reals() {
        QCOMPARE(decimalReal("1.5"), std::optional(1.5));
        QCOMPARE(decimalReal("1"), std::optional(1.0));
        QVERIFY(std::isnan(decimalReal("NaN").value()));
        QCOMPARE(decimalReal("Infinity"), std::optional(std::numeric_limits<double>::infinity()));
        QCOMPARE(decimalReal("-Infinity"), std::optional(-std::numeric_limits<double>::infinity()));
        QCOMPARE(decimalReal("+Inf"), std::optional(std::numeric_limits<double>::infinity()));
        QCOMPARE(decimalReal("1e400"), std::optional(std::numeric_limits<double>::infinity()));
        QCOMPARE(decimalReal("1e-400"), std::optional(0.0));
        QVERIFY(!decimalReal("x"));
        QVERIFY(!decimalReal("1,5"));
        QVERIFY(!decimalReal(""));
    }
};

QTEST_APPLESS_MAIN(tst_DecimalText)
#include "tst_DecimalText.moc"
