#include "SampleCapture.h"
#include "store/SourceFingerprint.h"

#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>

#include <array>
#include <filesystem>

using namespace hallway;
using namespace hallway::test;

namespace {

SourceFingerprint fingerprint(const std::string& path) { return fingerprintOf(path).value(); }

/// Puts other bytes in a file and its old time of change back.
void changeSecretly(const std::string& path, const std::string& bytes) {
    struct stat info {};
    ::stat(path.c_str(), &info);
    writeAll(path, bytes);
    const std::array<timespec, 2> times{info.st_atim, info.st_mtim};
    ::utimensat(AT_FDCWD, path.c_str(), times.data(), 0);
}

std::string keyOfOne(const SourceFingerprint& source) { return keyOf({&source, 1}); }

} // namespace

class TestSourceFingerprint : public QObject {
    Q_OBJECT

private slots:
    void staysTheSameWhileTheFileDoes() {
        const ScratchFolder folder;
        writeAll(folder.file("a"), "content");
        QCOMPARE(fingerprint(folder.file("a")), fingerprint(folder.file("a")));
        QCOMPARE(fingerprint(folder.file("a")).bytes, std::uint64_t{7});
        QCOMPARE(keyOfOne(fingerprint(folder.file("a"))).size(), std::size_t{32});
    }

    void noticesChangedBytesAtHeadMiddleAndTail_data() {
        QTest::addColumn<int>("at");
        QTest::addColumn<bool>("noticed");
        QTest::newRow("first") << 0 << true;
        QTest::newRow("in the middle") << 500'000 << true;
        QTest::newRow("last") << 999'999 << true;
        QTest::newRow("between: only size and time tell") << 300'000 << false;
    }
    void noticesChangedBytesAtHeadMiddleAndTail() {
        QFETCH(int, at);
        QFETCH(bool, noticed);
        const ScratchFolder folder;
        std::string bytes(1'000'000, 'a');
        writeAll(folder.file("a"), bytes);
        const auto before = fingerprint(folder.file("a"));
        bytes[static_cast<std::size_t>(at)] = 'b';
        changeSecretly(folder.file("a"), bytes);
        QCOMPARE(fingerprint(folder.file("a")) != before, noticed);
    }

    void noticesSizeAndTime() {
        const ScratchFolder folder;
        writeAll(folder.file("a"), "content");
        const auto before = fingerprint(folder.file("a"));
        changeSecretly(folder.file("a"), "content and more");
        QVERIFY(fingerprint(folder.file("a")) != before);
        changeSecretly(folder.file("a"), "content");
        QCOMPARE(fingerprint(folder.file("a")), before);
        const std::array<timespec, 2> times{timespec{1, 0}, timespec{1, 5}};
        ::utimensat(AT_FDCWD, folder.file("a").c_str(), times.data(), 0);
        QCOMPARE(fingerprint(folder.file("a")).modified, std::int64_t{1'000'000'005});
        QVERIFY(keyOfOne(fingerprint(folder.file("a"))) != keyOfOne(before));
    }

    void givesOneKeyWhateverTheOrder() {
        const ScratchFolder folder;
        for (const char* const name : {"a", "b", "c"})
            writeAll(folder.file(name), name);
        const auto a = fingerprint(folder.file("a")), b = fingerprint(folder.file("b")),
                   c = fingerprint(folder.file("c"));
        const std::vector<SourceFingerprint> forward{a, b, c}, backward{c, b, a}, fewer{a, b}, twice{a, a};
        QCOMPARE(keyOf(forward), keyOf(backward));
        QVERIFY(keyOf(forward) != keyOf(fewer));
        QVERIFY(keyOf(twice) != keyOfOne(a));
        QVERIFY(keyOf({}) != keyOfOne(a));
    }

    void tellsPathsAsTypedApart() {
        const ScratchFolder folder;
        writeAll(folder.file("a"), "content");
        const auto typed = fingerprintOf(folder.file("a"), "a");
        QCOMPARE(typed->shownAs, std::string("a"));
        QCOMPARE(typed->location, fingerprint(folder.file("a")).location);
        QVERIFY(keyOfOne(*typed) != keyOfOne(fingerprint(folder.file("a"))));
    }

    void saysWhatCannotBeRead() {
        const ScratchFolder folder;
        QCOMPARE(fingerprintOf(folder.file("none")).error().code, ErrorCode::FileNotFound);
        QCOMPARE(fingerprintOf(folder.path()).error().code, ErrorCode::FileUnreadable);
        ::mkfifo(folder.file("pipe").c_str(), 0600);
        QCOMPARE(fingerprintOf(folder.file("pipe")).error().code, ErrorCode::FileUnreadable);
    }
};

QTEST_APPLESS_MAIN(TestSourceFingerprint)
#include "tst_SourceFingerprint.moc"
