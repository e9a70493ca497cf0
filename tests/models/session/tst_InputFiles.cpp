#include "SessionFolder.h"
#include "session/InputFiles.h"

#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

using namespace hallway;
using namespace hallway::test;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> shown(const InputFiles& input) {
    std::vector<std::string> names;
    for (const InputFile& file : input.files)
        names.push_back(file.shownAs);
    return names;
}

/// Root may read everything; while this lives the process is somebody else.
class PlainUser {
public:
    PlainUser() {
        if (::geteuid() == 0) m_changed = ::seteuid(65534) == 0;
    }
    PlainUser(const PlainUser&) = delete;
    PlainUser& operator=(const PlainUser&) = delete;
    ~PlainUser() {
        if (m_changed && ::seteuid(0) != 0) std::abort();
    }

private:
    bool m_changed = false;
};

using Names = std::vector<std::string>;

} // namespace

class TestInputFiles : public QObject {
    Q_OBJECT

private slots:
    void takesFilesAsTyped() {
        const InputFiles input = findInputFiles({"no/such.json", "-"});
        QCOMPARE(shown(input), (Names{"-", "no/such.json"}));
        QVERIFY(input.unreadable.empty());
    }

    void case29_sortsByNameWhateverTheOrder() {
        const SessionFolder folder;
        const std::string a = folder.write("a.json", ""), b = folder.write("b.json", "");
        QCOMPARE(findInputFiles({a, b}).files, findInputFiles({b, a}).files);
    }

    void case29_takesAFolderWithItsSubfolders() {
        const SessionFolder folder;
        folder.write("in/b.json", "");
        folder.write("in/deep/deeper/a.json", "");
        QCOMPARE(shown(findInputFiles({folder.path("in")})), (Names{"b.json", "deep/deeper/a.json"}));
        QCOMPARE(shown(findInputFiles({folder.path("in/")})), (Names{"b.json", "deep/deeper/a.json"}));
    }

    void leavesOutHiddenFilesPipesAndLinkedFolders() {
        const SessionFolder folder;
        folder.write("in/a.json", "");
        folder.write("in/.hidden.json", "");
        folder.write("in/.git/a.json", "");
        folder.write("elsewhere/b.json", "");
        fs::create_directory_symlink(folder.path("elsewhere"), folder.path("in/linked"));
        fs::create_symlink(folder.path("elsewhere/b.json"), folder.path("in/linked.json"));
        fs::create_symlink(folder.path("nowhere"), folder.path("in/dangling.json"));
        QCOMPARE(::mkfifo(folder.path("in/pipe").c_str(), 0600), 0);
        QCOMPARE(shown(findInputFiles({folder.path("in")})), (Names{"a.json", "linked.json"}));
    }

    void takesAFileOnceHoweverOftenItIsNamed() {
        const SessionFolder folder;
        const std::string file = folder.write("in/a.json", "");
        fs::create_symlink(file, folder.path("in/z.json"));
        QCOMPARE(shown(findInputFiles({file, folder.path("in/./a.json"), file, folder.path("in")})),
                 (Names{folder.path("in/./a.json")}));
        QCOMPARE(findInputFiles({"-", "-"}).files.size(), std::size_t{1});
    }

    void keepsFilesOfOneNameInTwoFolders() {
        const SessionFolder folder;
        folder.write("in/a.json", "");
        folder.write("out/a.json", "");
        QCOMPARE(shown(findInputFiles({folder.path("out"), folder.path("in")})), (Names{"a.json", "a.json"}));
    }

    void namesAFolderWithoutFiles() {
        const SessionFolder folder;
        fs::create_directory(folder.path("empty"));
        const InputFiles input = findInputFiles({folder.path("empty")});
        QVERIFY(input.files.empty());
        QCOMPARE(input.unreadable.size(), std::size_t{1});
        QCOMPARE(input.unreadable[0].code, ErrorCode::FileUnreadable);
        QCOMPARE(input.unreadable[0].arguments[0], folder.path("empty"));
    }

    void namesAFolderThatCannotBeListedAndReadsTheOthers() {
        const SessionFolder folder;
        folder.write("in/a.json", "");
        folder.write("in/locked/b.json", "");
        folder.write("in/open/c.json", "");
        fs::permissions(folder.path("."), fs::perms(0755));
        fs::permissions(folder.path("in/locked"), fs::perms::none);
        const InputFiles input = [&] {
            const PlainUser user;
            return findInputFiles({folder.path("in")});
        }();
        fs::permissions(folder.path("in/locked"), fs::perms::owner_all);
        QCOMPARE(shown(input), (Names{"a.json", "open/c.json"}));
        QCOMPARE(input.unreadable.size(), std::size_t{1});
        QCOMPARE(input.unreadable[0].arguments[0], folder.path("in/locked"));
    }
};

QTEST_APPLESS_MAIN(TestInputFiles)
#include "tst_InputFiles.moc"
