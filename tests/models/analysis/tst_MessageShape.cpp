#include "analysis/MessageShape.h"

#include <QTest>

using namespace hallway;

class tst_MessageShape : public QObject {
    Q_OBJECT

private slots:
    void whatDiffersBecomesAPlaceholder_data() {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("shape");
        const auto row = [](const char* message, const char* shape) {
            QTest::newRow(message) << QString::fromUtf8(message) << QString::fromUtf8(shape);
        };
        row("connection refused", "connection refused");
        row("timeout after 30000 ms", "timeout after <n> ms");
        row("timeout after 300000ms", "timeout after <n>ms");
        row("took 1.5s of 2s", "took <n>s of <n>s");
        row("balance -12.50 below 1,000", "balance <n> below <n>");
        row("connect to 10.1.2.3:8080 failed", "connect to <n> failed");
        row("user42 not found", "user<n> not found");
        row("order 5f2d9c4e-1b7a-4c3d-9e8f-0a1b2c3d4e5f gone", "order <uuid> gone");
        row("object 0x7ffe12 at deadbee5", "object <hex> at <hex>");
        row("deadbeef feedback", "deadbeef feedback");
        row("charge ch_3Kx92Lq8 declined", "charge <id> declined");
        row("no column 'price' in \"items\"", "no column <text> in <text>");
        row("can't open `/etc/x`: it isn't there", "can't open <text>: it isn't there");
        row("don't and can't", "don't and can't");
        row("at 2026-11-22T12:04:41.318Z, again 2026-11-22 12:04", "at <time>, again <time>");
        row("since 2026-11-22", "since <time>");
        row("a\n\tb   c ", "a b c");
        row("  leading", "leading");
        row("'unclosed and 7", "'unclosed and <n>");
        row("", "");
        row("12345678", "<n>");
        row("größe 7 überschritten", "größe <n> überschritten");
    }
    void whatDiffersBecomesAPlaceholder() {
        QFETCH(QString, message);
        QFETCH(QString, shape);
        QCOMPARE(QString::fromStdString(messageShape(message.toStdString())), shape);
    }

    void alikeMessagesHaveOneShape() {
        QCOMPARE(messageShape("payment 4711 of customer 'Ada' declined (code 51)"),
                 messageShape("payment 4712 of customer 'Grace Hopper' declined (code 7)"));
        QVERIFY(messageShape("payment declined") != messageShape("payment refused"));
    }

    void longMessagesAreCutBetweenCharacters() {
        std::string umlauts;
        for (int i = 0; i < 3000; ++i)
            umlauts += "ö";
        const std::string shape = messageShape(umlauts);
        QCOMPARE(shape.size(), std::size_t{300});
        QVERIFY(QString::fromStdString(shape).count(QChar(0xfffd)) == 0);
        const std::string odd = messageShape("x" + umlauts);
        QCOMPARE(odd.size(), std::size_t{299});
        QVERIFY(messageShape(std::string(1 << 20, ' ')).empty());
        QCOMPARE(messageShape("'" + std::string(500, 'a') + "'").substr(0, 3),
                 std::string("'aa")); // too long a quote
    }
};

QTEST_APPLESS_MAIN(tst_MessageShape)
#include "tst_MessageShape.moc"
