#include "cli/TimeArgument.h"

#include <QTest>

using namespace hallway;
using namespace hallway::cli;

class tst_TimeArgument : public QObject {
    Q_OBJECT

private slots:
    void readsWhatPeopleType_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<qint64>("nanoseconds");
        // 2023-11-14T22:13:20Z is 1,700,000,000 s after 1970.
        const qint64 second = 1'000'000'000;
        const qint64 base = 1'700'000'000 * second;
        QTest::newRow("UTC") << "2023-11-14T22:13:20Z" << base;
        QTest::newRow("no zone is UTC") << "2023-11-14T22:13:20" << base;
        QTest::newRow("a blank for the T") << "2023-11-14 22:13:20" << base;
        QTest::newRow("east") << "2023-11-15T00:13:20+02:00" << base;
        QTest::newRow("west, without colon") << "2023-11-14T16:43:20-0530" << base;
        QTest::newRow("hours only") << "2023-11-14T23:13:20+01" << base;
        QTest::newRow("fraction") << "2023-11-14T22:13:20.5Z" << base + second / 2;
        QTest::newRow("nine digits") << "2023-11-14T22:13:20.000000001" << base + 1;
        QTest::newRow("the tenth digit is cut") << "2023-11-14T22:13:20.0000000019" << base + 1;
        QTest::newRow("decimal comma") << "2023-11-14T22:13:20,25Z" << base + second / 4;
        QTest::newRow("no seconds") << "2023-11-14T22:13" << base - 20 * second;
        QTest::newRow("a day") << "2023-11-14" << base - (22 * 3600 + 13 * 60 + 20) * second;
        QTest::newRow("nanoseconds") << "1700000000000000000" << base;
        QTest::newRow("zero") << "0" << qint64(0);
        QTest::newRow("before 1970") << "1969-12-31T23:59:59Z" << -second;
        QTest::newRow("leap day") << "2024-02-29" << qint64(19'782) * 86'400 * second;
    }

    void readsWhatPeopleType() {
        QFETCH(const QString, typed);
        QFETCH(const qint64, nanoseconds);
        const auto time = parseTime(typed.toStdString());
        QVERIFY(time.has_value());
        QCOMPARE(qint64(nanosecondsOf(*time)), nanoseconds);
    }

    void refusesEverythingElse_data() {
        QTest::addColumn<QString>("typed");
        for (const char* typed :
             {"", "now", "2023-11", "2023-02-29", "2023-13-01", "2023-11-14T", "2023-11-14T24:00",
              "2023-11-14T22:60", "2023-11-14T22:13:20.", "2023-11-14T22:13:20Zx", "2023-11-14T22:13:20+",
              "2023-11-14T22:13:20+25", "12:00", "1e9", "1.5", " 1", "9999-01-01", "0001-01-01",
              "99999999999999999999"})
            QTest::newRow(typed) << typed;
    }

    void refusesEverythingElse() {
        QFETCH(const QString, typed);
        QVERIFY(!parseTime(typed.toStdString()));
    }
};

QTEST_APPLESS_MAIN(tst_TimeArgument)
#include "tst_TimeArgument.moc"
