#include "SessionFolder.h"
#include "session/SourceIdentity.h"
#include "store/CaptureFormat.h"

#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>

#include <array>
#include <filesystem>
#include <fstream>

using namespace hallway;
using namespace hallway::test;
namespace fs = std::filesystem;

namespace {

/// Writes over a part of a file that its fingerprint does not look at, and sets its time back.
void damageUnseen(const std::string& path, const std::string& bytes) {
    struct stat info {};
    ::stat(path.c_str(), &info);
    {
        std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
        file.seekp(info.st_size / 4);
        file << bytes;
    }
    const std::array<timespec, 2> times{info.st_atim, info.st_mtim};
    ::utimensat(AT_FDCWD, path.c_str(), times.data(), 0);
}

void overwrite(const std::string& path, std::streamoff at, const std::string& bytes) {
    std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(at);
    file << bytes;
}

} // namespace

class TestCaptureCache : public QObject {
    Q_OBJECT

private slots:
    void givesAFileAgainWithoutParsingIt() {
        const SessionFolder folder;
        const std::string file =
            folder.write("a.json", shopLines(2000)); // far more than the fingerprint reads
        const auto first = folder.open({file});
        QVERIFY(first.has_value() && !first->capture->fromCache());
        damageUnseen(file, "this would not parse }{ ");
        OpenRequest request;
        request.paths = {file};
        bool parsed = false;
        request.progress = [&](const Progress&) { parsed = true; };
        const auto again = folder.open(std::move(request));
        QVERIFY(again.has_value() && again->capture->fromCache());
        QVERIFY(!parsed);
        QVERIFY(sameContent(*again->capture, *first->capture));
        QCOMPARE(again->capture->sources(), first->capture->sources());
        QCOMPARE(again->capture->fingerprint(), first->capture->fingerprint());
        QCOMPARE(again->capture->paths(), first->capture->paths());
    }

    void readsAFileThatChangedAgain() {
        const SessionFolder folder;
        const std::string file = folder.write("a.json", shopLines(2));
        const auto first = folder.open({file});
        folder.write("a.json", shopLines(3));
        const auto again = folder.open(first->capture->paths());
        QVERIFY(again.has_value() && !again->capture->fromCache());
        QCOMPARE(again->capture->figures().traces, std::uint64_t{3});
        QVERIFY(first->capture->details(SpanRow(0u))
                    .has_value()); // who has the former one open goes on reading it
    }

    void readsAFolderAgainThatGotAFile() {
        const SessionFolder folder;
        folder.write("in/a.json", shopLines(2));
        QVERIFY(folder.open({folder.path("in")}).has_value());
        QVERIFY(folder.open({folder.path("in")})->capture->fromCache());
        folder.write("in/b.json", shopLines(1, 9));
        QCOMPARE(folder.open({folder.path("in")})->capture->figures().traces, std::uint64_t{3});
    }

    void findsTheSameFilesInAnyOrder() {
        const SessionFolder folder;
        const std::string a = folder.write("a.json", shopLines(2)),
                          b = folder.write("b.json", shopLines(2, 5));
        QVERIFY(folder.open({a, b}).has_value());
        QVERIFY(folder.open({b, a})->capture->fromCache());
        QVERIFY(!folder.open({a})->capture->fromCache());
    }

    void namesRefusedFilesAgain() {
        const SessionFolder folder;
        const std::string a = folder.write("a.json", shopLines(2)), b = folder.write("b.txt", "Dear diary");
        const auto first = folder.open({a, b}), again = folder.open({a, b});
        QVERIFY(first.has_value() && again.has_value());
        QVERIFY(again->capture->fromCache());
        QCOMPARE(first->unreadable.size(), std::size_t{1});
        QCOMPARE(again->unreadable, first->unreadable);
    }

    void makesADamagedCaptureAnew() {
        const SessionFolder folder;
        const std::string file = folder.write("a.json", shopLines(300));
        const auto first = folder.open({file});
        const std::string cached = folder.cachedFiles().front(), whole = readAll(cached);
        const std::vector<std::string> damages{"", "SQLite format 3", whole.substr(0, whole.size() / 2),
                                               whole.substr(0, 8192) + std::string(whole.size() - 8192, 'x')};
        for (const std::string& damage : damages) {
            writeAll(cached, damage);
            const auto again = folder.open({file});
            QVERIFY(again.has_value() && !again->capture->fromCache());
            QVERIFY(sameContent(*again->capture, *first->capture));
            QVERIFY(folder.open({file})->capture->fromCache());
        }
    }

    void makesACaptureOfAnotherFormatAnew() {
        const SessionFolder folder;
        const std::string file = folder.write("a.json", shopLines(3));
        QVERIFY(folder.open({file}).has_value());
        overwrite(folder.cachedFiles().front(), 63, std::string(1, static_cast<char>(formatVersion + 1)));
        QVERIFY(!folder.open({file})->capture->fromCache());
        QVERIFY(folder.open({file})->capture->fromCache());
    }

    void trustsNoCaptureThatOtherCodeMade() {
        const SessionFolder folder;
        const std::string file = folder.write("a.json", shopLines(3));
        const auto first = folder.open({file});
        const auto identity = identityOf({{file, file}});
        QVERIFY(identity.has_value());
        QCOMPARE(identity->fingerprint, first->capture->fingerprint());
        QVERIFY(identity->cacheKey != identity->fingerprint);
        QCOMPARE(folder.cachedFiles().front(), folder.cache() + "/" + identity->cacheKey + ".hallway");
        // Other code has another key: what lies under that is not looked at.
        fs::rename(folder.cachedFiles().front(), folder.cache() + "/" + identity->fingerprint + ".hallway");
        QVERIFY(!folder.open({file})->capture->fromCache());
    }

    void trustsNoCaptureOfOtherSources() {
        const SessionFolder folder;
        const std::string a = folder.write("a.json", shopLines(3)), b = folder.write("b.json", shopLines(5));
        QVERIFY(folder.open({a}).has_value());
        const std::string ofA = folder.cachedFiles().front();
        QVERIFY(folder.open({b}).has_value());
        for (const std::string& path : folder.cachedFiles())
            if (path != ofA) fs::copy_file(ofA, path, fs::copy_options::overwrite_existing);
        const auto again = folder.open({b});
        QVERIFY(again.has_value() && !again->capture->fromCache());
        QCOMPARE(again->capture->figures().traces, std::uint64_t{5});
    }

    void keepsTheLastLayoutForTheNextOpening() {
        const SessionFolder folder;
        const std::string file = folder.write("a.json", shopLines(3));
        GraphLayout layout;
        layout.nodes = {{{10, 20}, {30, 40}}};
        layout.size = {100, 50};
        {
            const auto first = folder.open({file});
            QVERIFY(!first->capture->storedLayout(7).has_value());
            first->capture->keepLayout(6, {});
            first->capture->keepLayout(7, layout);
            QCOMPARE(first->capture->storedLayout(7), std::optional(layout));
        }
        const auto again = folder.open({file});
        QVERIFY(again->capture->fromCache());
        QCOMPARE(again->capture->storedLayout(7), std::optional(layout));
        QVERIFY(!again->capture->storedLayout(6).has_value());
        fs::remove_all(folder.cache());
        again->capture->keepLayout(8, layout); // no cache any more: no layout kept, nothing else
    }
};

QTEST_APPLESS_MAIN(TestCaptureCache)
#include "tst_CaptureCache.moc"
