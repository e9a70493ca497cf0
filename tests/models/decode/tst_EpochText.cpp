#include "decode/EpochText.h"

#include <QTest>

using namespace hallway;

class tst_EpochText : public QObject {
    Q_OBJECT

private slots:
    void theUnitIsToldBySize_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qlonglong>("nanoseconds");
        QTest::newRow("seconds") << QByteArray("1700000000") << 1700000000000000000LL;
        QTest::newRow("fractions of a second") << QByteArray("1700000000.5") << 1700000000500000000LL;
        QTest::newRow("milliseconds") << QByteArray("1700000000123") << 1700000000123000000LL;
        QTest::newRow("microseconds") << QByteArray("1700000000123456") << 1700000000123456000LL;
        QTest::newRow("nanoseconds") << QByteArray("1700000000123456789") << 1700000000123456789LL;
        QTest::newRow("exponent") << QByteArray("1.7e18") << 1700000000000000000LL;
        QTest::newRow("calendar") << QByteArray("2023-11-14T22:13:20Z") << 1700000000000000000LL;
        QTest::newRow("none") << QByteArray("0") << 0LL;
    }
    void theUnitIsToldBySize() {
        QFETCH(QByteArray, text);
        QFETCH(qlonglong, nanoseconds);
        QCOMPARE(epochTime(text.toStdString()), std::optional<std::int64_t>(nanoseconds));
    }

    void whatIsNoTimeIsNothing() {
        for (const char* text : {"", "soon", "99999999999999999999999", "2023-13-01T00:00:00Z"})
            QVERIFY2(!epochTime(text), text);
    }
};

QTEST_APPLESS_MAIN(tst_EpochText)
#include "tst_EpochText.moc"
