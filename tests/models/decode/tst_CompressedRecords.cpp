#include "Compressed.h"
#include "Decoded.h"
#include "OtlpProtoBytes.h"

#include <QTest>

using namespace hallway;

namespace {

std::string delimited(std::string_view message) {
    std::string bytes;
    std::size_t length = message.size();
    for (; length > 127; length >>= 7)
        bytes += static_cast<char>((length & 127) | 128);
    return bytes + static_cast<char>(length) + std::string(message);
}

std::string grpc(std::string_view message, char flag = '\0') { return flag + framed(message); }

/// Its length needs several bytes.
std::string large() { return otlpProtoSpan(Proto().bytes(5, std::string(5000, 'n'))); }

using Frame = std::string (*)(std::string_view);
constexpr std::pair<const char*, Frame> framings[] = {
    {"varint", delimited},
    {"gRPC", [](std::string_view message) { return grpc(message); }},
    {"gRPC with gzip", [](std::string_view message) { return grpc(gzipped(message), '\1'); }},
    {"zstd records", [](std::string_view message) { return framed(zstdded(message)); }},
};

} // namespace

// Framings of records, and records that were compressed one by one (formats.md 2.1).
class tst_CompressedRecords : public QObject {
    Q_OBJECT

private slots:
    void case15_case19_recordsOfProtobufAreRead() {
        const std::string golden = goldenTracesData();
        const std::string longer = large();
        for (const auto& [name, frame] : framings) {
            const Decoded decoded(frame(golden) + frame(longer) + frame("") + frame(golden + golden));
            QVERIFY2(decoded.file().has_value(), name);
            QCOMPARE(decoded.format(), std::string("otlp-proto"));
            QCOMPARE(decoded.problems(), std::string());
            QVERIFY2(decoded.size() == 4, name);
            QCOMPARE(decoded.id(0), std::string("eee19b7ec3c1b174"));
            QCOMPARE(decoded.name(1).size(), std::size_t{5000});
            QCOMPARE(decoded.service(3), std::string("a"));
        }
    }

    void aFirstRecordMayBeEmptyOrLong() {
        for (const auto& [name, frame] : framings) {
            QVERIFY2(Decoded(frame(large()) + frame(goldenTracesData())).size() == 2, name);
            QVERIFY2(Decoded(frame("") + frame(large())).size() == 1, name);
        }
    }

    void aMessageOfGrpcIsCompressedOrNot() {
        const std::string golden = goldenTracesData();
        const Decoded decoded(grpc(golden) + grpc(gzipped(large()), '\1') + grpc(zstdded(golden), '\1') +
                              grpc(golden));
        QCOMPARE(decoded.size(), std::size_t{4});
        QCOMPARE(decoded.problems(), std::string());
    }

    void case15_zstdRecordsOfJson() {
        const auto record = [](std::string_view json) { return framed(zstdded(json)); };
        const std::string file =
            record(otlpSpan("")) + record("\n" + otlpSpan("") + "\n") + record(otlpSpan(""));
        const Decoded decoded(file);
        QCOMPARE(decoded.size(), std::size_t{3});
        QCOMPARE(decoded.problems(), std::string());
        QCOMPARE(decoded.file()->bytes, std::uint64_t{file.size()});
        QVERIFY(decoded.everything() == Decoded(otlpSpan("") + otlpSpan("") + otlpSpan("")).everything());
        QCOMPARE(Decoded(gzipped(file)).size(), std::size_t{3});
    }

    void case16_case17_aRecordMaySpanZstdFrames() {
        const std::string json = otlpSpan("") + '\n' + otlpSpan("") + '\n';
        const std::string proto = framed(goldenTracesData()) + framed(large());
        for (const std::string& text : {json, proto})
            for (std::size_t at = 1; at < text.size(); at += 13) {
                const Decoded decoded(zstdded(text.substr(0, at)) + zstdded(text.substr(at)));
                QCOMPARE(decoded.size(), std::size_t{2});
                QCOMPARE(decoded.problems(), std::string());
            }
        const std::string file = zstdded(json) + zstdded(json);
        const Decoded cut(file.substr(0, file.size() - 10)); // the last frame is not finished
        QVERIFY(cut.size() >= 2);
        QCOMPARE(cut.count(ProblemCode::TruncatedFile), std::uint64_t{1});
    }

    void aBrokenRecordIsCountedAndTheNextOneIsRead() {
        const std::string json = otlpSpan("");
        for (const std::string& text : {json, goldenTracesData()}) {
            const std::string good = framed(zstdded(text));
            std::string bad = good;
            bad[good.size() - 1] = static_cast<char>(bad[good.size() - 1] ^ 1); // the sum
            std::string noFrame = good;
            noFrame[5] = 'x';
            const Decoded decoded(good + bad + noFrame + good);
            QCOMPARE(decoded.size(), std::size_t{3}); // of the first broken one only the sum is wrong
            const Problem problem = decoded.problem(ProblemCode::BrokenRecord);
            QCOMPARE(problem.count, std::uint64_t{2});
            QCOMPARE(problem.position->offset, std::uint64_t{good.size()});
            QVERIFY2(problem.detail.find("cannot be decompressed") != std::string::npos,
                     problem.detail.c_str());
        }
    }

    void spansNeverShrinkWithALongerFile() {
        const std::string golden = goldenTracesData();
        std::vector<std::string> files{framed(zstdded(otlpSpan(""))) + framed(zstdded(otlpSpan("")))};
        for (const auto& [name, frame] : framings)
            files.push_back(frame(golden) + frame(large()) + frame(golden));
        for (const std::string& file : files) {
            std::size_t before = 0;
            for (std::size_t cut = 1; cut <= file.size(); ++cut) {
                const Decoded decoded(std::string_view(file).substr(0, cut));
                QVERIFY2(decoded.size() >= before, std::to_string(cut).c_str());
                before = decoded.size();
            }
            QVERIFY(before == 3 || &file == files.data());
        }
    }

    void case14_theCutIsSaid() {
        for (const auto& [name, frame] : framings) {
            const std::string record = frame(goldenTracesData());
            const Decoded decoded(record + record.substr(0, record.size() - 20));
            QVERIFY2(decoded.size() == 1, name);
            const Problem problem = decoded.problem(ProblemCode::TruncatedFile);
            QVERIFY2(problem.count >= 1, name);
            QVERIFY2(problem.position->offset >= record.size(), name);
        }
    }

    void case69_aLengthOfTooManyBytesEndsTheFile() {
        const std::string record = delimited(goldenTracesData());
        const Decoded decoded(record + std::string(11, '\xFF') + record);
        QCOMPARE(decoded.size(), std::size_t{1});
        QCOMPARE(decoded.problem(ProblemCode::BrokenRecord).position->offset, std::uint64_t{record.size()});
    }

    void aSlowPipeGivesTheSame() {
        for (const auto& [name, frame] : framings) {
            const std::string file = frame(goldenTracesData()) + frame(large());
            TricklingSource pipe(file, 3);
            QVERIFY2(Decoded(pipe, {48, 1 << 20}).everything() == Decoded(file).everything(), name);
        }
    }

    void bombsInRecordsAreCounted() {
        std::string lines;
        for (int i = 0; i < 1000; ++i)
            lines += otlpSpan("") + '\n';
        const std::string record = framed(zstdded(lines));
        const std::string bomb = framed(zstdded(std::string(60'000'000, ' ')));
        const Decoded decoded(record + record + bomb + bomb);
        QVERIFY(!decoded.file().has_value());
        QCOMPARE(decoded.file().error().code, ErrorCode::FileUnreadable);
        QVERIFY(decoded.size() >= 1000); // what was read before stays
    }
};

QTEST_APPLESS_MAIN(tst_CompressedRecords)
#include "tst_CompressedRecords.moc"
