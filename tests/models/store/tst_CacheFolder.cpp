#include "SampleCapture.h"
#include "store/CacheFolder.h"
#include "store/CaptureReader.h"

#include <QTest>

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <filesystem>
#include <thread>

using namespace hallway;
using namespace hallway::test;
namespace fs = std::filesystem;

namespace {

/// A key of 32 equal digits.
std::string key(char digit) { return std::string(32, digit); }

/// Sets the time of last use, in seconds since 1970.
void useAt(const std::string& path, time_t seconds) {
    const std::array<timespec, 2> times{timespec{seconds, 0}, timespec{seconds, 0}};
    ::utimensat(AT_FDCWD, path.c_str(), times.data(), 0);
}

/// A process that has ended.
pid_t endedProcess() {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(0);
    ::waitpid(child, nullptr, 0);
    return child;
}

/// A file of `bytes` in the place of a capture.
std::string putCapture(const CacheFolder& cache, char digit, std::size_t bytes, time_t lastUse) {
    const std::string path = cache.path() + "/" + key(digit) + ".hallway";
    writeAll(path, std::string(bytes, 'x'));
    useAt(path, lastUse);
    return path;
}

} // namespace

class TestCacheFolder : public QObject {
    Q_OBJECT

private slots:
    void findsWhatWasPublished() {
        const ScratchFolder folder;
        const CacheFolder cache(folder.file("sub/cache"));
        QVERIFY(cache.prepare().has_value());
        QVERIFY(!cache.find(key('a')).has_value());
        const std::string temporary = cache.temporaryPath(key('a'));
        QVERIFY(SampleCapture().writeTo(temporary).has_value());
        QVERIFY(!cache.find(key('a')).has_value());
        const auto path = cache.publish(key('a'), temporary);
        QVERIFY(path.has_value());
        QCOMPARE(cache.find(key('a')), std::optional(*path));
        QVERIFY(!fs::exists(temporary));
        QVERIFY(CaptureReader::open(*path).has_value());
    }

    void makesAFolderOfItsOwnerAlone() {
        const ScratchFolder folder;
        QVERIFY(CacheFolder(folder.file("cache")).prepare().has_value());
        struct stat info {};
        ::stat(folder.file("cache").c_str(), &info);
        QCOMPARE(info.st_mode & 0777u, 0700u);
    }

    void findsNothingForWhatIsNoKey() {
        const ScratchFolder folder;
        const CacheFolder cache(folder.file("cache"));
        QVERIFY(cache.prepare().has_value());
        writeAll(folder.file("secret.hallway"), "x");
        QVERIFY(!cache.find("../secret").has_value());
        QVERIFY(!cache.find("").has_value());
    }

    void sweepsWhatKilledImportsLeft() {
        const ScratchFolder folder;
        const CacheFolder cache(folder.path());
        const auto building = [&](pid_t process) {
            return folder.file(key('b') + ".hallway.building-" + std::to_string(process));
        };
        const std::string dead = building(endedProcess()), alive = cache.temporaryPath(key('b')),
                          other = building(::getppid()), capture = folder.file(key('c') + ".hallway"),
                          foreign = folder.file("notes.building-1999999"), stuck = building(1) + "-5";
        for (const std::string& path : {dead, alive, other, capture, foreign, stuck})
            writeAll(path, "x");
        useAt(stuck, 1'000'000'000);
        QVERIFY(cache.prepare().has_value());
        QVERIFY(!fs::exists(dead));
        QVERIFY(!fs::exists(stuck)); // its process lives, but nobody wrote to it for years
        for (const std::string& path : {alive, other, capture, foreign})
            QVERIFY2(fs::exists(path), path.c_str());
    }

    void sweepsWhatAReallyKilledImportLeft() {
        const ScratchFolder folder;
        const CacheFolder cache(folder.path());
        const SampleCapture sample(1000);
        const pid_t child = ::fork();
        if (child == 0) {
            auto writer = CaptureWriter::create(cache.temporaryPath(key('d')));
            const bool added = writer && writer->addBatch(sample.batch, StoreRow(0u), SourceId(0u));
            ::kill(::getpid(), added ? SIGKILL : SIGTERM);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        QCOMPARE(WTERMSIG(status), SIGKILL);
        QVERIFY(!fs::is_empty(folder.path()));
        QVERIFY(cache.prepare().has_value());
        QVERIFY(fs::is_empty(folder.path()));
    }

    void givesEveryImportAFileOfItsOwn() {
        const CacheFolder cache("/tmp");
        QVERIFY(cache.temporaryPath(key('a')) != cache.temporaryPath(key('a')));
    }

    void removesTheOldestBeyondTheLimit() {
        const ScratchFolder folder;
        const CacheFolder cache(folder.path(), 250);
        const std::string oldest = putCapture(cache, '1', 100, 1000),
                          middle = putCapture(cache, '2', 100, 2000),
                          latest = putCapture(cache, '3', 100, 3000);
        cache.trim({});
        QVERIFY(!fs::exists(oldest));
        QVERIFY(fs::exists(middle) && fs::exists(latest));
    }

    void neverRemovesWhatIsInUse() {
        const ScratchFolder folder;
        const CacheFolder cache(folder.path(), 150);
        const std::string oldest = putCapture(cache, '1', 100, 1000),
                          latest = putCapture(cache, '2', 100, 2000);
        cache.trim({&oldest, 1});
        QVERIFY(fs::exists(oldest));
        QVERIFY(!fs::exists(latest));
    }

    void keepsWhatWasJustPublishedEvenIfItAloneIsTooLarge() {
        const ScratchFolder folder;
        const CacheFolder cache(folder.path(), 10);
        const std::string old = putCapture(cache, '1', 100, 1000);
        const std::string temporary = cache.temporaryPath(key('2'));
        writeAll(temporary, std::string(100, 'x'));
        const auto path = cache.publish(key('2'), temporary);
        QVERIFY(path.has_value() && fs::exists(*path));
        QVERIFY(!fs::exists(old));
    }

    void countsFindingAsUse() {
        const ScratchFolder folder;
        const CacheFolder cache(folder.path(), 150);
        const std::string first = putCapture(cache, '1', 100, 1000),
                          second = putCapture(cache, '2', 100, 2000);
        QVERIFY(cache.find(key('1')).has_value());
        cache.trim({});
        QVERIFY(fs::exists(first));
        QVERIFY(!fs::exists(second));
    }

    void listsCapturesLatestUseFirst() {
        const ScratchFolder folder;
        const CacheFolder cache(folder.path());
        QVERIFY(SampleCapture().writeTo(folder.file(key('1') + ".hallway")).has_value());
        useAt(folder.file(key('1') + ".hallway"), 1000);
        putCapture(cache, '2', 77, 2000);
        const auto entries = cache.list();
        QCOMPARE(entries.size(), std::size_t{2});
        QCOMPARE(entries[0].bytes, std::uint64_t{77});
        QVERIFY(entries[0].sources.empty()); // damaged: shown all the same
        QCOMPARE(nanosecondsOf(entries[0].lastUse), std::int64_t{2'000'000'000'000});
        QCOMPARE(entries[1].sources, (std::vector<std::string>{"a.json", "b.json"}));
    }

    void clearsCapturesAndNothingElse() {
        const ScratchFolder folder;
        const CacheFolder cache(folder.path());
        putCapture(cache, '1', 100, 1000);
        putCapture(cache, '2', 50, 1000);
        writeAll(folder.file("notes.txt"), "mine");
        QCOMPARE(cache.clear().value(), std::uint64_t{150});
        QVERIFY(cache.list().empty());
        QVERIFY(fs::exists(folder.file("notes.txt")));
    }

    void followsNoLinks() {
        const ScratchFolder folder;
        const CacheFolder cache(folder.file("cache"), 0);
        QVERIFY(cache.prepare().has_value());
        QVERIFY(SampleCapture().writeTo(folder.file("precious")).has_value());
        const std::string before = readAll(folder.file("precious"));
        const std::string link = cache.path() + "/" + key('1') + ".hallway";
        fs::create_symlink(folder.file("precious"), link);
        fs::create_symlink(folder.file("precious"),
                           cache.path() + "/" + key('2') + ".hallway.building-1999999");
        QVERIFY(!cache.find(key('1')).has_value());
        QVERIFY(cache.list().empty());
        cache.trim({});
        QVERIFY(cache.clear().has_value());
        QVERIFY(cache.prepare().has_value());
        const std::string temporary = cache.temporaryPath(key('1'));
        QVERIFY(SampleCapture(1).writeTo(temporary).has_value());
        QVERIFY(cache.publish(key('1'), temporary).has_value()); // replaces the link itself
        QVERIFY(!fs::is_symlink(link));
        QVERIFY(readAll(folder.file("precious")) == before);
    }

    void letsTheLaterOfTwoWin() {
        const ScratchFolder folder;
        const CacheFolder cache(folder.path());
        std::vector<std::thread> importers;
        std::atomic<int> failures = 0;
        for (std::uint32_t importer = 0; importer < 4; ++importer)
            importers.emplace_back([&, importer] {
                const std::string temporary = cache.temporaryPath(key('e'));
                if (!SampleCapture(importer + 1).writeTo(temporary) || !cache.publish(key('e'), temporary))
                    ++failures;
                const auto path = cache.find(key('e'));
                const auto reader = path ? CaptureReader::open(*path) : fail(ErrorCode::Internal);
                if (!reader || !(*reader)->load()) ++failures;
            });
        for (std::thread& importer : importers)
            importer.join();
        QCOMPARE(failures.load(), 0);
        QCOMPARE(cache.list().size(), std::size_t{1});
    }

    void saysWhenItCannotBeMade() {
        const ScratchFolder folder;
        writeAll(folder.file("file"), "x");
        for (const std::string& place :
             {folder.file("file/cache"), folder.file("file"), std::string("/proc/cache")}) {
            const Status prepared = CacheFolder(place).prepare();
            QVERIFY2(!prepared.has_value(), place.c_str());
            QCOMPARE(prepared.error().code, ErrorCode::CacheUnwritable);
            QCOMPARE(prepared.error().arguments.front(), place);
        }
    }
};

QTEST_APPLESS_MAIN(TestCacheFolder)
#include "tst_CacheFolder.moc"
