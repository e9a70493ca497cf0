#include "SessionFolder.h"
#include "session/TemporaryFolder.h"

#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <filesystem>

using namespace hallway;
using namespace hallway::test;
namespace fs = std::filesystem;

namespace {

void makeOld(const std::string& path) {
    const std::array<timespec, 2> times{timespec{1'000'000'000, 0}, timespec{1'000'000'000, 0}};
    ::utimensat(AT_FDCWD, path.c_str(), times.data(), 0);
}

} // namespace

class TestTemporaryFolder : public QObject {
    Q_OBJECT

private slots:
    void goesWithAllThatIsInIt() {
        const ScratchFolder root;
        const EnvironmentVariable variable("TMPDIR", root.path());
        {
            const auto folder = TemporaryFolder::create();
            QVERIFY(folder.has_value());
            QVERIFY(folder->path().starts_with(root.path() + "/"));
            struct stat info {};
            QCOMPARE(::stat(folder->path().c_str(), &info), 0);
            QCOMPARE(info.st_mode & 0777u, 0700u);
            writeAll(folder->path() + "/capture", "x");
        }
        QVERIFY(fs::is_empty(root.path()));
    }

    void keepsOneFolderWhenMoved() {
        const ScratchFolder root;
        const EnvironmentVariable variable("TMPDIR", root.path());
        auto first = TemporaryFolder::create();
        QVERIFY(first.has_value());
        const std::string path = first->path();
        const TemporaryFolder second(std::move(*first));
        QCOMPARE(second.path(), path);
        QVERIFY(fs::exists(path));
    }

    void saysWhereItCannotBeMade() {
        const ScratchFolder root;
        const EnvironmentVariable variable("TMPDIR", root.file("nowhere"));
        const auto folder = TemporaryFolder::create();
        QVERIFY(!folder.has_value());
        QCOMPARE(folder.error().code, ErrorCode::CacheUnwritable);
    }

    void sweepsWhatAKilledProcessLeft() {
        const ScratchFolder root;
        const EnvironmentVariable variable("TMPDIR", root.path());
        const pid_t child = ::fork();
        if (child == 0) {
            const auto folder = TemporaryFolder::create();
            if (folder) writeAll(folder->path() + "/capture", "x");
            ::kill(::getpid(), SIGKILL);
        }
        ::waitpid(child, nullptr, 0);
        const std::string left = fs::directory_iterator(root.path())->path().string();
        QVERIFY(TemporaryFolder::create().has_value());
        QVERIFY(fs::exists(left)); // too young: its owner might be about to lock it
        makeOld(left);
        QVERIFY(TemporaryFolder::create().has_value());
        QVERIFY(!fs::exists(left));
    }

    void leavesAloneWhatIsInUseOrForeign() {
        const ScratchFolder root;
        const EnvironmentVariable variable("TMPDIR", root.path());
        const auto inUse = TemporaryFolder::create();
        QVERIFY(inUse.has_value());
        const std::string foreign = root.file("notes"), target = root.file("target"),
                          link = root.file("hallway-open-link");
        fs::create_directory(foreign);
        fs::create_directory(target);
        fs::create_directory_symlink(target, link);
        for (const std::string& path : {inUse->path(), foreign, target})
            makeOld(path);
        QVERIFY(TemporaryFolder::create().has_value());
        for (const std::string& path : {inUse->path(), foreign, target, link})
            QVERIFY2(fs::exists(path), path.c_str());
    }
};

QTEST_APPLESS_MAIN(TestTemporaryFolder)
#include "tst_TemporaryFolder.moc"
