#include <QTest> // first: moc stumbles over <concepts> otherwise

#include "base/StringPool.h"

#include <atomic>
#include <string>
#include <thread>
#include <vector>

using namespace hallway;

class tst_StringPool : public QObject {
    Q_OBJECT

private slots:
    void equalTextsHaveEqualIds() {
        StringPool pool;
        const StringId a = pool.intern("a");
        QCOMPARE(pool.intern(std::string("a")), a);
        QVERIFY(pool.intern("b") != a);
        QCOMPARE(std::string(pool.text(a)), std::string("a"));
        QCOMPARE(pool.find("b"), pool.intern("b"));
        QVERIFY(!pool.find("c").valid());
    }

    void theEmptyTextIsZero() {
        StringPool pool;
        QCOMPARE(pool.intern(""), StringId(0u));
        QCOMPARE(pool.size(), std::size_t{1});
        QVERIFY(pool.text(StringId(0u)).empty());
        QVERIFY(pool.text(StringId()).empty());
    }

    void textsMayHoldAnything() {
        StringPool pool;
        const std::string withNul("a\0b", 3);
        const std::string large(std::size_t{3} << 20, 'x'); // larger than an arena
        const StringId first = pool.intern(withNul);
        const StringId second = pool.intern(large);
        const StringId third = pool.intern("after");
        QVERIFY(pool.text(first) == withNul);
        QVERIFY(pool.text(second) == large);
        QCOMPARE(std::string(pool.text(third)), std::string("after"));
        QVERIFY(pool.memory() >= large.size());
    }

    void textsNeverMove() {
        StringPool pool;
        const std::string_view first = pool.text(pool.intern("first"));
        std::vector<StringId> ids;
        for (int i = 0; i < 200000; ++i)
            ids.push_back(pool.intern(std::to_string(i)));
        QCOMPARE(pool.size(), std::size_t{200002});
        QVERIFY(pool.text(pool.find("first")).data() == first.data());
        for (int i = 0; i < 200000; ++i)
            QVERIFY(pool.text(ids[static_cast<std::size_t>(i)]) == std::to_string(i));
    }

    void oneThreadInternsWhileAnotherReads() {
        StringPool pool;
        std::atomic<std::uint32_t> published{0};
        constexpr std::uint32_t last = 100000;
        std::thread reader([&] {
            std::uint32_t seen = 0;
            while (seen < last) {
                seen = published.load(std::memory_order_acquire);
                if (seen > 0 && pool.text(StringId(seen)) != std::to_string(seen)) {
                    seen = last + 1;
                    published.store(0);
                    return;
                }
            }
        });
        for (std::uint32_t i = 1; i <= last; ++i) {
            pool.intern(std::to_string(i));
            published.store(i, std::memory_order_release);
        }
        reader.join();
        QCOMPARE(published.load(), last);
    }
};

QTEST_APPLESS_MAIN(tst_StringPool)
#include "tst_StringPool.moc"
