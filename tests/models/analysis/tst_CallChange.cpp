#include "analysis/CallChange.h"

#include <QTest>

using namespace hallway;
using namespace std::chrono_literals;

class tst_CallChange : public QObject {
    Q_OBJECT

private slots:
    void textsAreRead_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("less");
        QTest::addColumn<double>("factor");
        QTest::newRow("ms") << QByteArray("-100ms") << qint64(100'000'000) << 1.0;
        QTest::newRow("spaced") << QByteArray(" - 1.5 s ") << qint64(1'500'000'000) << 1.0;
        QTest::newRow("minus") << QByteArray("\u2212250\u00a0\u00b5s") << qint64(250'000) << 1.0;
        QTest::newRow("mu") << QByteArray("-2\u03bcs") << qint64(2'000) << 1.0;
        QTest::newRow("us") << QByteArray("-2us") << qint64(2'000) << 1.0;
        QTest::newRow("ns") << QByteArray("-7ns") << qint64(7) << 1.0;
        QTest::newRow("minute") << QByteArray("-2m") << qint64(120'000'000'000) << 1.0;
        QTest::newRow("nothing") << QByteArray("-0ms") << qint64(0) << 1.0;
        QTest::newRow("half") << QByteArray("50%") << qint64(0) << 0.5;
        QTest::newRow("eighth") << QByteArray("12.5 %") << qint64(0) << 0.125;
        QTest::newRow("free") << QByteArray("0%") << qint64(0) << 0.0;
        QTest::newRow("all") << QByteArray("100%") << qint64(0) << 1.0;
    }
    void textsAreRead() {
        QFETCH(const QByteArray, text);
        QFETCH(const qint64, less);
        QFETCH(const double, factor);
        const auto change = callChangeOf(text.toStdString(), "--what-if");
        QVERIFY(change);
        QCOMPARE(change->less, Duration(less));
        QCOMPARE(change->factor, factor);
        QCOMPARE(callChangeOf(textOf(*change), "again"), change);
    }

    void anythingElseIsRefused_data() {
        QTest::addColumn<QByteArray>("text");
        for (const char* const text :
             {"", "-", "100ms", "-100", "ms", "-1h", "150%", "-5%", "-50%", "50", "50 %%", "--5ms", "-nanms",
              "-infs", "nan%", "-1e3ms", "-9999999999999999s", "-5ms x"})
            QTest::newRow(text) << QByteArray(text);
    }
    void anythingElseIsRefused() {
        QFETCH(const QByteArray, text);
        const auto change = callChangeOf(text.toStdString(), "--what-if");
        QVERIFY(!change);
        QCOMPARE(change.error().code, ErrorCode::BadArgument);
        QCOMPARE(change.error().arguments[0], "--what-if");
        QCOMPARE(change.error().arguments[1], text.toStdString());
    }

    void aCallTakesNoLessThanNothing() {
        QCOMPARE((CallChange{100ms, 1}).applied(250ms), Duration(150ms));
        QCOMPARE((CallChange{100ms, 1}).applied(70ms), Duration(0));
        QCOMPARE((CallChange{0ms, 0.5}).applied(5ns), Duration(3)); // rounded
        QCOMPARE((CallChange{0ms, 0.0}).applied(5s), Duration(0));
    }
};

QTEST_APPLESS_MAIN(tst_CallChange)
#include "tst_CallChange.moc"
