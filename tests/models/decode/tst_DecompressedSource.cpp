#include "decode/DecompressedSource.h"

#include "base/FormatText.h"

#include "Compressed.h"
#include "Decoded.h"

#include <QTest>

#include <limits>

using namespace hallway;

namespace {

struct Stream {
    std::string text;
    std::optional<Problem> finding;
    std::optional<Error> error;
};

struct Way {
    std::size_t step = std::numeric_limits<std::size_t>::max(); ///< bytes the inner source gives at a time
    std::size_t buffer = 4096;                                  ///< bytes asked for at a time
    ExpansionLimits limits{};
};

Stream decompressed(std::string_view bytes, Way way = {}) {
    TricklingSource inner(bytes, way.step);
    CountingSource file(inner);
    ExpansionGuard guard("f", file, way.limits);
    DecompressedSource source(compressionOf(bytes).value(), file, guard, [] { return false; });
    Stream stream;
    std::string buffer(way.buffer, '\0');
    for (;;) {
        const auto got = source.read(buffer);
        if (!got) stream.error = got.error();
        if (!got || *got == 0) break;
        stream.text.append(buffer, 0, *got);
    }
    stream.finding = source.finding();
    return stream;
}

/// Lines that differ, larger than any block of the libraries.
std::string lines(std::size_t bytes) {
    std::string text;
    for (std::uint64_t i = 1; text.size() < bytes; i = i * 6364136223846793005u + 1442695040888963407u)
        text += "{\"id\":\"" + std::to_string(i) + "\"}\n";
    return text;
}

using Compress = std::string (*)(std::string_view);
constexpr std::pair<const char*, Compress> kinds[] = {{"gzip", gzipped},  {"zlib", zlibbed},
                                                      {"zstd", zstdded},  {"xz", xzed},
                                                      {"bzip2", bzipped}, {"lz4", lz4ed}};

void addKinds() {
    QTest::addColumn<int>("kind");
    for (int i = 0; i < static_cast<int>(std::size(kinds)); ++i)
        QTest::newRow(kinds[i].first) << i;
}

} // namespace

class tst_DecompressedSource : public QObject {
    Q_OBJECT

private slots:
    void givesWhatWasCompressed_data() { addKinds(); }
    void givesWhatWasCompressed() {
        QFETCH(int, kind);
        const Compress compress = kinds[kind].second;
        for (const std::size_t bytes :
             {std::size_t{0}, std::size_t{1}, std::size_t{100}, std::size_t{700'000}}) {
            const std::string text = lines(bytes);
            const std::string file = compress(text);
            for (const Way way : {Way{}, Way{1, 4096, {}}, Way{7, 1000, {}}, Way{1 << 20, 1 << 20, {}}}) {
                const Stream stream = decompressed(file, way);
                QVERIFY(stream.text == text);
                QVERIFY(!stream.finding && !stream.error);
            }
        }
    }

    void case20_allMembersOrFramesAreRead_data() { addKinds(); }
    void case20_allMembersOrFramesAreRead() {
        QFETCH(int, kind);
        const Compress compress = kinds[kind].second;
        std::string file;
        std::string text;
        for (std::size_t i = 0; i < 500; ++i) {
            const std::string part = i % 5 == 0 ? std::string() : lines(i * 3); // some are empty
            file += compress(part);
            text += part;
        }
        for (const Way way : {Way{}, Way{1, 100, {}}, Way{3, 4096, {}}}) {
            const Stream stream = decompressed(file, way);
            QVERIFY(stream.text == text);
            QVERIFY(!stream.finding && !stream.error);
        }
    }

    void skippableFramesAreSkipped() {
        const std::string text = lines(1000);
        for (const std::size_t step : {std::size_t{1}, std::size_t{1} << 20}) {
            const Stream stream = decompressed(skippableFrame("first") + zstdded(text) + skippableFrame("") +
                                                   skippableFrame(std::string(300'000, 'x')) + zstdded(text),
                                               {step, 4096, {}});
            QVERIFY(stream.text == text + text);
            QVERIFY(!stream.finding);
        }
    }

    void whatStandsBeforeACutIsGiven_data() { addKinds(); }
    void whatStandsBeforeACutIsGiven() {
        QFETCH(int, kind);
        const Compress compress = kinds[kind].second;
        const std::string first = lines(5000);
        const std::string text = first + lines(3000);
        const std::string member = compress(first);
        const std::string file = member + compress(lines(3000));
        std::size_t before = 0;
        for (std::size_t cut = compressionMagicBytes; cut < file.size(); ++cut) {
            const Stream stream = decompressed(file.substr(0, cut));
            QVERIFY2(text.starts_with(stream.text), std::to_string(cut).c_str());
            QVERIFY(stream.text.size() >= before);
            before = stream.text.size();
            if (cut >= member.size()) QVERIFY(before >= first.size());
            // A cut between members cannot be seen; one within the next one's magic looks like other bytes.
            if (cut == member.size()) continue;
            QVERIFY2(stream.finding.has_value(), std::to_string(cut).c_str());
            QVERIFY(!stream.error);
            if (cut > member.size() && cut < member.size() + compressionMagicBytes) continue;
            QCOMPARE(stream.finding->code, ProblemCode::TruncatedFile);
            QCOMPARE(stream.finding->position->offset, std::uint64_t{cut});
        }
        if (compress != zstdded && compress != bzipped && compress != lz4ed) // which give whole blocks
            QVERIFY(before + 300 > text.size());
    }

    void cutFarBehindLosesAtMostABlock() {
        const std::string text = lines(3'000'000);
        for (const auto& [name, compress] : kinds) {
            const std::string file = compress(text);
            const Stream stream = decompressed(file.substr(0, file.size() - 9), {100'000, 1 << 20, {}});
            QVERIFY(text.starts_with(stream.text));
            QVERIFY2(stream.text.size() + (128 << 10) >= text.size(), name);
            QCOMPARE(stream.finding->detail, "the " + std::string(name) + " data end too early");
        }
    }

    void aFlippedBitIsSaid() {
        const std::string text = lines(2000);
        for (const auto& [name, compress] : kinds) {
            if (compress == zlibbed) continue; // whose sum overlooks some
            const std::string file = compress(text);
            for (std::size_t bit = 8 * compressionMagicBytes; bit < 8 * file.size(); ++bit) {
                std::string changed = file;
                changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << (bit % 8)));
                const Stream stream = decompressed(changed);
                QVERIFY(!stream.error);
                // The time in a gzip header may be any; a text that changed may not pass.
                if (!stream.finding) QVERIFY2(stream.text == text, std::to_string(bit).c_str());
            }
        }
    }

    void theWholeTextIsGivenWhenOnlyItsChecksumIsWrong() {
        const std::string text = lines(200'000);
        for (const auto& [name, compress] : kinds) {
            if (compress == xzed || compress == bzipped) continue; // it does not stand at the end
            std::string file = compress(text);
            const std::size_t checksum = file.size() - (compress == gzipped ? 8 : 4);
            file[checksum] = static_cast<char>(file[checksum] ^ 1);
            const Stream stream = decompressed(file);
            QVERIFY(stream.text == text);
            QVERIFY2(stream.finding.has_value(), name);
            QCOMPARE(stream.finding->code, ProblemCode::TruncatedFile);
            QVERIFY(stream.finding->detail.find("damaged") != std::string::npos);
        }
    }

    void theBlocksBeforeADamagedOneAreGiven() {
        const std::string text = lines(1'000'000);
        for (const auto& [name, compress] : kinds) {
            std::string file = compress(text);
            for (std::size_t i = 0; i < 200; ++i)
                file[file.size() / 2 + i] = static_cast<char>(0xFF);
            const Stream stream = decompressed(file, {std::numeric_limits<std::size_t>::max(), 1 << 21, {}});
            QVERIFY2(stream.text.size() > text.size() / 3, name);
            QVERIFY(stream.finding.has_value());
        }
    }

    void theBlockBeforeADamagedHeaderIsGiven() { // found by fuzzing
        using namespace std::string_view_literals;
        const auto file = "\x28\xB5\x2F\xFD\x00\x58" // a frame
                          "\x02\x02\x00\x10"         // a block: 64 times the same byte
                          "\x61\x03\x9F\x04"sv;      // a header of no known kind
        for (const std::size_t step : {std::size_t{1}, std::size_t{100}})
            QCOMPARE(decompressed(file, {step, 4096, {}}).text, std::string(64, '\x10'));
    }

    void skippableFramesMayStandBeforeLz4() {
        const Stream stream =
            decompressed(skippableFrame("first") + lz4ed("text") + skippableFrame("") + lz4ed("more"));
        QCOMPARE(stream.text, std::string("textmore"));
        QVERIFY(!stream.finding);
    }

    void aStreamThatWantsTooMuchMemoryIsRefused() {
        const std::string text = lines(1000);
        QVERIFY(decompressed(withDictionary(xzed(text), 27)).text == text);
        const Stream stream = decompressed(withDictionary(xzed(text), 29));
        QCOMPARE(stream.text, std::string());
        QVERIFY2(stream.finding->detail.find("too much memory is wanted: 51") != std::string::npos,
                 stream.finding->detail.c_str());
    }

    void otherBytesBehindTheEndAreLeftOutAndSaid() {
        for (const auto& [name, compress] : kinds) {
            const std::string file = compress("text");
            const Stream stream = decompressed(file + "more");
            QCOMPARE(stream.text, std::string("text"));
            QCOMPARE(stream.finding->code, ProblemCode::UnknownRecord);
            QCOMPARE(stream.finding->position->offset, std::uint64_t{file.size()});
            QCOMPARE(stream.finding->detail,
                     "the " + std::string(name) + " data are followed by other bytes");
            const std::string padding(1000, '\0');
            QVERIFY(!decompressed(file + padding).finding);
            const Stream joined = decompressed(file + padding + file);
            QCOMPARE(joined.text, std::string("texttext"));
            QVERIFY(!joined.finding);
        }
    }

    void case22_bombsAreStopped() {
        const std::string zeros(1 << 20, '\0');
        for (const auto& [name, compress] : kinds) {
            const std::string file = compress(zeros);
            const Stream allowed = decompressed(file, {1 << 20, 4096, {5000, 4096, 1 << 20}});
            if (compress != zstdded && compress != bzipped)
                QVERIFY2(allowed.text == zeros && !allowed.error, name);
            const Stream byRatio = decompressed(file, {1 << 20, 4096, {20, 8192, 1 << 20}});
            QVERIFY2(byRatio.text.size() < 100'000, name);
            QCOMPARE(byRatio.error->code, ErrorCode::FileUnreadable);
            QCOMPARE(byRatio.error->arguments.at(0), std::string("f"));
            QVERIFY(byRatio.error->arguments.at(1).find("20 times") != std::string::npos);
            const Stream bySize = decompressed(file, {1 << 20, 4096, {1 << 20, 0, 500'000}});
            QVERIFY(bySize.text.size() <= 500'000 && bySize.error);
            QCOMPARE(bySize.error->arguments.at(1),
                     "it decompresses to more than " + format::bytes(500'000) + ", so reading was stopped");
        }
    }

    void anErrorOfTheInnerSourceComesAfterWhatWasReadBefore() {
        struct Failing final : ByteSource {
            explicit Failing(std::string_view bytes) : rest(bytes) {}
            Result<std::size_t> read(std::span<char> buffer) override {
                if (rest.empty()) return fail(ErrorCode::FileUnreadable, {"f", "gone"});
                const std::size_t count =
                    std::min(buffer.size(), std::exchange(rest, {}).copy(buffer.data(), buffer.size()));
                return count;
            }
            std::string_view rest;
        };
        const std::string member = gzipped("all of it");
        Failing failing(member);
        CountingSource file(failing);
        ExpansionGuard guard("f", file, {});
        DecompressedSource source(Compression::Gzip, file, guard, [] { return false; });
        char buffer[100];
        QCOMPARE(source.read(buffer).value(), std::size_t{9});
        QCOMPARE(source.read(buffer).error().arguments.at(1), std::string("gone"));
    }

    void aLongReadThatGivesNothingCanBeStopped() {
        struct Endless final : ByteSource {
            Result<std::size_t> read(std::span<char> buffer) override { // empty members
                const std::size_t count = buffer.size() / member.size();
                for (std::size_t i = 0; i < count; ++i)
                    member.copy(buffer.data() + i * member.size(), member.size());
                return count * member.size();
            }
            std::string member = gzipped("");
        } endless;
        CountingSource file(endless);
        int asked = 0;
        ExpansionGuard guard("f", file, {});
        DecompressedSource source(Compression::Gzip, file, guard, [&] { return ++asked > 3; });
        char buffer[100];
        QCOMPARE(source.read(buffer).error().code, ErrorCode::Cancelled);
    }
};

QTEST_APPLESS_MAIN(tst_DecompressedSource)
#include "tst_DecompressedSource.moc"
