#include "Decoded.h"

#include <QTest>

#include <string>

using namespace hallway;

namespace {

const std::string header = "TraceId,SpanId,ParentId,Service,Operation,StartTimeMs,EndTimeMs,Note\n";
const std::string root = "aa,01,,front,GET /,1700000000000,1700000000100,first\n";
const std::string child = "aa,02,01,back,find,1700000000010,1700000000020,\n";

/// A table of one span, of these columns beside its ids and its name.
std::string table(const std::string& columns, const std::string& cells) {
    return "trace_id,span_id,name," + columns + "\naa,01,op," + cells + "\n";
}
const std::string times = "start_ns,end_ns,";
const std::string someTimes = "1700000000000000000,1700000000000000005,";

} // namespace

class tst_SpanTable : public QObject {
    Q_OBJECT

private slots:
    void aRowIsASpan() {
        const Decoded decoded(header + root + child);
        QCOMPARE(decoded.format(), std::string("csv"));
        QCOMPARE(decoded.size(), std::size_t{2});
        QCOMPARE(decoded.trace(1), std::string("000000000000000000000000000000aa"));
        QCOMPARE(decoded.id(1), std::string("0000000000000002"));
        QCOMPARE(decoded.parent(0), std::string());
        QCOMPARE(decoded.parent(1), std::string("0000000000000001"));
        QCOMPARE(decoded.service(0) + " " + decoded.service(1), std::string("front back"));
        QCOMPARE(decoded.name(0), std::string("GET /"));
        QCOMPARE(decoded.start(1), std::int64_t{1'700'000'000'010'000'000});
        QCOMPARE(decoded.end(1), std::int64_t{1'700'000'000'020'000'000});
        QCOMPARE(decoded.attributes(0), std::string("Note=\"first\""));
        QCOMPARE(decoded.attributes(1), std::string()); // an empty cell says nothing
        QCOMPARE(decoded.span(0).kind, SpanKind::Unspecified);
        QCOMPARE(decoded.problems(), std::string());
    }

    void everyFramingReadsTheSame_data() {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char* name, std::string text) {
            QTest::newRow(name) << QByteArray::fromStdString(text);
        };
        const auto replaced = [](char from, const std::string& to) {
            QByteArray text = QByteArray::fromStdString(header + root + child);
            return text.replace(from, QByteArray::fromStdString(to)).toStdString();
        };
        row("case 2: a byte-order mark", "\xEF\xBB\xBF" + header + root + child);
        std::string wide("\xFF\xFE");
        for (const char c : header + root + child)
            wide += std::string(1, c) + '\0';
        row("case 3: UTF-16", wide);
        row("case 4: CRLF and empty lines", "\r\n" + replaced('\n', "\r\n\r\n"));
        row("semicolons", replaced(',', ";"));
        row("a spreadsheet's hint", "sep=;\n" + replaced(',', ";"));
        row("tabs", replaced(',', "\t"));
        row("quotes",
            "\"" + replaced(',', "\",\"").substr(0, header.size() + 2 * 7 - 1) + "\"\n" + root + child);
        row("the header twice", header + root + header + child);
        row("no line break at the end",
            (header + root + child).substr(0, (header + root + child).size() - 1));
        row("an index before the columns", "," + header + "0," + root + "1," + child);
    }
    void everyFramingReadsTheSame() {
        QFETCH(QByteArray, text);
        const std::string bytes = text.toStdString();
        for (const std::size_t chunk : {std::size_t{7}, std::size_t{65536}}) {
            const Decoded decoded(bytes, {chunk, 1 << 20});
            QVERIFY(decoded.file().has_value());
            QCOMPARE(decoded.everything(), Decoded(header + root + child).everything());
            QCOMPARE(decoded.problems(), std::string());
        }
    }

    void case7_aBrokenRowIsCountedWithItsLine() {
        const Decoded decoded(header + root + "aa,03,01,back,1,2\n" + child + "aa,04,01,back,a,1,2,3,4,5\n");
        QCOMPARE(decoded.size(), std::size_t{2});
        const Problem problem = decoded.problem(ProblemCode::BrokenRecord);
        QCOMPARE(problem.count, std::uint64_t{2});
        QCOMPARE(problem.position->line, std::optional<std::uint64_t>(3));
        QCOMPARE(problem.detail, std::string("a row of 6 cells in a table of 8 columns"));
    }

    void case8_14_whatStandsBeforeTheCutIsKept() {
        const std::string text = header + root + child;
        const Decoded decoded(text.substr(0, text.find("find")));
        QCOMPARE(decoded.size(), std::size_t{1});
        QCOMPARE(decoded.problems(), std::string("truncated-file×1"));
        QCOMPARE(decoded.problem(ProblemCode::TruncatedFile).position->line, std::optional<std::uint64_t>(3));
    }

    void spansNeverShrinkWithALongerFile() {
        const std::string text = header + root +
                                 "aa,03,01,back,\"a \"\"quoted\"\"\nname, with all\",1700000000000,"
                                 "1700000000001,\"x\ny\"\r\n" +
                                 child;
        std::size_t before = 0;
        for (std::size_t size = header.size(); size <= text.size(); ++size) {
            const Decoded decoded(text.substr(0, size), {64, 1 << 16});
            QVERIFY2(decoded.size() >= before, std::to_string(size).c_str());
            before = decoded.size();
        }
        QCOMPARE(before, std::size_t{3});
    }

    void case23_contentDecides() { QCOMPARE(Decoded(header).format(), std::string("csv")); }

    void aTableWithoutRowsHasNoSpans() {
        const Decoded decoded(header);
        QVERIFY(decoded.file().has_value());
        QCOMPARE(decoded.file()->spans, std::uint64_t{0});
        QCOMPARE(decoded.problems(), std::string());
    }

    void whatLacksAColumnIsRefused_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("name");
        const auto row = [](const char* name, const std::string& text, const char* expected) {
            QTest::newRow(name) << QByteArray::fromStdString(text) << QByteArray(expected);
        };
        row("sales", "Region,Product,Price\nNorth,Soap,3\n", "a table (CSV) without a column of trace ids");
        row("no span id", "TraceId,Service,StartTime,EndTime\n1,a,1,2\n",
            "a table (CSV) without a column of span ids");
        row("no start", "Trace_ID,Span ID,Duration\n1,2,3\n",
            "a table (CSV) without a column of start times");
        row("logs",
            "Timestamp,TraceId,SpanId,SeverityText,ServiceName,Body\n2023-01-01 00:00:00,1,2,INFO,a,b\n",
            "a table (CSV) without a column of end times or durations");
        row("case24 [object Object]",
            "traceID,spanID,operationName,serviceName,startTime,duration,tags\n"
            "1,2,a,b,1700000000000,5,\"[object Object],[object Object]\"\n",
            "a table (CSV) that says [object Object] in place of its values, as Grafana's CSV download does "
            "(download the trace as JSON)");
        row("starts of any unit", "trace,span_id,start,duration\n1,2,10,5\n",
            "a table (CSV) of spans whose start times could be of any unit (name their column start_ms, "
            "start_us or start_ns)");
        row("durations of any unit", "trace,span_id,start,duration\n1,2,2023-01-01 00:00:00,5\n",
            "a table (CSV) of spans whose durations could be of any unit (name their column duration_ms, "
            "duration_us or duration_ns)");
    }
    void whatLacksAColumnIsRefused() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, name);
        const Decoded decoded(text.toStdString());
        QVERIFY(!decoded.file().has_value());
        QCOMPARE(decoded.file().error().code, ErrorCode::UnsupportedFormat);
        QCOMPARE(QByteArray::fromStdString(decoded.file().error().arguments.at(1)), name);
    }

    void whatIsNoTableIsNotTakenForOne_data() {
        QTest::addColumn<QByteArray>("text");
        for (const char* text : {"Hello, world, again\n", "Hello, world, again\nand so on\n",
                                 "one,two\n1,2\n", "2023-01-01,info,TraceId,SpanId,start,end\n"})
            QTest::newRow(text) << QByteArray(text);
    }
    void whatIsNoTableIsNotTakenForOne() {
        QFETCH(QByteArray, text);
        QCOMPARE(Decoded(text.toStdString()).file().error().code, ErrorCode::NotRecognised);
    }

    void jsonWithCommasIsNoTable() { QCOMPARE(Decoded(otlpSpan("")).format(), std::string("otlp-json")); }

    void timesOfEveryUnit_data() {
        QTest::addColumn<QByteArray>("columns");
        QTest::addColumn<QByteArray>("cells");
        QTest::addColumn<qlonglong>("start");
        QTest::addColumn<qlonglong>("took");
        const auto row = [](const char* columns, const char* cells, qlonglong start, qlonglong took) {
            QTest::addRow("%s %s", columns, cells)
                << QByteArray(columns) << QByteArray(cells) << start << took;
        };
        constexpr qlonglong second = 1'700'000'000'000'000'000;
        row("start,end", "1700000000,1700000002", second, 2'000'000'000);
        row("start,end", "1700000000.5,1700000002.25", second + 500'000'000, 1'750'000'000);
        row("start,end", "1700000000123,1700000000125", second + 123'000'000, 2'000'000);
        row("start,end", "1700000000123456,1700000000123458", second + 123'456'000, 2'000);
        row("start,end", "1700000000123456789,1700000000123456791", second + 123'456'789, 2);
        row("start_us,end_us", "1700000000123456,1700000000123458", second + 123'456'000, 2'000);
        row("start_ms,duration_us", "1000,7", 1'000'000'000, 7'000);
        row("start,duration", "1700000000123,5", second + 123'000'000, 5'000'000); // of the start's unit
        row("start,duration", "1700000000123456,5", second + 123'456'000, 5'000);
        row("start,duration", "1700000000123,5.5", second + 123'000'000, 5'500'000);
        row("start,duration", "2023-11-14T22:13:20Z,12ms", second, 12'000'000);
        row("start,duration_ms", "2023-11-14 22:13:20.000001,1.5", second + 1'000, 1'500'000);
        row("start,end", "2023-11-14T22:13:20Z,2023-11-14T23:13:21+01:00", second, 1'000'000'000);
        row("start,end,duration", "1700000000123,1700000000125,9", second + 123'000'000, 2'000'000);
        row("start,end,duration", "1700000000123,,9", second + 123'000'000, 9'000'000);
    }
    void timesOfEveryUnit() {
        QFETCH(QByteArray, columns);
        QFETCH(QByteArray, cells);
        QFETCH(qlonglong, start);
        QFETCH(qlonglong, took);
        const Decoded decoded(table(columns.toStdString(), cells.toStdString()));
        QCOMPARE(decoded.size(), std::size_t{1});
        QCOMPARE(static_cast<qlonglong>(decoded.start()), start);
        QCOMPARE(static_cast<qlonglong>(decoded.end() - decoded.start()), took);
        QCOMPARE(decoded.problems(), std::string("missing-service×1"));
    }

    void oddTimesAreCounted() {
        const Decoded decoded(
            "trace,span_id,service,start_ns,end_ns\n1,1,a,1000,\n1,2,a,x,5\n1,3,a,9,4\n1,4,a,,\n"
            "1,5,a,-4,99999999999999999999\n");
        QCOMPARE(decoded.size(), std::size_t{5});
        QVERIFY(decoded.has(SpanFlag::Unfinished, 0));
        QCOMPARE(decoded.start(1), std::int64_t{0});
        QVERIFY(decoded.has(SpanFlag::NegativeDuration, 2));
        QCOMPARE(decoded.problems(), std::string("invalid-time×3 unfinished-span×3 negative-duration×1 "
                                                 "missing-start×3"));
    }

    void whatSaysThereIsNoParent_data() {
        QTest::addColumn<QByteArray>("parent");
        for (const char* parent :
             {"", "root", "Root", "-1", "0", "0000000000000000", "null", "None", "nan", "\\N", " "})
            QTest::newRow(parent) << QByteArray(parent);
    }
    void whatSaysThereIsNoParent() {
        QFETCH(QByteArray, parent);
        const Decoded decoded(table(times + "parent_id", someTimes + parent.toStdString()));
        QCOMPARE(decoded.parent(), std::string());
    }

    void aPodIsAnInstanceOfAService() {
        const Decoded pod(table(times + "PodName", someTimes + "frontend-579b9bff58-t2dbm"));
        QCOMPARE(pod.service(), std::string("frontend"));
        QCOMPARE(pod.resourceAttributes(),
                 std::string("k8s.pod.name=\"frontend-579b9bff58-t2dbm\" service.name=\"frontend\""));
        const Decoded both(table(times + "PodName,Service", someTimes + "frontend-579b9bff58-t2dbm,shop"));
        QCOMPARE(both.service(), std::string("shop"));
    }

    void kinds_data() {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<int>("expected");
        const auto row = [](const char* kind, SpanKind expected) {
            QTest::newRow(kind) << QByteArray(kind) << static_cast<int>(expected);
        };
        row("Entry", SpanKind::Server);
        row("Exit", SpanKind::Client);
        row("Local", SpanKind::Internal);
        row("SPAN_KIND_PRODUCER", SpanKind::Producer);
        row("SpanKind.CONSUMER", SpanKind::Consumer);
        row("client", SpanKind::Client);
        row("2", SpanKind::Server);
        row("", SpanKind::Unspecified);
    }
    void kinds() {
        QFETCH(QByteArray, kind);
        QFETCH(int, expected);
        const Decoded decoded(table(times + "kind,service", someTimes + kind.toStdString() + ",a"));
        QCOMPARE(static_cast<int>(decoded.span().kind), expected);
        QCOMPARE(decoded.problems(), std::string());
    }

    void anUnknownKindIsCountedAndKept() {
        const Decoded decoded(table(times + "kind,service", someTimes + "sideways,a"));
        QCOMPARE(decoded.problems(), std::string("unknown-kind×1"));
        QCOMPARE(decoded.attributes(), std::string("kind=\"sideways\""));
    }

    void whomAClientCalls() {
        const Decoded client(table(times + "kind,Peer", someTimes + "Exit,orders-db"));
        QCOMPARE(client.attributes(), std::string("peer.service=\"orders-db\""));
        const Decoded server(table(times + "kind,Peer", someTimes + "Entry,orders"));
        QCOMPARE(server.attributes(), std::string("Peer=\"orders\""));
    }

    void statuses_data() {
        QTest::addColumn<QByteArray>("columns");
        QTest::addColumn<QByteArray>("cells");
        QTest::addColumn<int>("expected");
        QTest::addColumn<QByteArray>("attributes");
        const auto row = [](const char* columns, const char* cells, SpanStatus expected,
                            const char* attributes = "") {
            QTest::addRow("%s %s", columns, cells) << QByteArray(columns) << QByteArray(cells)
                                                   << static_cast<int>(expected) << QByteArray(attributes);
        };
        row("status", "ERROR", SpanStatus::Error);
        row("status", "STATUS_CODE_OK", SpanStatus::Ok);
        row("StatusCode", "2", SpanStatus::Error);
        row("StatusCode", "503", SpanStatus::Unset, "StatusCode=\"503\""); // HTTP's is no status
        row("IsError", "True", SpanStatus::Error);
        row("IsError", "False", SpanStatus::Unset);
        row("error", "1", SpanStatus::Error);
        row("error", "timed out", SpanStatus::Unset, "error=\"timed out\"");
        row("status,error", "OK,true", SpanStatus::Error);
    }
    void statuses() {
        QFETCH(QByteArray, columns);
        QFETCH(QByteArray, cells);
        QFETCH(int, expected);
        QFETCH(QByteArray, attributes);
        const Decoded decoded(table(times + columns.toStdString(), someTimes + cells.toStdString()));
        QCOMPARE(static_cast<int>(decoded.span().status), expected);
        QCOMPARE(QByteArray::fromStdString(decoded.attributes()), attributes);
        QCOMPARE(decoded.count(ProblemCode::UnknownStatus), std::uint64_t{0});
    }

    void mapsInCells() {
        const Decoded decoded(table(
            times + "tags,resource",
            someTimes +
                "\"{\"\"http\"\":{\"\"method\"\":\"\"GET\"\"},\"\"size\"\":5,\"\"ok\"\":true,\"\"list\"\":[1,"
                " 2]}\",\"{\"\"service.name\"\":\"\"shop\"\",\"\"host.name\"\":\"\"h\"\"}\""));
        QCOMPARE(decoded.attributes(), std::string("http.method=\"GET\" size=5 ok=true list=json:[1,2]"));
        QCOMPARE(decoded.resourceAttributes(), std::string("host.name=\"h\" service.name=\"shop\""));
        QCOMPARE(decoded.problems(), std::string());
    }

    void whatIsNoMapIsKeptAsText() {
        const Decoded decoded(table(times + "tags,resource,service", someTimes + "{oops,GET /cart,a"));
        QCOMPARE(decoded.attributes(), std::string("tags=\"{oops\" resource=\"GET /cart\""));
        QCOMPARE(decoded.problems(), std::string("invalid-attribute×1"));
    }

    void rowsWithoutIdsHaveTracesOfTheirOwn() {
        const Decoded decoded("trace,span_id,service,start_ns,end_ns\n,1,a,10,20\n,,a,10,20\n,1,a,11,20\n");
        QCOMPARE(decoded.size(), std::size_t{3});
        QCOMPARE(decoded.problems(), std::string("empty-trace-id×3 empty-span-id×1"));
        QVERIFY(decoded.trace(0) != decoded.trace(2));
        QVERIFY(decoded.has(SpanFlag::SyntheticTrace, 0));
    }

    void bytesThatAreNoTextAreReplaced() {
        const Decoded decoded(table(times + "service,note", someTimes + "a,x\xFFy" + std::string(1, '\0')));
        QCOMPARE(decoded.attributes(), std::string("note=\"x\uFFFDy\uFFFD\""));
        QCOMPARE(decoded.problems(), std::string("invalid-utf8×1"));
    }

    void everyFlippedByteIsSurvived() {
        const std::string text =
            header + root + "\"aa\",03,01,back,\"a\nb\",1700000000000,1700000000001,x\n" + child;
        for (std::size_t at = 0; at < text.size(); ++at)
            for (const char c : {'"', ',', '\n', '\r', '\0', '\xFF', '{', '\\', '\t', ';'}) {
                std::string changed = text;
                changed[at] = c;
                QVERIFY(Decoded(changed, {64, 1 << 16}).size() <= 5);
            }
    }
};

QTEST_APPLESS_MAIN(tst_SpanTable)
#include "tst_SpanTable.moc"
