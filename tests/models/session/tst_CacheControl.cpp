#include "SessionFolder.h"
#include "session/CacheControl.h"

#include <QTest>

using namespace hallway;
using namespace hallway::test;

class TestCacheControl : public QObject {
    Q_OBJECT

private slots:
    void listsNothingWhereThereIsNoCache() {
        QVERIFY(cachedCaptures("").empty());
        QVERIFY(cachedCaptures("/no/such/folder").empty());
        QCOMPARE(clearCache("/no/such/folder")->captures, std::uint64_t{0});
    }

    void listsWhatWasOpenedWithItsSources() {
        const SessionFolder folder;
        const std::string a = folder.write("a.json", shopLines(2)),
                          b = folder.write("b.json", shopLines(2, 5));
        QVERIFY(folder.open({a, b}).has_value());
        const auto captures = cachedCaptures(folder.cache());
        QCOMPARE(captures.size(), std::size_t{1});
        QCOMPARE(captures[0].sources, (std::vector<std::string>{a, b}));
        QCOMPARE(captures[0].bytes, std::uint64_t{readAll(captures[0].path).size()});
    }

    void clearsWithoutTakingOpenCapturesAway() {
        const SessionFolder folder;
        const auto outcome = folder.open({folder.write("a.json", shopLines(2))});
        QVERIFY(outcome.has_value());
        const std::uint64_t bytes = cachedCaptures(folder.cache())[0].bytes;
        const auto cleared = clearCache(folder.cache());
        QVERIFY(cleared.has_value());
        QCOMPARE(cleared->captures, std::uint64_t{1});
        QCOMPARE(cleared->bytes, bytes);
        QVERIFY(folder.cachedFiles().empty());
        QVERIFY(outcome->capture->details(SpanRow(0u)).has_value());
    }
};

QTEST_APPLESS_MAIN(TestCacheControl)
#include "tst_CacheControl.moc"
