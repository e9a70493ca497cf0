#include "decode/DecompressedSource.h"

#include "Compressed.h"
#include "Decoded.h"

#include <QTest>

#include <limits>

using namespace hallway;
using namespace std::string_literals;
using namespace std::string_view_literals;

namespace {

constexpr std::size_t whole = std::numeric_limits<std::size_t>::max();

struct Stream {
    std::string text;
    std::string finding; ///< empty: nothing was wrong
};

Stream decompressed(std::string_view bytes, std::size_t step = whole) {
    TricklingSource inner(bytes, step);
    CountingSource file(inner);
    ExpansionGuard guard("f", file, {});
    DecompressedSource source(compressionOf(bytes).value(), file, guard, [] { return false; });
    Stream stream;
    char buffer[4096];
    for (auto got = source.read(buffer); got.value_or(0) > 0; got = source.read(buffer))
        stream.text.append(buffer, *got);
    if (source.finding()) stream.finding = source.finding()->detail;
    return stream;
}

constexpr std::string_view cut = "the gzip data end too early";

std::string damaged(std::string_view kind, std::string_view why) {
    return "the " + std::string(kind) + " data are damaged (" + std::string(why) + "), what follows is lost";
}

/// Letters in no order: each is compressed to a literal.
std::string letters(std::size_t count) {
    std::string text;
    for (std::uint64_t i = 1; text.size() < count; i = i * 6364136223846793005u + 1442695040888963407u)
        text += static_cast<char>('a' + (i >> 33) % 26);
    return text;
}

/// Lines that differ a little.
std::string lines(std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        text += "{\"name\":\"GET /cart\",\"id\":\"" + letters(8 + i % 5) + std::to_string(i * i) + "\"}\n";
    return text;
}

} // namespace

// Where gzip and zlib have rules of their own; what all kinds have in common: tst_DecompressedSource.
class tst_Inflater : public QObject {
    Q_OBJECT

private slots:
    void everyPartOfAHeaderIsPassed_data() {
        QTest::addColumn<int>("flags");
        for (int flags = 0; flags < 32; ++flags)
            QTest::addRow("flags %d", flags) << flags;
    }
    void everyPartOfAHeaderIsPassed() {
        QFETCH(int, flags);
        const std::string member = withHeader(gzipped("text"), static_cast<unsigned>(flags));
        for (const std::size_t step : {std::size_t{1}, std::size_t{3}, whole}) {
            const Stream stream = decompressed(member + member, step);
            QCOMPARE(stream.text, std::string("texttext"));
            QCOMPARE(stream.finding, std::string());
        }
        for (std::size_t size = 3; size < member.size(); ++size)
            QVERIFY2(decompressed(member.substr(0, size)).finding == cut, std::to_string(size).c_str());
    }

    void aLongNameIsPassed() {
        std::string member = gzipped("text");
        member[3] = 8;
        member.insert(10, std::string(1'000'000, 'n') + '\0');
        QCOMPARE(decompressed(member).text, std::string("text"));
    }

    void aHeaderWithAWrongSumOrUnknownFlagsIsRefused() {
        std::string wrong = withHeader(gzipped("text"), 2);
        wrong[10] = static_cast<char>(wrong[10] ^ 1);
        std::string unknown = gzipped("text");
        for (const std::size_t step : {std::size_t{1}, whole}) {
            QCOMPARE(decompressed(wrong, step).text, std::string());
            QCOMPARE(decompressed(wrong, step).finding, damaged("gzip", "incorrect data check"));
            for (const int flag : {0x20, 0x40, 0x80}) {
                unknown[3] = static_cast<char>(flag);
                QCOMPARE(decompressed(unknown, step).text, std::string());
                QCOMPARE(decompressed(unknown, step).finding, damaged("gzip", "invalid header"));
            }
        }
    }

    void aMemberWithAWrongSumOrLengthIsTheLast() {
        const std::string text = lines(300);
        for (const std::size_t fromEnd : {std::size_t{8}, std::size_t{1}}) { // the sum, the length
            std::string second = gzipped(text);
            second[second.size() - fromEnd] = static_cast<char>(second[second.size() - fromEnd] ^ 1);
            for (const std::size_t step : {std::size_t{1}, whole}) {
                const Stream stream = decompressed(gzipped("first ") + second + gzipped("third"), step);
                QVERIFY(stream.text == "first " + text);
                QCOMPARE(stream.finding, damaged("gzip", "incorrect data check"));
            }
        }
    }

    void aCutMemberGivesAllThatItHolds() {
        for (const std::string& member : {gzipped(lines(40)), gzipped(letters(900)), zlibbed(lines(40))}) {
            std::size_t before = 0;
            for (std::size_t size = 3; size <= member.size(); ++size) {
                const std::string_view begin = std::string_view(member).substr(0, size);
                const std::string expected = inflatedByZlib(begin);
                for (const std::size_t step : {std::size_t{1}, whole})
                    QVERIFY2(decompressed(begin, step).text == expected, std::to_string(size).c_str());
                QVERIFY(expected.size() >= before);
                before = expected.size();
            }
        }
    }

    void aLongCutMemberMayLackTheLastTwoLiterals() {
        for (const std::string& text : {lines(2000), letters(60'000)}) {
            const std::string member = gzipped(text);
            std::size_t before = 0;
            for (std::size_t size = 3; size <= member.size(); size += 61) {
                const std::string_view begin = std::string_view(member).substr(0, size);
                const Stream stream = decompressed(begin);
                const std::string expected = inflatedByZlib(begin);
                QVERIFY(expected.starts_with(stream.text) && stream.text.size() + 2 >= expected.size());
                QVERIFY(stream.text.size() >= before);
                before = stream.text.size();
            }
        }
    }

    void aMatchWithNothingIsNotMadeUp() {
        // Fixed codes: some literals, then a match with what stands 255 bytes back.
        const std::string broken = "\x1F\x8B\x08\0\0\0\0\0\0\x03"
                                   "\xCB\xCF\xCB\xA9\x54\xC8\x18\xB1\xDE\x07\0"s;
        const std::string text = lines(2000);
        for (const std::size_t step : {std::size_t{1}, whole}) {
            const Stream stream = decompressed(gzipped(text) + broken, step);
            QVERIFY((text + "only h").starts_with(stream.text) && stream.text.starts_with(text));
            QCOMPARE(stream.finding, damaged("gzip", "invalid distance too far back"));
        }
    }

    void aStreamThatNeedsADictionaryIsRefused() {
        const auto stream = "\x78\xBB\x01\x02\x03\x04\x03\0\0\0\0\x01"sv;
        QVERIFY(!compressionOf(stream)); // so that a file of it is named as one that is not understood
        const auto inflater = makeInflater(Compression::Zlib);
        char buffer[10];
        QVERIFY(inflater->step(stream, buffer).state == Decompressor::State::Damaged);
        QCOMPARE(inflater->damage(), std::string("it needs a dictionary"));
    }

    void bytesBehindAStreamAreNotTaken() {
        for (const auto& [kind, member] : {std::pair(Compression::Gzip, gzipped("some text")),
                                           std::pair(Compression::Zlib, zlibbed("some text"))}) {
            for (std::size_t room = 1; room < 12; ++room) { // the library reads ahead while it waits for room
                const std::string input = member + "0123456789";
                const auto inflater = makeInflater(kind);
                std::string text, buffer(room, '\0');
                std::size_t taken = 0;
                for (auto state = Decompressor::State::Inside; state == Decompressor::State::Inside;) {
                    const auto step = inflater->step(std::string_view(input).substr(taken), buffer);
                    text.append(buffer, 0, step.given);
                    taken += step.taken;
                    state = step.state;
                }
                QCOMPARE(text, std::string("some text"));
                QCOMPARE(taken, member.size());
            }
        }
    }
};

QTEST_APPLESS_MAIN(tst_Inflater)
#include "tst_Inflater.moc"
