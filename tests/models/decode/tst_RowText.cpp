#include "decode/RowText.h"

#include <QTest>

#include <string>

using namespace hallway;

namespace {

/// The cells of a row, `|` between them.
std::string cells(std::string_view row, const TableDialect& dialect) {
    RowText text;
    text.split(row, dialect);
    std::string list;
    for (std::size_t i = 0; i < text.size(); ++i)
        list.append(i == 0 ? "" : "|").append(text.plain(i));
    return list;
}

constexpr TableDialect csv;
constexpr TableDialect semicolons{';', true, false};
constexpr TableDialect escapedTabs{'\t', false, true};

} // namespace

class tst_RowText : public QObject {
    Q_OBJECT

private slots:
    void rowsOfCommas_data() {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("plain") << QByteArray("a,b,c") << QByteArray("a|b|c");
        QTest::newRow("empty cells") << QByteArray(",,") << QByteArray("||");
        QTest::newRow("an empty row") << QByteArray() << QByteArray();
        QTest::newRow("a separator in quotes") << QByteArray("\"a,b\",c") << QByteArray("a,b|c");
        QTest::newRow("doubled quotes") << QByteArray("\"say \"\"hi\"\"\",x") << QByteArray("say \"hi\"|x");
        QTest::newRow("only a quote") << QByteArray("\"\"\"\",x") << QByteArray("\"|x");
        QTest::newRow("empty quotes") << QByteArray("\"\",x,\"\"") << QByteArray("|x|");
        QTest::newRow("a line break in quotes") << QByteArray("\"a\nb\",c") << QByteArray("a\nb|c");
        QTest::newRow("a quote within a cell") << QByteArray("a \"b\" c,d") << QByteArray("a \"b\" c|d");
        QTest::newRow("text behind quotes") << QByteArray("\"a\"b,c") << QByteArray("ab|c");
        QTest::newRow("a quote that stays open") << QByteArray("a,\"b,c") << QByteArray("a|b,c");
        QTest::newRow("a database's nothing") << QByteArray("a,\\N,c") << QByteArray("a||c");
        QTest::newRow("a backslash") << QByteArray("a\\tb,c") << QByteArray("a\\tb|c");
    }
    void rowsOfCommas() {
        QFETCH(QByteArray, row);
        QFETCH(QByteArray, expected);
        QCOMPARE(QByteArray::fromStdString(cells(row.toStdString(), csv)), expected);
    }

    void otherSeparators() {
        QCOMPARE(cells("a;b,c;\"d;e\"", semicolons), std::string("a|b,c|d;e"));
        QCOMPARE(cells("a\tb c\t", {'\t', true, false}), std::string("a|b c|"));
    }

    void whatDatabasesEscape() {
        QCOMPARE(cells("a\\tb\t\\N\t\\n\\r\\\\\\'x\\", escapedTabs), std::string("a\tb||\n\r\\'x\\"));
        QCOMPARE(cells("\"a\tb\"", escapedTabs), std::string("\"a|b\""));
    }

    void manyCellsAreCutOff() {
        RowText text;
        text.split(std::string(100000, ','), csv);
        QVERIFY(text.size() > maximumCells);
        QVERIFY(text.size() < 2 * maximumCells);
    }

    void cellsStayWhereTheyAre() {
        std::string row;
        for (int i = 0; i < 500; ++i)
            row += "\"a\"\"b\\\\c\",";
        RowText text;
        text.split(row, {',', true, true});
        const std::string first(text.plain(0));
        for (std::size_t i = 0; i + 1 < text.size(); ++i)
            QCOMPARE(std::string(text.plain(i)), first);
        QCOMPARE(first, std::string("a\"b\\c"));
    }
};

QTEST_APPLESS_MAIN(tst_RowText)
#include "tst_RowText.moc"
