#include "decode/BracketScan.h"

#include <QTest>

#include <optional>
#include <string>

using namespace hallway;

namespace {

/// Feeds a text block by block; those it may pass are passed, as the scanner does, if `passing`.
std::optional<std::size_t> endOf(const std::string& text, bool passing = true,
                                 BracketScan::Registers registers = BracketScan::Registers::Widest) {
    const std::string padded = text + std::string(BracketScan::blockBytes, '}');
    BracketScan scan(registers);
    for (std::size_t at = 0; at < text.size(); at += BracketScan::blockBytes) {
        if (passing)
            at += scan.pass(padded.data() + at, (text.size() - at) / BracketScan::blockBytes) *
                  BracketScan::blockBytes;
        const std::size_t size = std::min(BracketScan::blockBytes, text.size() - at);
        if (const auto end = scan.feed(padded.data() + at, size)) return at + *end;
    }
    return std::nullopt;
}

/// The same, one character at a time: what the scan must agree with.
std::optional<std::size_t> slowEndOf(const std::string& text) {
    int depth = 0;
    bool inString = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        // Outside of a string a backslash is no JSON; it hides a quote there too.
        if (c == '\\' &&
            (inString || (at + 1 < text.size() && (text[at + 1] == '"' || text[at + 1] == '\\')))) {
            ++at;
            continue;
        }
        if (c == '"') inString = !inString;
        if (inString) continue;
        if (c == '{' || c == '[') ++depth;
        if ((c == '}' || c == ']') && --depth <= 0) return at + 1;
    }
    return std::nullopt;
}

} // namespace

class tst_BracketScan : public QObject {
    Q_OBJECT

private slots:
    void findsTheEnd_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("end");
        QTest::newRow("empty object") << QByteArray("{}") << 2;
        QTest::newRow("nested, and text behind it") << QByteArray(R"({"a":[1,{"b":[]}]},{})") << 18;
        QTest::newRow("brackets in a string") << QByteArray("{\"a\":\"}]}\"}") << 11;
        QTest::newRow("an escaped quote") << QByteArray("{\"a\":\"\\\"}\"}!") << 11;
        QTest::newRow("an escaped backslash before the quote") << QByteArray(R"({"a":"\\"}!)") << 10;
        QTest::newRow("unfinished") << QByteArray(R"({"a":[1)") << -1;
        QTest::newRow("unfinished string") << QByteArray("{\"a\":\"}}") << -1;
    }
    void findsTheEnd() {
        QFETCH(QByteArray, text);
        QFETCH(int, end);
        const auto found = endOf(text.toStdString());
        QCOMPARE(found ? static_cast<int>(*found) : -1, end);
    }

    void carriesQuotesAndEscapesOverBlocks() {
        // A run of backslashes of every length that ends at every place around the border of two blocks.
        for (std::size_t before = 50; before < 70; ++before)
            for (std::size_t run = 0; run < 20; ++run) {
                const std::string text =
                    "{\"a\":\"" + std::string(before, 'x') + std::string(run, '\\') + "\"},\"b\":\"}\"}x";
                QCOMPARE(endOf(text), slowEndOf(text));
                QCOMPARE(endOf(text, false), slowEndOf(text));
                QCOMPARE(endOf(text, true, BracketScan::Registers::Narrow), slowEndOf(text));
            }
    }

    void agreesWithTheSlowWayOnAnyText() {
        std::uint32_t state = 12345;
        constexpr std::string_view letters = "{}[]\"\\,:a \n";
        for (int round = 0; round < 2000; ++round) {
            std::string text = "{";
            for (int i = 0; i < 200; ++i) {
                state = state * 1664525 + 1013904223;
                text += letters[(state >> 16) % letters.size()];
            }
            QCOMPARE(endOf(text), slowEndOf(text));
            QCOMPARE(endOf(text, true, BracketScan::Registers::Narrow), slowEndOf(text));
        }
    }

    void saysWhereABraceFollowsALineBreak() {
        std::string block = "{\n{";
        block.resize(BracketScan::blockBytes - 1, ' ');
        block += '\n';
        BracketScan scan;
        QVERIFY(!scan.feed(block.data(), block.size()));
        QCOMPARE(scan.bracketsAfterLineBreak(), std::uint64_t{4});
        QCOMPARE(scan.lineBreaks(), std::uint64_t{2} | (std::uint64_t{1} << 63));
        const std::string next = "{" + std::string(BracketScan::blockBytes - 1, ' ');
        QVERIFY(!scan.feed(next.data(), next.size()));
        QCOMPARE(scan.bracketsAfterLineBreak(), std::uint64_t{1});
    }

    void leavesToFeedWhatItMustLookAt() {
        const std::string plain = "{\"a\":[" + std::string(BracketScan::blockBytes - 6, ' ');
        for (const char special : {'\n', '\\'}) {
            std::string blocks = plain + std::string(BracketScan::blockBytes, ' ');
            blocks[BracketScan::blockBytes + 5] = special;
            BracketScan scan;
            QVERIFY(scan.pass(blocks.data(), 2) <= 1);
        }
        BracketScan scan;
        const std::string closing = std::string(BracketScan::blockBytes, '}');
        QCOMPARE(scan.pass(closing.data(), 1), std::size_t{0}); // nothing is open yet
    }

    void noticesEscapes() {
        BracketScan scan;
        const std::string block = R"({"a\n":1})" + std::string(BracketScan::blockBytes, ' ');
        QVERIFY(scan.feed(block.data(), 9).has_value());
        QVERIFY(scan.hasEscapes());
    }
};

QTEST_APPLESS_MAIN(tst_BracketScan)
#include "tst_BracketScan.moc"
