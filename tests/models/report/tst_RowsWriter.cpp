#include "report/RowsWriter.h"

#include <QTest>

using namespace hallway;

namespace {

const std::vector<std::string> columns{"name", "n", "x"};

std::string written(OutputFormat format, const std::vector<std::vector<RowCell>>& rows) {
    std::string out;
    const auto writer = rowsWriter(format, "hallway.test/1", columns, [&out](std::string_view part) {
        out += part;
        return true;
    });
    for (const auto& row : rows)
        writer->add(row);
    writer->finish();
    return out;
}

} // namespace

class tst_RowsWriter : public QObject {
    Q_OBJECT

private slots:
    void theSameRowsInEveryFormat() {
        const std::vector<std::vector<RowCell>> rows{{"a,b", std::int64_t{-3}, 0.25},
                                                     {std::monostate(), std::int64_t{12}, 1.0}};
        QCOMPARE(written(OutputFormat::Csv, rows), std::string("name,n,x\n\"a,b\",-3,0.25\n,12,1\n"));
        QCOMPARE(
            written(OutputFormat::Json, rows),
            std::string(
                "{\n \"schema\": \"hallway.test/1\",\n \"columns\": [\"name\",\"n\",\"x\"],\n \"rows\": [\n"
                "  [\"a,b\",-3,0.25],\n  [null,12,1.0]\n ]\n}\n"));
        QCOMPARE(written(OutputFormat::Table, rows),
                 std::string("name   n     x\na,b   -3  0.25\n–     12     1\n"));
    }

    void noRowsAreStillADocument() {
        QCOMPARE(written(OutputFormat::Csv, {}), std::string("name,n,x\n"));
        QCOMPARE(written(OutputFormat::Json, {}),
                 std::string("{\n \"schema\": \"hallway.test/1\",\n \"columns\": [\"name\",\"n\",\"x\"],\n "
                             "\"rows\": []\n}\n"));
        QCOMPARE(written(OutputFormat::Table, {}), std::string("name  n  x\n"));
    }

    void writingStopsWhenNobodyListens() {
        for (const OutputFormat format : {OutputFormat::Csv, OutputFormat::Json}) {
            int parts = 0;
            const auto writer =
                rowsWriter(format, "s", {"a"}, [&parts](std::string_view) { return ++parts < 2; });
            const std::vector<RowCell> row{std::int64_t{1}};
            QVERIFY(!writer->add(row));
            QVERIFY(!writer->add(row));
            writer->finish();
            QCOMPARE(parts, 2);
        }
    }

    void bytesThatAreNoUtf8DoNoHarm() {
        QVERIFY(written(OutputFormat::Json, {{"\xff\x1b", std::int64_t{1}, 1.0}}).find("\uFFFD\\u001b") !=
                std::string::npos);
        QVERIFY(written(OutputFormat::Table, {{"\xff\x1b", std::int64_t{1}, 1.0}}).find('\x1b') ==
                std::string::npos);
    }
};

QTEST_APPLESS_MAIN(tst_RowsWriter)
#include "tst_RowsWriter.moc"
