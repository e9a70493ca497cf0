#include "decode/ShortDate.h"

#include "decode/CalendarText.h"

#include <QTest>

#include <string>

using namespace hallway;

class tst_ShortDate : public QObject {
    Q_OBJECT

private slots:
    void theRangeTellsTheMonth_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("within"); // a second of it
        const auto row = [](const char* text, const char* within) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(within);
        };
        row("07/05/2024 06:57:51 +00:00", "2024-07-05T06:57:51Z");
        row("07/05/2024 06:57:51 +00:00", "2024-05-07T06:57:51Z");
        row("3/14/2024 9:35:28 AM +00:00", "2024-03-14T09:35:28Z");
        row("3/14/2024 12:35:28 AM +00:00", "2024-03-14T00:35:28Z");
        row("3/14/2024 12:35:28 PM +00:00", "2024-03-14T12:35:28Z");
        row("14.03.2024 09:35:28 +01:00", "2024-03-14T08:35:28Z");
        row("2024-03-14 09:35:28", "2024-03-14T09:35:28Z");
    }
    void theRangeTellsTheMonth() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, within);
        const std::int64_t second = *calendarTime(within.toStdString());
        QCOMPARE(shortDateTime(text.toStdString(), second + 999'999'999, second + 999'999'999),
                 std::optional<std::int64_t>(second));
    }

    void whatIsNoDateIsNone_data() {
        QTest::addColumn<QByteArray>("text");
        for (const char* text : {"", "x", "1/2", "07/05/2024", "07/05/2024 06:57", "99/99/2024 06:57:51",
                                 "07/05/2024 99:99:99", "12345/1/1 1:1:1", "07/05/2025 06:57:51 +00:00"})
            QTest::newRow(text) << QByteArray(text);
    }
    void whatIsNoDateIsNone() {
        QFETCH(QByteArray, text);
        const std::int64_t second = *calendarTime("2024-07-05T06:57:51Z");
        QCOMPARE(shortDateTime(text.toStdString(), second, second), std::optional<std::int64_t>());
    }
};

QTEST_APPLESS_MAIN(tst_ShortDate)
#include "tst_ShortDate.moc"
