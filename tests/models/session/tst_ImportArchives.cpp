#include "Compressed.h"
#include "SessionFolder.h"

#include <QTest>

using namespace hallway;
using namespace hallway::test;

class TestImportArchives : public QObject {
    Q_OBJECT

private slots:
    void anArchiveGivesTheSameAsItsFiles() {
        const SessionFolder folder;
        const std::string web = shopLines(3), cart = shopLines(2, 7);
        const auto plain = folder.open({folder.write("web.json", web), folder.write("cart.json", cart)});
        QVERIFY(plain.has_value());
        for (const std::string& archive : {zipped({{"web.json", web}, {"cart.json.gz", gzipped(cart)}}),
                                           gzipped(tarred({{"web.json", web}, {"cart.json", cart}})),
                                           zipped({{"in.tar", tarred({{"a", web}, {"b", cart}})}})}) {
            const auto opened = folder.open({folder.write("archive", archive)});
            QVERIFY(opened.has_value());
            QVERIFY(sameContent(*opened->capture, *plain->capture));
            QVERIFY(opened->unreadable.empty());
            QCOMPARE(opened->capture->sources().size(), std::size_t{2});
            QVERIFY(opened->capture->sources()[0].path.starts_with(folder.path("archive") + '/'));
        }
    }

    void entriesThatAreNoTracesAreNamedAlsoFromTheCache() {
        const SessionFolder folder;
        const std::string path =
            folder.write("a.zip", zipped({{"readme.txt", "Read me"}, {"t.json", shopLines(1)}}));
        for (int run = 0; run < 2; ++run) {
            const auto opened = folder.open({path});
            QVERIFY(opened.has_value());
            QCOMPARE(opened->capture->sources().size(), std::size_t{1});
            QCOMPARE(opened->unreadable.size(), std::size_t{1});
            QCOMPARE(opened->unreadable[0].code, ErrorCode::NotRecognised);
            QCOMPARE(opened->unreadable[0].arguments.at(0), path + "/readme.txt");
        }
        QCOMPARE(folder.cachedFiles().size(), std::size_t{1});
    }

    void anArchiveWithoutTracesIsRefused() {
        const SessionFolder folder;
        const auto opened = folder.open({folder.write("a.zip", zipped({{"readme.txt", "Read me"}}))});
        QVERIFY(!opened.has_value());
        QCOMPARE(opened.error().code, ErrorCode::NotRecognised);
    }

    void case22_whatWasReadBeforeALimitStaysAndIsNotCached() {
        const SessionFolder folder;
        OpenRequest request;
        request.paths = {
            folder.write("a.zip", zipped({{"t.json", shopLines(5)}, {"bomb", std::string(4'000'000, ' ')}}))};
        request.limits = {.ratio = 200, .unasked = 1'000'000, .maximum = 3'000'000};
        const auto stopped = folder.open(request);
        QVERIFY(stopped.has_value());
        QCOMPARE(stopped->capture->figures().spans, std::uint64_t{15});
        QCOMPARE(stopped->unreadable.size(), std::size_t{1});
        QCOMPARE(stopped->unreadable[0].code, ErrorCode::FileUnreadable);
        QVERIFY(folder.cachedFiles().empty());
        request.limits = {.ratio = 100'000};
        QCOMPARE(folder.open(request)->capture->figures().spans, std::uint64_t{15});
        QCOMPARE(folder.cachedFiles().size(), std::size_t{1}); // "bomb" is only blank, and said to be that
    }
};

QTEST_APPLESS_MAIN(TestImportArchives)
#include "tst_ImportArchives.moc"
