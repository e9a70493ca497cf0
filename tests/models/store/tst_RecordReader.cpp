#include <QTest> // before the standard library: moc 6.4 cannot read <concept> first

#include "store/RecordBuilder.h"
#include "store/RecordReader.h"
#include "trace/Span.h"

#include <limits>
#include <random>
#include <string>
#include <vector>

using namespace hallway;

class TestRecordReader : public QObject {
    Q_OBJECT

private slots:
    void givesBackEveryInteger() {
        std::vector<std::int64_t> integers{0,
                                           1,
                                           2,
                                           -1,
                                           -2,
                                           std::numeric_limits<std::int64_t>::max(),
                                           std::numeric_limits<std::int64_t>::min()};
        for (int bit = 1; bit < 63; ++bit)
            for (const int around : {-1, 0, 1})
                for (const int sign : {-1, 1})
                    integers.push_back(sign * ((std::int64_t{1} << bit) + around));
        for (const std::int64_t integer : integers) {
            RecordBuilder record;
            record.clear();
            record.add(integer);
            RecordReader values(record.bytes());
            const RecordValue value = values.next();
            QCOMPARE(value.integer(), std::optional(integer));
            QVERIFY(!value.isNull() && !value.bytes() && !values.isDamaged());
        }
    }

    void givesBackTextsBlobsAndNull() {
        const std::string longText(100'000, 'x');
        RecordBuilder record;
        record.clear();
        record.addText("");
        record.addBlob(std::string_view("\0\xff", 2));
        record.addNull();
        record.addText(longText);
        record.add(std::int64_t{7});
        RecordReader values(record.bytes());
        const RecordValue empty = values.next(), blob = values.next(), null = values.next(),
                          text = values.next();
        QCOMPARE(empty.bytes(), std::optional(std::string_view()));
        QVERIFY(!empty.isNull() && !empty.integer());
        QCOMPARE(blob.bytes(), std::optional(std::string_view("\0\xff", 2)));
        QCOMPARE(null.bytes(), std::optional(std::string_view()));
        QVERIFY(null.isNull() && !null.integer());
        QCOMPARE(text.bytes(), std::optional(std::string_view(longText)));
        QCOMPARE(values.next().integer(), std::optional(std::int64_t{7}));
        QVERIFY(values.next().isNull()); // a column that the record does not have
        QVERIFY(!values.isDamaged());
    }

    void skipsValues() {
        RecordBuilder record;
        record.clear();
        for (std::int64_t value = 0; value < 20; ++value)
            record.add(value * 1000);
        RecordReader values(record.bytes());
        values.skip(7);
        QCOMPARE(values.next().integer(), std::optional(std::int64_t{7000}));
        values.skip(11);
        QCOMPARE(values.next().integer(), std::optional(std::int64_t{19'000}));
    }

    void givesIdsThatCanBe() {
        RecordBuilder record;
        record.clear();
        for (const std::int64_t value : {std::int64_t{5}, std::int64_t{-1}, std::int64_t{0xfffffffe},
                                         std::int64_t{0xffffffff}, std::int64_t{1} << 32})
            record.add(value);
        RecordReader values(record.bytes());
        QCOMPARE(values.next().id<StoreRow>(), StoreRow(5u));
        QCOMPARE(values.next().id<StoreRow>(), StoreRow());
        QCOMPARE(values.next().id<StoreRow>(), StoreRow(0xfffffffeu));
        QCOMPARE(values.next().id<StoreRow>(), StoreRow());
        QCOMPARE(values.next().id<StoreRow>(), StoreRow());
    }

    void readsNumbersOfNineBytes() {
        std::uint64_t value = 0;
        std::string_view bytes("\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", 10);
        QVERIFY(takeSqlVarint(bytes, value));
        QCOMPARE(value, ~std::uint64_t{0});
        QCOMPARE(bytes.size(), std::size_t{1});
        bytes = "\xff\xff";
        QVERIFY(!takeSqlVarint(bytes, value));
    }

    void noticesWhatIsCutShort() {
        RecordBuilder record;
        record.clear();
        record.add(std::int64_t{1'000'000});
        record.addText("a text");
        const std::string whole(record.bytes());
        for (std::size_t size = 0; size < whole.size(); ++size) {
            const std::vector<char> exact(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
            RecordReader values({exact.data(), exact.size()});
            values.skip(2);
            QVERIFY2(values.isDamaged(), std::to_string(size).c_str());
        }
    }

    // Whatever the bytes: values or none, and nothing read beyond them.
    void survivesAnyBytes() {
        std::mt19937 random(3);
        for (int i = 0; i < 200'000; ++i) {
            std::vector<char> exact(random() % 40); // so that a sanitizer sees their end
            for (char& byte : exact)
                byte = static_cast<char>(random() % 3 == 0 ? random() : random() % 20);
            const std::string_view record(exact.data(), exact.size());
            RecordReader values(record);
            for (int column = 0; column < 45; ++column) {
                const RecordValue value = values.next();
                static_cast<void>(value.integer());
                const auto bytes = value.bytes().value_or(std::string_view());
                QVERIFY(bytes.empty() || (bytes.data() >= record.data() &&
                                          bytes.data() + bytes.size() <= record.data() + record.size()));
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestRecordReader)
#include "tst_RecordReader.moc"
