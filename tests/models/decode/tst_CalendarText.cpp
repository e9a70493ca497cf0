#include <QTest> // first: moc stumbles over <concepts> otherwise

#include "decode/CalendarText.h"

using namespace hallway;

namespace {
constexpr qint64 none = -1; // no time of these tests
}

class tst_CalendarText : public QObject {
    Q_OBJECT

private slots:
    void times_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("nanoseconds");
        const auto row = [](const char* text, qint64 nanoseconds) {
            QTest::newRow(text) << QByteArray(text) << nanoseconds;
        };
        // 2023-05-02 is day 19479 since 1970, 09:30 its second 34200.
        constexpr qint64 time = (qint64{19479} * 86400 + 34200) * 1'000'000'000;
        row("2023-05-02T09:30:00Z", time);
        row("2023-05-02T09:30:00.123456789Z", time + 123456789);
        row("2023-05-02T09:30:00.1234567Z", time + 123456700);
        row("2023-05-02T09:30:00.1234567899Z", time + 123456789);
        row("2023-05-02 09:30:00.5", time + 500000000);
        row("2023-05-02 09:30:00,5", time + 500000000);
        row("2023-05-02T11:30:00+02:00", time);
        row("2023-05-02T11:30:00+0200", time);
        row("2023-05-02T11:30:00+02", time);
        row("2023-05-02T04:00:00.000-05:30", time);
        row(" 2023-05-02T09:30:00Z ", time);
        row("1970-01-01T00:00:00Z", 0);
        row("0001-01-01T00:00:00Z", none);
        row("2023-13-02T09:30:00Z", none);
        row("2023-02-30T09:30:00Z", none);
        row("2023-05-02T25:30:00Z", none);
        row("2023-05-02T09:30:00.Z", none);
        row("2023-05-02T09:30:00Zx", none);
        row("2023-05-02T09:30", none);
        row("2023-05-02", none);
        row("1683019800", none);
        row("", none);
        row("9999-12-31T23:59:59Z", none);
    }
    void times() {
        QFETCH(QByteArray, text);
        QTEST(qint64{calendarTime(text.toStdString()).value_or(none)}, "nanoseconds");
    }

    void durations_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("nanoseconds");
        const auto row = [](const char* text, qint64 nanoseconds) {
            QTest::newRow(text) << QByteArray(text) << nanoseconds;
        };
        row("00:00:00.0123456", 12345600);
        row("00:00:05", 5'000'000'000);
        row("1.02:03:04.5", ((26 * 60 + 3) * 60 + 4) * qint64{1'000'000'000} + 500'000'000);
        row("-00:00:02", -2'000'000'000);
        row("0.005s", 5'000'000);
        row("5ms", 5'000'000);
        row("1.5us", 1500);
        row("7µs", 7000);
        row("9ns", 9);
        row("1m2.5s", 62'500'000'000);
        row("2h", 7'200'000'000'000);
        row("-3s", -3'000'000'000);
        row("00:61:00", none);
        row("0:00", none);
        row("5", none);
        row("s", none);
        row("5 s", none);
        row("", none);
        row("99999999999999s", none);
    }
    void durations() {
        QFETCH(QByteArray, text);
        QTEST(qint64{durationText(text.toStdString()).value_or(none)}, "nanoseconds");
    }
};

QTEST_APPLESS_MAIN(tst_CalendarText)
#include "tst_CalendarText.moc"
