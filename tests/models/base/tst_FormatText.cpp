#include "base/FormatText.h"

#include <QTest>
#include <rapidcheck.h>

#include <clocale>
#include <limits>

using namespace hallway;
using namespace std::chrono_literals;

namespace {

/// No-break spaces as plain ones, to be readable here.
std::string plain(std::string text) {
    constexpr std::string_view noBreakSpace = "\u00a0";
    for (std::size_t at = text.find(noBreakSpace); at != std::string::npos; at = text.find(noBreakSpace, at))
        text.replace(at, noBreakSpace.size(), " ");
    return text;
}

std::string duration(Duration value) { return plain(format::duration(value)); }
std::string tick(Duration value) { return plain(format::durationTick(value)); }
std::string share(std::uint64_t part, std::uint64_t whole) { return plain(format::share(part, whole)); }
std::string bytes(std::uint64_t value) { return plain(format::bytes(value)); }

constexpr std::uint64_t greatest = std::numeric_limits<std::uint64_t>::max();

/// 22 November 2026, 12:04:41.318042999 UTC
constexpr Timestamp noon = timestampOf(1'795'349'081'318'042'999);

std::int32_t kathmandu(Timestamp) { return 5 * 3600 + 45 * 60; }
std::int32_t honolulu(Timestamp) { return -10 * 3600; }

} // namespace

class tst_FormatText : public QObject {
    Q_OBJECT

private slots:
    void durationsHaveThreeSignificantDigits();
    void durationsRoundIntoTheNextUnit();
    void longDurationsHaveTwoParts();
    void negativeDurationsHaveAMinus();
    void figureAndUnitDoNotBreak();
    void ticksDropTrailingZeros();
    void exactCountsHaveSeparators();
    void shortCountsHaveThreeSignificantDigits();
    void sharesHaveOneDecimal();
    void sharesAreNoneAndAllOnlyWhenTrue();
    void aShareOfNothingIsAbsent();
    void fanOutHasOneDecimalUnderAHundred();
    void bytesAreMultiplesOfAThousand();
    void figuresDoNotAskTheLocale();
    void everyDurationIsShort();
    void timesAreCutNotRounded();
    void offsetsMoveClockAndDate();
    void timesBefore1970AreTimesToo();
    void theEndsOfTimeAreWritten();
    void isoTimesAreExact();
    void ordinaryTextStaysAsItIs();
    void controlCharactersCannotAct();
    void textCannotBeReordered();
    void invisibleCharactersShow();
    void bytesThatAreNoUtf8AreReplaced_data();
    void bytesThatAreNoUtf8AreReplaced();
    void anythingBecomesPrintable();
    void longTextIsCutInTheMiddle();
    void charactersAreNeverCut();
};

void tst_FormatText::durationsHaveThreeSignificantDigits() {
    QCOMPARE(duration(0ns), "0 ns");
    QCOMPARE(duration(1ns), "1 ns");
    QCOMPARE(duration(842ns), "842 ns");
    QCOMPARE(duration(84'213ns), "84.2 µs");
    QCOMPARE(duration(8'421'300ns), "8.42 ms");
    QCOMPARE(duration(590ms), "590 ms");
    QCOMPARE(duration(1ms), "1.00 ms");
    QCOMPARE(duration(1'280ms), "1.28 s");
    QCOMPARE(duration(42'500ms), "42.5 s");
}

void tst_FormatText::durationsRoundIntoTheNextUnit() {
    QCOMPARE(duration(9'994ns), "9.99 µs");
    QCOMPARE(duration(9'995ns), "10.0 µs");
    QCOMPARE(duration(99'950ns), "100 µs");
    QCOMPARE(duration(999'499ns), "999 µs");
    QCOMPARE(duration(999'500ns), "1.00 ms");
    QCOMPARE(duration(999'500us), "1.00 s");
    QCOMPARE(duration(59'949ms), "59.9 s");
    QCOMPARE(duration(59'950ms), "1 m 00 s");
}

void tst_FormatText::longDurationsHaveTwoParts() {
    QCOMPARE(duration(60s), "1 m 00 s");
    QCOMPARE(duration(125s), "2 m 05 s");
    QCOMPARE(duration(125'499ms), "2 m 05 s");
    QCOMPARE(duration(125'500ms), "2 m 06 s");
    QCOMPARE(duration(3'599'499ms), "59 m 59 s");
    QCOMPARE(duration(3'599'500ms), "1 h 00 m");
    QCOMPARE(duration(62min), "1 h 02 m");
    QCOMPARE(duration(30h + 29s), "30 h 00 m");
    QCOMPARE(duration(Duration::max()), "2,562,047 h 47 m");
}

void tst_FormatText::negativeDurationsHaveAMinus() {
    QCOMPARE(duration(-3'100us), "−3.10 ms");
    QCOMPARE(duration(-125s), "−2 m 05 s");
    QCOMPARE(duration(Duration::min()), "−2,562,047 h 47 m");
}

void tst_FormatText::figureAndUnitDoNotBreak() {
    QCOMPARE(format::duration(84ms), "84.0\u00a0ms");
    QCOMPARE(format::duration(125s), "2\u00a0m\u00a005\u00a0s");
    QCOMPARE(format::share(1, 4), "25.0\u00a0%");
}

void tst_FormatText::ticksDropTrailingZeros() {
    QCOMPARE(tick(0ns), "0 ns");
    QCOMPARE(tick(200ns), "200 ns");
    QCOMPARE(tick(1'500ms), "1.5 s");
    QCOMPARE(tick(20ms), "20 ms");
    QCOMPARE(tick(100ms), "100 ms");
    QCOMPARE(tick(2s), "2 s");
    QCOMPARE(tick(2min), "2 m");
    QCOMPARE(tick(100s), "1 m 40 s");
    QCOMPARE(tick(100h), "100 h");
    QCOMPARE(tick(100h + 5min), "100 h 05 m");
    QCOMPARE(tick(-1'500ms), "−1.5 s");
}

void tst_FormatText::exactCountsHaveSeparators() {
    QCOMPARE(format::countExact(0), "0");
    QCOMPARE(format::countExact(999), "999");
    QCOMPARE(format::countExact(1'000), "1,000");
    QCOMPARE(format::countExact(106'868), "106,868");
    QCOMPARE(format::countExact(1'234'567), "1,234,567");
    QCOMPARE(format::countExact(greatest), "18,446,744,073,709,551,615");
}

void tst_FormatText::shortCountsHaveThreeSignificantDigits() {
    QCOMPARE(format::countShort(0), "0");
    QCOMPARE(format::countShort(842), "842");
    QCOMPARE(format::countShort(999), "999");
    QCOMPARE(format::countShort(1'000), "1.00k");
    QCOMPARE(format::countShort(2'834), "2.83k");
    QCOMPARE(format::countShort(9'995), "10.0k");
    QCOMPARE(format::countShort(106'868), "107k");
    QCOMPARE(format::countShort(999'499), "999k");
    QCOMPARE(format::countShort(999'500), "1.00M");
    QCOMPARE(format::countShort(1'240'000), "1.24M");
    QCOMPARE(format::countShort(9'010'000'000), "9.01G");
    QCOMPARE(format::countShort(greatest), "18,446,744,074G");
}

void tst_FormatText::sharesHaveOneDecimal() {
    QCOMPARE(share(248, 1000), "24.8 %");
    QCOMPARE(share(1, 3), "33.3 %");
    QCOMPARE(share(2, 3), "66.7 %");
    QCOMPARE(share(1, 20), "5.0 %");
    QCOMPARE(share(1, 1000), "0.1 %");
    QCOMPARE(share(149, 100'000), "0.1 %");
    QCOMPARE(share(15, 10'000), "0.2 %");
}

void tst_FormatText::sharesAreNoneAndAllOnlyWhenTrue() {
    QCOMPARE(share(0, 10), "0 %");
    QCOMPARE(share(1, 1001), "<0.1 %");
    QCOMPARE(share(99, 100'000), "<0.1 %");
    QCOMPARE(share(1, greatest), "<0.1 %");
    QCOMPARE(share(9'999, 10'000), "99.9 %");
    constexpr std::uint64_t trillions = 1'000'000'000'000'000'000;
    QCOMPARE(share(trillions - 1, trillions), "99.9 %");
    QCOMPARE(share(10, 10), "100 %");
}

void tst_FormatText::aShareOfNothingIsAbsent() { QCOMPARE(share(0, 0), "–"); }

void tst_FormatText::fanOutHasOneDecimalUnderAHundred() {
    QCOMPARE(format::fanOut(0), "×0.0");
    QCOMPARE(format::fanOut(0.04), "<×0.1"); // there are calls
    QCOMPARE(format::fanOut(2), "×2.0");
    QCOMPARE(format::fanOut(14.2), "×14.2");
    QCOMPARE(format::fanOut(99.94), "×99.9");
    QCOMPARE(format::fanOut(99.96), "×100");
    QCOMPARE(format::fanOut(1234.4), "×1,234");
}

void tst_FormatText::bytesAreMultiplesOfAThousand() {
    QCOMPARE(bytes(0), "0 B");
    QCOMPARE(bytes(842), "842 B");
    QCOMPARE(bytes(1'000), "1.00 kB");
    QCOMPARE(bytes(1'024'000), "1.02 MB");
    QCOMPARE(bytes(3'400'000'000), "3.40 GB");
    QCOMPARE(bytes(10'000'000'000'000), "10.0 TB");
}

void tst_FormatText::figuresDoNotAskTheLocale() {
    const std::string before = std::setlocale(LC_ALL, nullptr);
    for (const char* name : {"de_DE.UTF-8", "de_DE", "fr_FR.UTF-8"}) {
        if (std::setlocale(LC_ALL, name) == nullptr) continue;
        QCOMPARE(duration(1'280ms), "1.28 s");
        QCOMPARE(format::fanOut(14.2), "×14.2");
        QCOMPARE(share(248, 1000), "24.8 %");
    }
    std::setlocale(LC_ALL, before.c_str());
}

void tst_FormatText::everyDurationIsShort() {
    QVERIFY(rc::check("up to a day, at most nine characters", [] {
        const Duration value(*rc::gen::inRange<std::int64_t>(0, 86'400'000'000'000) >>
                             *rc::gen::inRange(0, 47));
        std::string text = duration(value);
        if (const std::size_t micro = text.find("µ"); micro != std::string::npos) text.replace(micro, 2, "u");
        RC_ASSERT(text.size() <= 9u);
    }));
}

void tst_FormatText::timesAreCutNotRounded() {
    QCOMPARE(format::timeOfDay(noon), "12:04:41.318");
    QCOMPARE(format::timeOfDay(timestampOf(1'999'999)), "00:00:00.001");
    QCOMPARE(format::clock(noon, false), "12:04");
    QCOMPARE(format::clock(noon, true), "12:04:41");
    QCOMPARE(format::date(noon), "22 Nov 2026");
}

void tst_FormatText::offsetsMoveClockAndDate() {
    QCOMPARE(format::timeOfDay(noon, kathmandu), "17:49:41.318");
    QCOMPARE(format::clock(noon, false, honolulu), "02:04");
    const Timestamp lateEvening = noon + 8h;
    QCOMPARE(format::date(lateEvening, kathmandu), "23 Nov 2026");
    QCOMPARE(format::date(timestampOf(0), honolulu), "31 Dec 1969");
}

void tst_FormatText::timesBefore1970AreTimesToo() {
    QCOMPARE(format::timeOfDay(timestampOf(-1)), "23:59:59.999");
    QCOMPARE(format::isoTime(timestampOf(-1)), "1969-12-31T23:59:59.999999999Z");
    QCOMPARE(format::isoTime(timestampOf(-1'000'000'000)), "1969-12-31T23:59:59.000000000Z");
}

void tst_FormatText::theEndsOfTimeAreWritten() {
    QCOMPARE(format::isoTime(Timestamp::min()), "1677-09-21T00:12:43.145224192Z");
    QCOMPARE(format::isoTime(Timestamp::max()), "2262-04-11T23:47:16.854775807Z");
    QCOMPARE(format::clock(Timestamp::max(), true, kathmandu), "05:32:16");
    QCOMPARE(format::date(Timestamp::min(), honolulu), "20 Sep 1677");
}

void tst_FormatText::isoTimesAreExact() { QCOMPARE(format::isoTime(noon), "2026-11-22T12:04:41.318042999Z"); }

void tst_FormatText::ordinaryTextStaysAsItIs() {
    for (const std::string_view text :
         {"", "checkout", "GET /cart?id=1&x=%20", "Grüße, 東京, שלום, سلام", "👩‍💻 ✓", "a\u00a0b"})
        QCOMPARE(format::printable(text), std::string(text));
}

void tst_FormatText::controlCharactersCannotAct() {
    QCOMPARE(format::printable("a\x1b[31mred\x07"), "a\ufffd[31mred\ufffd");
    QCOMPARE(format::printable("two\nlines\tand\r"), "two\ufffdlines\ufffdand\ufffd");
    QCOMPARE(format::printable(std::string_view("nul\0!", 5)), "nul\ufffd!");
    QCOMPARE(format::printable("del\x7f"), "del\ufffd");
    QCOMPARE(format::printable("csi\u009b2J"), "csi\ufffd2J");
    QCOMPARE(format::printable("next\u0085line\u2028para\u2029"), "next\ufffdline\ufffdpara\ufffd");
}

void tst_FormatText::textCannotBeReordered() {
    for (const std::string_view control : {"\u061c", "\u200e", "\u200f", "\u202a", "\u202b", "\u202c",
                                           "\u202d", "\u202e", "\u2066", "\u2067", "\u2068", "\u2069"})
        QCOMPARE(format::printable(std::string("a").append(control).append("b")), "a\ufffdb");
}

void tst_FormatText::invisibleCharactersShow() {
    for (const std::string_view hidden :
         {"\u00ad", "\u200b", "\u2060", "\ufeff", "\ufff9", "\uffff", "\U0001fffe", "\U000e0041"})
        QCOMPARE(format::printable(hidden), "\ufffd");
}

void tst_FormatText::bytesThatAreNoUtf8AreReplaced_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("replacements");
    QTest::newRow("lone continuation") << QByteArray("\x80") << 1;
    QTest::newRow("8-bit CSI") << QByteArray("\x9b") << 1;
    QTest::newRow("cut short") << QByteArray("\xe2\x82") << 2;
    QTest::newRow("overlong slash") << QByteArray("\xc0\xaf") << 2;
    QTest::newRow("overlong of three") << QByteArray("\xe0\x80\xaf") << 3;
    QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << 3;
    QTest::newRow("beyond the last plane") << QByteArray("\xf4\x90\x80\x80") << 4;
    QTest::newRow("no lead byte") << QByteArray("\xff\xfe") << 2;
}

void tst_FormatText::bytesThatAreNoUtf8AreReplaced() {
    QFETCH(QByteArray, text);
    QFETCH(int, replacements);
    std::string expected = "<";
    for (int i = 0; i < replacements; ++i)
        expected += "\ufffd";
    QCOMPARE(format::printable('<' + text.toStdString() + '>'), expected + '>');
}

void tst_FormatText::anythingBecomesPrintable() {
    QVERIFY(rc::check("the result is valid, quiet and stays as it is", [](const std::string& text) {
        const std::string once = format::printable(text);
        RC_ASSERT(format::printable(once) == once);
        for (const char byte : once)
            RC_ASSERT(static_cast<unsigned char>(byte) >= 0x20);
        RC_ASSERT(QString::fromStdString(once).toStdString() == once);
    }));
}

void tst_FormatText::longTextIsCutInTheMiddle() {
    QCOMPARE(format::elideMiddle("checkout", 8), "checkout");
    QCOMPARE(format::elideMiddle("checkout", 7), "che…out");
    QCOMPARE(format::elideMiddle("checkout", 6), "che…ut");
    QCOMPARE(format::elideMiddle("checkout", 2), "c…");
    QCOMPARE(format::elideMiddle("checkout", 1), "…");
    QCOMPARE(format::elideMiddle("checkout", 0), "");
    QCOMPARE(format::elideMiddle("", 0), "");
}

void tst_FormatText::charactersAreNeverCut() {
    QCOMPARE(format::elideMiddle("äöüßéè", 6), "äöüßéè");
    QCOMPARE(format::elideMiddle("äöüßéè", 3), "ä…è");
    QCOMPARE(format::elideMiddle("東京タワー", 4), "東京…ー");
}

QTEST_APPLESS_MAIN(tst_FormatText)
#include "tst_FormatText.moc"
