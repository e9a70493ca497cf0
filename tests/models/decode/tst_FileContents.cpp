#include "decode/FileContents.h"

#include "trace/KnownKeys.h"

#include "Compressed.h"
#include "Decoded.h"

#include <QTest>

using namespace hallway;

namespace {

struct Read {
    std::string path;
    std::string format;
    std::uint64_t spans = 0;
    std::uint64_t bytes = 0;
    std::string problems; ///< details
    std::optional<Error> error;
};

std::vector<Read> contentsOf(ByteSource& file, ExpansionLimits limits = {}) {
    StringPool strings;
    seedKnownKeys(strings);
    ResourceTable resources;
    ScopeTable scopes;
    struct Counting final : SpanSink {
        void accept(SpanBatch batch) override { spans += batch.spans.size(); }
        std::uint64_t spans = 0;
    };
    std::vector<Read> all;
    FileContents contents(file, "a", limits, {});
    while (contents.next()) {
        Counting sink;
        ImportProblems problems;
        DecodeContext context{strings, resources, scopes, sink, problems, {}, {}};
        const auto decoded = contents.decode(context);
        Read read{contents.path(), "", sink.spans, 0, "", std::nullopt};
        if (decoded) {
            read.format = decoded->format;
            read.bytes = decoded->bytes;
        } else {
            read.error = decoded.error();
        }
        for (const Problem& problem : problems.list())
            read.problems += problem.detail + ';';
        all.push_back(std::move(read));
    }
    return all;
}

std::vector<Read> contentsOf(std::string_view file, ExpansionLimits limits = {}) {
    return contentsOf(*memorySource(file), limits);
}

std::uint64_t spansOf(const std::vector<Read>& all) {
    std::uint64_t spans = 0;
    for (const Read& read : all)
        spans += read.spans;
    return spans;
}

std::string lines(int count) {
    std::string text;
    for (int i = 0; i < count; ++i)
        text += otlpSpan("") + '\n';
    return text;
}

using Pack = std::string (*)(const std::vector<ArchiveEntry>&);
constexpr std::pair<const char*, Pack> kinds[] = {{"zip", zipped}, {"tar", tarred}};

} // namespace

class tst_FileContents : public QObject {
    Q_OBJECT

private slots:
    void aFileIsItsOwnContent() {
        const auto all = contentsOf(lines(3));
        QCOMPARE(all.size(), std::size_t{1});
        QCOMPARE(all[0].path, std::string("a"));
        QCOMPARE(all[0].spans, std::uint64_t{3});
        QCOMPARE(all[0].bytes, std::uint64_t{lines(3).size()});
    }

    void eachEntryOfAnArchiveIsAContent() {
        for (const auto& [name, pack] : kinds) {
            const auto all = contentsOf(pack({{"one.jsonl", lines(2)},
                                              {"sub/two.jsonl.gz", gzipped(lines(3))},
                                              {"three", zstdded(gzipped(jaegerSpan("")))}}));
            QCOMPARE(all.size(), std::size_t{3});
            QCOMPARE(all[0].path, std::string("a/one.jsonl"));
            QCOMPARE(all[0].spans, std::uint64_t{2});
            QCOMPARE(all[0].bytes, std::uint64_t{lines(2).size()});
            QCOMPARE(all[1].path, std::string("a/sub/two.jsonl.gz"));
            QCOMPARE(all[1].spans, std::uint64_t{3});
            QCOMPARE(all[1].bytes, std::uint64_t{gzipped(lines(3)).size()});
            QCOMPARE(all[2].format, std::string("jaeger"));
            for (const Read& read : all)
                QVERIFY2(read.problems.empty() && !read.error, name);
        }
    }

    void case21_archivesMayBeCompressedAndHoldArchives() {
        const std::string inner = tarred({{"x", lines(1)}, {"y", lines(2)}});
        for (const std::string& file : {gzipped(inner), zstdded(inner), xzed(inner), bzipped(inner),
                                        lz4ed(inner), gzipped(zstdded(inner))})
            QCOMPARE(spansOf(contentsOf(file)), std::uint64_t{3});
        const auto nested = contentsOf(zipped({{"in.tar.gz", gzipped(inner)}, {"z", lines(4)}}));
        QCOMPARE(nested.size(), std::size_t{3});
        QCOMPARE(nested[1].path, std::string("a/in.tar.gz/y"));
        QCOMPARE(spansOf(nested), std::uint64_t{7});
        const auto tooDeep = contentsOf(zipped({{"b", tarred({{"c", inner}, {"d", lines(1)}})}}));
        QCOMPARE(tooDeep.size(), std::size_t{2});
        QCOMPARE(tooDeep[0].error->code, ErrorCode::UnsupportedFormat);
        QCOMPARE(tooDeep[0].error->arguments.at(0), std::string("a/b/c"));
        QCOMPARE(tooDeep[1].spans, std::uint64_t{1});
    }

    void entriesThatAreNoTracesDoNotDisturbTheOthers() {
        const auto all =
            contentsOf(tarred({{"readme.txt", "About these traces"}, {"t", lines(1)}, {"e", ""}}));
        QCOMPARE(all.size(), std::size_t{3});
        QCOMPARE(all[0].error->code, ErrorCode::NotRecognised);
        QCOMPARE(all[0].error->arguments.at(0), std::string("a/readme.txt"));
        QCOMPARE(all[1].spans, std::uint64_t{1});
        QCOMPARE(all[2].format, std::string("empty"));
    }

    void whatIsNoFileIsPassed() {
        const auto all = contentsOf(tarredWithOthers({"t", lines(1)}));
        QCOMPARE(all.size(), std::size_t{1});
        QCOMPARE(all[0].path, std::string("a/t"));
        QCOMPARE(contentsOf(
                     zipped({{".hidden", lines(1)}, {"__MACOSX/x", "m"}, {"d/.git/y", "z"}, {"t", lines(1)}}))
                     .size(),
                 std::size_t{1});
    }

    void namesAreHarmless() {
        const auto all = contentsOf(tarred({{"../../etc/passwd", lines(1)},
                                            {"/abs", lines(1)},
                                            {"./dot", lines(1)},
                                            {"esc\x1B[31m\n", lines(1)},
                                            {std::string(5000, 'n'), lines(1)}}));
        QCOMPARE(all.size(), std::size_t{5});
        QCOMPARE(all[0].path, std::string("a/../../etc/passwd")); // a text, nothing more
        QCOMPARE(all[1].path, std::string("a/abs"));
        QCOMPARE(all[2].path, std::string("a/dot"));
        QCOMPARE(all[3].path, std::string("a/esc\uFFFD[31m\uFFFD"));
        QVERIFY(all[4].path.size() < 300);
    }

    void anEncryptedEntryIsRefusedByName() {
        const auto all = contentsOf(encryptedZip({"t", lines(1)}));
        QVERIFY(!all.empty());
        QCOMPARE(all[0].error->code, ErrorCode::UnsupportedFormat);
        QCOMPARE(all[0].error->arguments.at(1), std::string("encrypted entry of a zip archive"));
    }

    void anArchiveWithoutEntriesSaysSoItself() {
        for (const auto& [name, pack] : {kinds[0]}) {
            const auto all = contentsOf(pack({}));
            QCOMPARE(all.size(), std::size_t{1});
            QCOMPARE(all[0].format, std::string(name));
            QCOMPARE(all[0].spans, std::uint64_t{0});
        }
    }

    void whatStandsBeforeACutIsRead() {
        const std::string compressedEntry = gzipped(lines(3));
        for (const auto& [name, pack] : kinds) {
            const std::string plain =
                pack({{"one", lines(3)}, {"two.gz", compressedEntry}, {"three", lines(2)}});
            for (const std::string& file : {plain, gzipped(plain)}) {
                std::uint64_t before = 0;
                for (std::size_t cut = 520; cut < file.size(); ++cut) {
                    const std::uint64_t spans = spansOf(contentsOf(file.substr(0, cut)));
                    QVERIFY2(spans >= before, std::to_string(cut).c_str());
                    before = spans;
                }
                QCOMPARE(before, std::uint64_t{8});
            }
            const auto cut = contentsOf(plain.substr(0, plain.find("two.gz") + (pack == zipped ? 20 : 520)));
            std::string problems;
            for (const Read& read : cut)
                problems += read.problems;
            QVERIFY2(problems.find("ends too early") != std::string::npos, problems.c_str());
        }
    }

    void aDamagedEntryIsSaid() {
        std::string zip = zipped({{"one", std::string(lines(40))}, {"two", lines(2)}});
        const std::string sum = zip.substr(zip.find("PK\x07\x08") + 4, 4);
        zip[zip.find("PK\x07\x08") + 4] = static_cast<char>(zip[zip.find("PK\x07\x08") + 4] ^ 1);
        const auto all = contentsOf(zip);
        QCOMPARE(spansOf(all), std::uint64_t{42});
        QVERIFY2(all[0].problems.find("incorrect length or data check") != std::string::npos,
                 all[0].problems.c_str());
        QVERIFY(all[1].problems.empty());
    }

    void aDamagedHeaderOfATarIsPassed() {
        std::string tar = tarred({{"one", lines(1)}, {"two", lines(1)}, {"three", lines(1)}});
        const std::size_t header = tar.find("two");
        tar[header + 150] = 'x'; // its sum
        const auto all = contentsOf(tar);
        QCOMPARE(spansOf(all), std::uint64_t{2});
        QCOMPARE(all.back().path, std::string("a"));
        QVERIFY(all.back().problems.find("header is damaged") != std::string::npos);
    }

    void case22_bombsOfManyEntriesAreStopped() {
        const std::string zeros(3'000'000, ' ');
        std::vector<ArchiveEntry> entries{{"first", lines(2)}};
        for (int i = 0; i < 10; ++i)
            entries.push_back({"zeros" + std::to_string(i), zeros});
        constexpr ExpansionLimits limits{.ratio = 200, .unasked = 8'000'000, .maximum = 1'000'000'000};
        for (const std::string& bomb :
             {zipped(entries), gzipped(tarred(entries)), zipped({{"in", zipped(entries)}})}) {
            const auto all = contentsOf(bomb, limits);
            QCOMPARE(spansOf(all), std::uint64_t{2}); // what was read before stays
            QVERIFY(all.back().error.has_value());
            QCOMPARE(all.back().error->code, ErrorCode::FileUnreadable);
            QVERIFY(all.back().error->arguments.at(1).find("200 times") != std::string::npos);
            QVERIFY(all.size() < 8);
        }
        QCOMPARE(contentsOf(zipped(entries)).size(), std::size_t{11}); // nobody asks below the first 64 MB
    }

    void thereIsALimitOfEntries() {
        std::vector<ArchiveEntry> entries(10'001, ArchiveEntry{"x", ""});
        const auto all = contentsOf(tarred(entries));
        QCOMPARE(all.size(), std::size_t{10'001});
        QVERIFY(all.back().problems.find("more than 10,000 entries") != std::string::npos);
    }

    void aSlowPipeGivesTheSame() {
        for (const auto& [name, pack] : kinds) {
            const std::string file = pack({{"one", lines(3)}, {"two.gz", gzipped(lines(2))}});
            TricklingSource pipe(file, 13);
            QCOMPARE(spansOf(contentsOf(pipe)), std::uint64_t{5});
        }
    }
};

QTEST_APPLESS_MAIN(tst_FileContents)
#include "tst_FileContents.moc"
