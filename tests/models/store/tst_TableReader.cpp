#include "NewTables.h"
#include "store/RecordReader.h"
#include "store/TablePage.h"
#include "store/TableReader.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <random>
#include <utility>

using namespace hallway;
using namespace hallway::test;

using Damage = std::function<void(char* root, char* leaf)>;
Q_DECLARE_METATYPE(Damage)

namespace {

using Rows = std::vector<std::pair<std::uint32_t, std::string>>;

/// The rows of `first`, in so many pieces, one after the other.
Result<Rows> readRows(const std::string& path, std::size_t pieces = 1) {
    const auto database = Database::open(path, Database::Access::Read);
    Rows rows;
    for (std::size_t i = 0; i < pieces; ++i) {
        auto table = TableReader::open(*database, "first", {i, pieces}, {});
        if (!table) return fail(table.error());
        for (;;) {
            const auto more = table->next();
            if (!more) return fail(more.error());
            if (!*more) break;
            const auto record = table->wholeRecord();
            if (!record) return fail(record.error());
            RecordReader values(*record);
            values.skip(1);
            rows.emplace_back(table->row(), values.next().bytes().value_or("no text"));
        }
    }
    return rows;
}

Rows selectRows(const std::string& path) {
    const auto database = Database::open(path, Database::Access::Read);
    auto select = database->prepare("SELECT id, value FROM first ORDER BY id");
    Rows rows;
    while (select->step().value())
        rows.emplace_back(static_cast<std::uint32_t>(select->integer(0)), select->text(1));
    return rows;
}

/// Short and long texts; two levels of pages.
Rows someRows() {
    std::mt19937 random(5);
    Rows rows;
    for (std::uint32_t row = 0; row < 3000; row += row % 10 == 7 ? 4 : 1)
        rows.emplace_back(row,
                          textOfRow(row, random() % 20 == 0 ? 5000 + random() % 30'000 : random() % 300));
    return rows;
}

void write(const std::string& path, const Rows& rows) {
    auto file = PageFile::open(path);
    TableBuilder table(*file, NewTables::firstRoot);
    for (const auto& [row, text] : rows)
        QVERIFY(append(table, row, text).has_value());
    QVERIFY(table.finish().has_value());
    QVERIFY(file->finish().has_value());
}

/// A page of `first`'s tree in the bytes of a file.
char* pageIn(std::string& bytes, PageNumber number) { return bytes.data() + (number - 1) * pageBytes; }

} // namespace

class TestTableReader : public QObject {
    Q_OBJECT

private slots:
    void readsWhatTableBuilderWrote_data() {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("step");
        QTest::addColumn<int>("bytes");
        QTest::newRow("none") << 0 << 1 << 10;
        QTest::newRow("one") << 1 << 1 << 10;
        QTest::newRow("one leaf") << 30 << 1 << 100;
        QTest::newRow("two leaves") << 100 << 1 << 100;
        QTest::newRow("one page above") << 30'000 << 1 << 100;
        QTest::newRow("three levels") << 90'000 << 1 << 100;
        QTest::newRow("gaps") << 1000 << 4'000'000 << 300;
        QTest::newRow("long values") << 5 << 1 << 1'000'000;
    }
    void readsWhatTableBuilderWrote() {
        QFETCH(int, rows);
        QFETCH(int, step);
        QFETCH(int, bytes);
        Rows expected;
        for (int i = 0; i < rows; ++i) {
            const auto row = static_cast<std::uint32_t>(i) * static_cast<std::uint32_t>(step);
            expected.emplace_back(row, textOfRow(row, static_cast<std::size_t>(bytes)));
        }
        const NewTables made;
        write(made.path(), expected);
        for (const std::size_t pieces : {1, 2, 3, 7})
            QVERIFY(readRows(made.path(), pieces).value() == expected);
    }

    // Where a value no longer fits into its leaf, and where its rest no longer fits into one more page.
    void readsLongValuesWhereverTheyAreSplit() {
        Rows expected;
        for (const std::size_t around : {8150u, 9180u, 16'340u, 17'370u, 24'520u})
            for (std::size_t size = around - 40; size < around + 40; ++size) {
                const auto row = static_cast<std::uint32_t>(expected.size());
                expected.emplace_back(row, textOfRow(row, size));
            }
        const NewTables made;
        write(made.path(), expected);
        QVERIFY(readRows(made.path(), 2).value() == expected);
    }

    void readsWhatSqliteWrote() {
        const NewTables made;
        const auto database = Database::reopen(made.path());
        QVERIFY(database->execute("BEGIN").has_value());
        auto insert = database->prepare("INSERT INTO first VALUES (?, ?)");
        Rows rows = someRows();
        std::shuffle(rows.begin(), rows.end(), std::mt19937(1));
        for (const auto& [row, text] : rows) {
            insert->bind(1, std::int64_t{row});
            insert->bindText(2, text);
            QVERIFY(insert->run().has_value());
        }
        QVERIFY(database
                    ->execute("COMMIT; DELETE FROM first WHERE id % 5 = 1;"
                              "UPDATE first SET value = value || value WHERE id % 7 = 2")
                    .has_value());
        const Rows changed = selectRows(made.path());
        QVERIFY(changed.size() > 1000 && changed.size() < rows.size());
        QVERIFY(readRows(made.path(), 3).value() == changed);
        QVERIFY(database->execute("VACUUM").has_value());
        QVERIFY(readRows(made.path(), 3).value() == changed);
    }

    void keepsWritersAwayWhileItLives() {
        const NewTables made;
        write(made.path(), someRows());
        const auto database = Database::open(made.path(), Database::Access::Write);
        QVERIFY(database->execute("PRAGMA busy_timeout = 0").has_value());
        const auto reading = Database::open(made.path(), Database::Access::Read);
        {
            const auto table = TableReader::open(*reading, "first", {}, {});
            QVERIFY(table.has_value());
            QVERIFY(!database->execute("DELETE FROM first").has_value());
        }
        QVERIFY(database->execute("DELETE FROM first").has_value());
    }

    void endsWhenCancelled() {
        const NewTables made;
        write(made.path(), someRows());
        const auto database = Database::open(made.path(), Database::Access::Read);
        CancelSource cancel;
        auto table = TableReader::open(*database, "first", {}, cancel.token());
        QVERIFY(table->next().value());
        cancel.cancel();
        Result<bool> more = true;
        while (more && *more)
            more = table->next();
        QVERIFY(!more.has_value());
        QCOMPARE(more.error().code, ErrorCode::Cancelled);
        QCOMPARE(TableReader::open(*database, "first", {}, cancel.token()).error().code,
                 ErrorCode::Cancelled);
    }

    void refusesPagesThatCannotBe_data() {
        using namespace tablePage;
        QTest::addColumn<Damage>("damage");
        const auto row = [](const char* name, Damage damage) { QTest::newRow(name) << std::move(damage); };
        row("a tree in a circle",
            [](char* root, char*) { put32(root + get16(root + innerHeader), NewTables::firstRoot); });
        row("a tree of nothing but circles", [](char* root, char*) {
            for (std::size_t i = 0; i < get16(root + cellCountAt); ++i)
                put32(root + get16(root + innerHeader + i * pointerBytes), NewTables::firstRoot);
            put32(root + rightmostAt, NewTables::firstRoot);
        });
        row("a page that is not there", [](char* root, char*) { put32(root + rightmostAt, 4'000'000); });
        row("no page at all", [](char* root, char*) { put32(root + rightmostAt, 0); });
        row("a leaf twice",
            [](char* root, char*) { put32(root + rightmostAt, get32(root + get16(root + innerHeader))); });
        row("more cells than a page has", [](char*, char* page) { put16(page + cellCountAt, 0xffff); });
        row("more children than a page has", [](char* root, char*) { put16(root + cellCountAt, 0xffff); });
        row("a cell beyond the page", [](char*, char* page) { put16(page + leafHeader, pageBytes); });
        row("a cell at the page's end", [](char*, char* page) { put16(page + leafHeader, pageBytes - 1); });
        row("a child at the page's end", [](char* root, char*) { put16(root + innerHeader, pageBytes - 2); });
        row("another kind of leaf", [](char*, char* page) { page[typeAt] = 0x0A; });
        row("rows out of order", [](char*, char* page) {
            const auto first = get16(page + leafHeader);
            put16(page + leafHeader, get16(page + leafHeader + pointerBytes));
            put16(page + leafHeader + pointerBytes, first);
        });
        row("a size beyond the file",
            [](char*, char* page) { std::fill_n(page + get16(page + leafHeader), 8, '\xff'); });
    }
    void refusesPagesThatCannotBe() {
        QFETCH(Damage, damage);
        const NewTables made;
        write(made.path(), someRows());
        std::string bytes = readAll(made.path());
        char* const root = pageIn(bytes, NewTables::firstRoot);
        const auto leaf = tablePage::get32(root + tablePage::get16(root + tablePage::innerHeader));
        QCOMPARE(*root, tablePage::innerPage);
        QCOMPARE(*pageIn(bytes, leaf), tablePage::leafPage);
        damage(root, pageIn(bytes, leaf));
        writeAll(made.path(), bytes);
        const auto rows = readRows(made.path());
        QVERIFY(!rows.has_value());
        QCOMPARE(rows.error().code, ErrorCode::CacheDamaged);
    }

    // Whatever the bytes: rows in order or an error.
    void survivesAnyDamage() {
        const NewTables made;
        write(made.path(), someRows());
        const std::string sound = readAll(made.path());
        std::mt19937 random(11);
        int refused = 0;
        for (int i = 0; i < 300; ++i) {
            std::string bytes = sound;
            // Past the page of the schema; mostly where the numbers stand that tell where to go on.
            for (int change = 0; change < 10; ++change) {
                const std::size_t page = 1 + random() % (bytes.size() / pageBytes - 1);
                bytes[page * pageBytes + random() % (change % 2 == 0 ? 40 : pageBytes)] =
                    static_cast<char>(random());
            }
            if (i % 5 == 0) bytes.resize(bytes.size() - random() % (bytes.size() / 2));
            writeAll(made.path(), bytes);
            const auto rows = readRows(made.path());
            refused += !rows;
            if (!rows) continue;
            QVERIFY(std::is_sorted(rows->begin(), rows->end(),
                                   [](const auto& a, const auto& b) { return a.first < b.first; }));
        }
        QVERIFY(refused > 100);
    }
};

QTEST_APPLESS_MAIN(TestTableReader)
#include "tst_TableReader.moc"
