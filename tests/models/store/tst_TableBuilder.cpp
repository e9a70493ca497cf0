#include "NewTables.h"
#include "store/Database.h"
#include "store/RecordBuilder.h"

#include <QTest>

#include <cstdint>
#include <filesystem>
#include <limits>

using namespace hallway;
using namespace hallway::test;

namespace {

constexpr std::uint64_t lockedBytes = std::uint64_t{1} << 30; ///< where SQLite keeps no data

} // namespace

class TestTableBuilder : public QObject {
    Q_OBJECT

private slots:
    void makesTablesThatSqliteFindsSound_data() {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("step");
        QTest::addColumn<int>("bytes");
        QTest::newRow("none") << 0 << 1 << 10;
        QTest::newRow("one") << 1 << 1 << 10;
        QTest::newRow("one leaf") << 30 << 1 << 100;
        QTest::newRow("two leaves") << 100 << 1 << 100;
        QTest::newRow("one page above") << 30'000 << 1 << 100;
        QTest::newRow("two pages above") << 745 << 1 << 8000;
        QTest::newRow("a full page above") << 744 << 1 << 8000;
        QTest::newRow("three levels") << 90'000 << 1 << 100;
        QTest::newRow("gaps") << 1000 << 4'000'000 << 300;
        QTest::newRow("long values") << 5 << 1 << 1'000'000;
    }
    void makesTablesThatSqliteFindsSound() {
        QFETCH(int, rows);
        QFETCH(int, step);
        QFETCH(int, bytes);
        const NewTables made;
        {
            auto file = PageFile::open(made.path());
            TableBuilder table(*file, NewTables::firstRoot);
            for (int i = 0; i < rows; ++i) {
                const auto row = static_cast<std::uint32_t>(i) * static_cast<std::uint32_t>(step);
                QVERIFY(append(table, row, textOfRow(row, static_cast<std::size_t>(bytes))).has_value());
            }
            QVERIFY(table.finish().has_value());
            QVERIFY(file->finish().has_value());
        }
        QCOMPARE(made.text("PRAGMA integrity_check"), std::string("ok"));
        QCOMPARE(made.text("SELECT count(*) FROM first"), std::to_string(rows));
        const std::string wrong = "SELECT count(*) FROM first WHERE length(value) <> " +
                                  std::to_string(bytes) + " OR value NOT LIKE id || ':%'";
        QCOMPARE(made.text(wrong), std::string("0"));
        for (const int i : {0, rows / 2, rows - 1}) {
            if (i < 0 || i >= rows) continue;
            const auto row = static_cast<std::uint32_t>(i) * static_cast<std::uint32_t>(step);
            QCOMPARE(made.text("SELECT value FROM first WHERE id = " + std::to_string(row)),
                     textOfRow(row, static_cast<std::size_t>(bytes)));
        }
    }

    // Where a value no longer fits into its leaf, and where its rest no longer fits into one more page.
    void splitsLongValuesWhereSqliteDoes() {
        const NewTables made;
        std::uint32_t row = 0;
        {
            auto file = PageFile::open(made.path());
            TableBuilder table(*file, NewTables::firstRoot);
            for (const std::size_t around : {8150u, 9180u, 16'340u, 17'370u, 24'520u})
                for (std::size_t size = around - 40; size < around + 40; ++size, ++row)
                    QVERIFY(append(table, row, textOfRow(row, size)).has_value());
            QVERIFY(table.finish().has_value());
            QVERIFY(file->finish().has_value());
        }
        QCOMPARE(made.text("PRAGMA integrity_check"), std::string("ok"));
        for (std::uint32_t i = 0; i < row; ++i) {
            const std::string text = made.text("SELECT value FROM first WHERE id = " + std::to_string(i));
            QCOMPARE(text, textOfRow(i, text.size()));
        }
    }

    void letsTwoTablesGrowByTurns() {
        const NewTables made;
        {
            auto file = PageFile::open(made.path());
            TableBuilder first(*file, NewTables::firstRoot), second(*file, NewTables::secondRoot);
            for (std::uint32_t row = 0; row < 20'000; ++row) {
                QVERIFY(append(first, row, textOfRow(row, 50)).has_value());
                if (row % 1000 == 0) QVERIFY(append(second, row, textOfRow(row, 30'000)).has_value());
            }
            QVERIFY(second.finish().has_value());
            QVERIFY(first.finish().has_value());
            QVERIFY(file->finish().has_value());
        }
        QCOMPARE(made.text("PRAGMA integrity_check"), std::string("ok"));
        QCOMPARE(made.text("SELECT count(*) FROM first"), std::string("20000"));
        QCOMPARE(made.text("SELECT sum(length(value)) FROM second"), std::string("600000"));
    }

    void leavesTheLockedPageOfLargeFilesOut() {
        const NewTables made;
        std::filesystem::resize_file(made.path(), lockedBytes - 3 * pageBytes); // a hole, no gigabyte
        {
            auto file = PageFile::open(made.path());
            TableBuilder table(*file, NewTables::firstRoot);
            QVERIFY(append(table, 0, textOfRow(0, 100'000)).has_value());
            for (std::uint32_t row = 1; row < 500; ++row)
                QVERIFY(append(table, row, textOfRow(row, 1000)).has_value());
            QVERIFY(table.finish().has_value());
            QVERIFY(file->finish().has_value());
        }
        QCOMPARE(made.text("SELECT value FROM first WHERE id = 0"), textOfRow(0, 100'000));
        QCOMPARE(made.text("SELECT count(*) FROM first WHERE length(value) = 1000"), std::string("499"));
        const auto database = Database::open(made.path(), Database::Access::Write);
        QVERIFY(database->execute("INSERT INTO second VALUES (1, zeroblob(100000))").has_value());
    }

    void refusesRowsOutOfOrder() {
        const NewTables made;
        auto file = PageFile::open(made.path());
        TableBuilder table(*file, NewTables::firstRoot);
        QVERIFY(append(table, 0, "a").has_value());
        QVERIFY(append(table, 7, "b").has_value());
        QCOMPARE(append(table, 7, "c").error().code, ErrorCode::Internal);
        QCOMPARE(append(table, 6, "d").error().code, ErrorCode::Internal);
    }

    void keepsEveryKindOfValue() {
        const std::vector<std::int64_t> integers{0,
                                                 1,
                                                 -1,
                                                 2,
                                                 127,
                                                 128,
                                                 -128,
                                                 -129,
                                                 32'767,
                                                 32'768,
                                                 -32'768,
                                                 -32'769,
                                                 8'388'607,
                                                 8'388'608,
                                                 -8'388'609,
                                                 2'147'483'647,
                                                 2'147'483'648,
                                                 -2'147'483'649,
                                                 140'737'488'355'327,
                                                 140'737'488'355'328,
                                                 -140'737'488'355'329,
                                                 std::numeric_limits<std::int64_t>::max(),
                                                 std::numeric_limits<std::int64_t>::min()};
        const NewTables made;
        {
            auto file = PageFile::open(made.path());
            TableBuilder table(*file, NewTables::firstRoot);
            RecordBuilder record;
            std::uint32_t row = 0;
            for (const std::int64_t integer : integers) {
                record.clear();
                record.addNull();
                record.add(integer);
                QVERIFY(table.append(row++, record.bytes()).has_value());
            }
            for (const std::string_view blob :
                 {std::string_view(), std::string_view("\0\xff", 2), std::string_view("x")}) {
                record.clear();
                record.addNull();
                record.addBlobOrNull(blob);
                QVERIFY(table.append(row++, record.bytes()).has_value());
            }
            record.clear();
            record.addNull();
            record.addText("");
            QVERIFY(table.append(row, record.bytes()).has_value());
            QVERIFY(table.finish().has_value());
            QVERIFY(file->finish().has_value());
        }
        for (std::size_t i = 0; i < integers.size(); ++i)
            QCOMPARE(made.text("SELECT typeof(value) || value FROM first WHERE id = " + std::to_string(i)),
                     "integer" + std::to_string(integers[i]));
        const std::string others =
            "SELECT group_concat(quote(value)) FROM first WHERE id >= " + std::to_string(integers.size());
        QCOMPARE(made.text(others), std::string("NULL,X'00FF',X'78',''"));
    }
};

QTEST_APPLESS_MAIN(TestTableBuilder)
#include "tst_TableBuilder.moc"
