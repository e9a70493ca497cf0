#include "report/TextTable.h"

#include <QTest>

using namespace hallway;

class tst_TextTable : public QObject {
    Q_OBJECT

private slots:
    void columnsAreAlignedAndLinesEndClean() {
        TextTable table({{"NAME"}, {"N", TextTable::Align::Right}, {"LAST"}});
        table.addRow({"a", "1,234", ""});
        table.addRow({"longer", "5", "x"});
        QCOMPARE(table.text(), std::string("NAME        N  LAST\na       1,234\nlonger      5  x\n"));
    }

    void wideCharactersTakeTwoColumns() {
        TextTable table({{"NAME"}, {"N"}});
        table.addRow({"東京", "1"});
        table.addRow({"Bonn", "2"});
        QCOMPARE(table.text(), std::string("NAME  N\n東京  1\nBonn  2\n"));
    }

    void cellsAreMadePrintable() {
        TextTable table({{"NAME"}});
        table.addRow({"\x1b[2J\nx"});
        QCOMPARE(table.text(), std::string("NAME\n\uFFFD[2J\uFFFDx\n"));
    }

    void withoutRowsOnlyTitles() { QCOMPARE(TextTable({{"A"}, {"B"}}).text(), std::string("A  B\n")); }

    void missingCellsAreEmpty() {
        TextTable table({{"A"}, {"B"}});
        table.addRow({"x"});
        QCOMPARE(table.text(), std::string("A  B\nx\n"));
    }
};

QTEST_APPLESS_MAIN(tst_TextTable)
#include "tst_TextTable.moc"
