#include "report/Csv.h"

#include <QTest>

#include <limits>

using namespace hallway;

namespace {

QByteArray cell(std::string_view text) {
    CsvWriter csv;
    csv.text(text);
    return QByteArray::fromStdString(csv.content());
}

} // namespace

class tst_Csv : public QObject {
    Q_OBJECT

private slots:
    void plainTextStaysAsItIs() {
        QCOMPARE(cell("cart"), QByteArray("cart"));
        QCOMPARE(cell(""), QByteArray(""));
        QCOMPARE(cell("a b;c"), QByteArray("a b;c"));
    }

    void separatorsQuotesAndLineEndsAreQuoted() {
        QCOMPARE(cell("a,b"), QByteArray("\"a,b\""));
        QCOMPARE(cell("say \"hi\""), QByteArray("\"say \"\"hi\"\"\""));
        QCOMPARE(cell("two\nlines"), QByteArray("\"two\nlines\""));
        QCOMPARE(cell("old\rmac"), QByteArray("\"old\rmac\""));
    }

    void whatASpreadsheetWouldRunIsMadeText() {
        for (const std::string first : {"=", "+", "-", "@", "\t"})
            QCOMPARE(cell(first + "x"), QByteArray::fromStdString("'" + first + "x"));
        QCOMPARE(cell("\rx"), QByteArray("\"'\rx\""));
        QCOMPARE(cell("=HYPERLINK(\"x\",\"y\")"), QByteArray("\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""));
        QCOMPARE(cell("a=b"), QByteArray("a=b"));
    }

    void terminalEscapesAreDisarmedAndLineBreaksKept() {
        QCOMPARE(cell("a\x1b[31mb"), QByteArray("a\xEF\xBF\xBD[31mb"));
        QCOMPARE(cell("a\x07\nb"), QByteArray("\"a\xEF\xBF\xBD\nb\""));
    }

    void numbersAreExactAndNeverTakenForFormulas() {
        CsvWriter csv;
        csv.integer(-5);
        csv.count(std::numeric_limits<std::uint64_t>::max());
        csv.real(0.1);
        csv.real(1.0 / 3);
        csv.absent();
        csv.endRow();
        QCOMPARE(csv.content(), std::string("-5,18446744073709551615,0.1,0.3333333333333333,\n"));
    }

    void anEmptyFirstCellStillHasItsComma() {
        CsvWriter csv;
        csv.absent();
        csv.text("b");
        csv.endRow();
        csv.text("");
        csv.text("d");
        csv.endRow();
        QCOMPARE(csv.content(), std::string(",b\n,d\n"));
    }

    void nestedFieldsBecomeColumnsOfTheirOwn() {
        const std::string header = edgesCsv({});
        QVERIFY(header.starts_with("caller,callee,class,calls,failed,failed_here,"));
        QVERIFY(
            header.find(",latency_samples,latency_p50_ns,latency_p95_ns,latency_p99_ns,latency_max_ns,") !=
            std::string::npos);
        QVERIFY(header.ends_with(
            ",fan_out_entries,fan_out_mean,fan_out_share,fan_out_mean_when_called,fan_out_max\n"));
        QVERIFY(servicesCsv({}).ends_with(",fan_out_mean,fan_out_p50,fan_out_p95,fan_out_max\n"));
    }

    void aFanOutWithoutEntriesIsEmptyNotZero() {
        GraphReport report;
        report.graph.nodes.resize(1);
        report.graph.nodes[0].id = NodeId(0u);
        report.graph.nodes[0].node.label = "cart";
        GraphEdge edge;
        edge.id = EdgeId(0u);
        edge.caller = edge.callee = NodeId(0u);
        edge.calls = 1;
        report.graph.edges = {edge};
        report.edges = {edge.id};
        QVERIFY(edgesCsv(report).ends_with(",0,,,,\n"));
        report.graph.nodes[0].node.kind = NodeKind::User; // a virtual caller has no entries at all
        QVERIFY(edgesCsv(report).ends_with(",,,,,\n"));
    }
};

QTEST_APPLESS_MAIN(tst_Csv)
#include "tst_Csv.moc"
