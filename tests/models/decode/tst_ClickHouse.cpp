#include "Decoded.h"
#include "decode/CellJson.h"

#include <QTest>

#include <string>

using namespace hallway;

namespace {

// One server span that failed, with an event and a link, as the Collector's ClickHouse exporter writes it.
const std::string csvHeader =
    R"("Timestamp","TraceId","SpanId","ParentSpanId","TraceState","SpanName","SpanKind","ServiceName",)"
    R"("ResourceAttributes","ScopeName","ScopeVersion","SpanAttributes","Duration","StatusCode","StatusMessage",)"
    R"("Events.Timestamp","Events.Name","Events.Attributes","Links.TraceId","Links.SpanId","Links.TraceState",)"
    R"("Links.Attributes")"
    "\n";
const std::string csvRow =
    R"("2023-11-14 22:13:20.000000001","5b8efff798038103d269b633813fc60c","eee19b7ec3c1b174","eee19b7ec3c1b173",)"
    R"("a=b","GET /","Server","cart","{'service.name':'cart','host.name':'h'}","lib","1.2",)"
    R"("{'http.status_code':'503','note':'it\'s ""so""\n'}",5000000,"Error","broke",)"
    R"("['2023-11-14 22:13:20.000000002']","['exception']","[{'exception.type':'E'}]",)"
    R"("['5b8efff798038103d269b633813fc60d']","['00000000000000aa']","['']","[{}]")"
    "\n";
const std::string jsonRow =
    R"({"Timestamp":"2023-11-14 22:13:20.000000001","TraceId":"5b8efff798038103d269b633813fc60c",)"
    R"("SpanId":"eee19b7ec3c1b174","ParentSpanId":"eee19b7ec3c1b173","TraceState":"a=b","SpanName":"GET /",)"
    R"("SpanKind":"Server","ServiceName":"cart","ResourceAttributes":{"service.name":"cart","host.name":"h"},)"
    R"("ScopeName":"lib","ScopeVersion":"1.2","SpanAttributes":{"http.status_code":"503","note":"it's \"so\"\n"},)"
    R"("Duration":"5000000","StatusCode":"Error","StatusMessage":"broke",)"
    R"("Events.Timestamp":["2023-11-14 22:13:20.000000002"],"Events.Name":["exception"],)"
    R"("Events.Attributes":[{"exception.type":"E"}],"Links.TraceId":["5b8efff798038103d269b633813fc60d"],)"
    R"("Links.SpanId":["00000000000000aa"],"Links.TraceState":[""],"Links.Attributes":[{}]})"
    "\n";

std::string tsv() {
    std::string text =
        "Timestamp\tTraceId\tSpanId\tParentSpanId\tTraceState\tSpanName\tSpanKind\tServiceName\t"
        "ResourceAttributes\tScopeName\tScopeVersion\tSpanAttributes\tDuration\tStatusCode\t"
        "StatusMessage\tEvents.Timestamp\tEvents.Name\tEvents.Attributes\tLinks.TraceId\t"
        "Links.SpanId\tLinks.TraceState\tLinks.Attributes\n";
    text += "2023-11-14 "
            "22:13:20.000000001\t5b8efff798038103d269b633813fc60c\teee19b7ec3c1b174\teee19b7ec3c1b173\t"
            "a=b\tGET /\tSPAN_KIND_SERVER\tcart\t{'service.name':'cart','host.name':'h'}\tlib\t1.2\t"
            "{'http.status_code':'503','note':'it\\'s \"so\"\\n'}\t5000000\tSTATUS_CODE_ERROR\tbroke\t"
            "['2023-11-14 22:13:20.000000002']\t['exception']\t[{'exception.type':'E'}]\t"
            "['5b8efff798038103d269b633813fc60d']\t['00000000000000aa']\t['']\t[{}]\n";
    return text;
}

std::string jsonOf(std::string_view text) {
    std::string json;
    appendClickHouseJson(json, text);
    return json;
}

} // namespace

class tst_ClickHouse : public QObject {
    Q_OBJECT

private slots:
    void allOfARowIsRead() {
        const Decoded decoded(csvHeader + csvRow);
        QCOMPARE(decoded.format(), std::string("clickhouse"));
        QCOMPARE(decoded.size(), std::size_t{1});
        QCOMPARE(decoded.trace() + " " + decoded.id() + " " + decoded.parent(),
                 std::string("5b8efff798038103d269b633813fc60c eee19b7ec3c1b174 eee19b7ec3c1b173"));
        QCOMPARE(decoded.start(), std::int64_t{1'700'000'000'000'000'001});
        QCOMPARE(decoded.end() - decoded.start(), std::int64_t{5'000'000});
        QCOMPARE(decoded.span().kind, SpanKind::Server);
        QCOMPARE(decoded.span().status, SpanStatus::Error);
        QCOMPARE(decoded.text(decoded.span().statusMessage), std::string("broke"));
        QCOMPARE(decoded.text(decoded.span().traceState), std::string("a=b"));
        QCOMPARE(decoded.resourceAttributes(), std::string("host.name=\"h\" service.name=\"cart\""));
        QCOMPARE(decoded.scope(), std::string("lib 1.2{}"));
        QCOMPARE(decoded.attributes(), std::string("http.status_code=\"503\" note=\"it's \"so\"\n\""));
        QCOMPARE(decoded.events(), std::string("exception@1700000000000000002{exception.type=\"E\"}"));
        QVERIFY(decoded.has(SpanFlag::HasException));
        QCOMPARE(decoded.links(), std::string("5b8efff798038103d269b633813fc60d/00000000000000aa{}"));
        QCOMPARE(decoded.problems(), std::string());
    }

    void case96_everyFormOfTheTableReadsTheSame_data() {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char* name, const std::string& text) {
            QTest::newRow(name) << QByteArray::fromStdString(text);
        };
        row("TSVWithNames, kinds of the older version", tsv());
        row(
            "CSVWithNamesAndTypes", csvHeader + "\"DateTime64(9)\",\"String\"" + [] {
                std::string types;
                for (int i = 2; i < 22; ++i)
                    types += ",\"String\"";
                return types;
            }() + "\n" + csvRow);
        row("JSONEachRow", jsonRow);
        row("JSONEachRow, numbers bare",
            QByteArray::fromStdString(jsonRow).replace("\"5000000\"", "5000000").toStdString());
        row("an array of rows", "[" + jsonRow + "]");
        row("JSON", "{\"meta\":[{\"name\":\"Timestamp\",\"type\":\"DateTime64(9)\"}],\"data\":[" + jsonRow +
                        "],\"rows\":1,\"statistics\":{\"elapsed\":0.1}}");
        row("the JSON type, whose keys are paths",
            QByteArray::fromStdString(jsonRow)
                .replace("{\"http.status_code\":\"503\"", "{\"http\":{\"status_code\":\"503\"}")
                .replace("{\"service.name\":\"cart\",\"host.name\":\"h\"}",
                         "{\"service\":{\"name\":\"cart\"},\"host\":{\"name\":\"h\"}}")
                .toStdString());
    }
    void case96_everyFormOfTheTableReadsTheSame() {
        QFETCH(QByteArray, text);
        const Decoded decoded(text.toStdString());
        QCOMPARE(decoded.format(), std::string("clickhouse"));
        QCOMPARE(decoded.everything(), Decoded(csvHeader + csvRow).everything());
        QCOMPARE(decoded.problems(), std::string());
    }

    void rowsOfOtherMembersAreToldApart() {
        const std::string first =
            R"({"TraceId":"1","SpanName":"a","SpanId":"2","Duration":3,"Timestamp":"2023-11-14 22:13:20"})";
        const std::string second =
            R"({"Timestamp":"2023-11-14 22:13:20","SpanName":"b","extra":7,"TraceId":"1","SpanId":"3","ServiceName":null})";
        const Decoded decoded(first + "\n" + second + "\n");
        QCOMPARE(decoded.size(), std::size_t{2});
        QCOMPARE(decoded.name(0) + decoded.name(1), std::string("ab"));
        QCOMPARE(decoded.end(0) - decoded.start(0), std::int64_t{3});
        QCOMPARE(decoded.attributes(1), std::string("extra=\"7\""));
        QCOMPARE(decoded.problems(), std::string("unfinished-span×1 missing-service×2"));
    }

    void wrongTypesEverywhere_data() {
        QTest::addColumn<QByteArray>("wrong");
        for (const char* wrong :
             {"null", "7", "\"x\"", "true", "[]", "{}", "[[1],{\"a\":2}]", "{\"a\":{\"b\":[null]}}"})
            QTest::newRow(wrong) << QByteArray(wrong);
    }
    void wrongTypesEverywhere() {
        QFETCH(QByteArray, wrong);
        std::string row = "{\"TraceId\":\"1\",\"SpanName\":\"a\"";
        for (const char* name : {"SpanId", "Timestamp", "Duration", "SpanKind", "StatusCode", "ServiceName",
                                 "SpanAttributes", "ResourceAttributes", "Events.Timestamp", "Events.Name",
                                 "Events.Attributes", "Links.TraceId", "Links.SpanId", "Links.Attributes"})
            row += ",\"" + std::string(name) + "\":" + wrong.toStdString();
        row += '}';
        QCOMPARE(Decoded(row).size(), std::size_t{1});
    }

    void spansNeverShrinkWithALongerFile_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("CSV") << QByteArray::fromStdString(csvHeader + csvRow + csvRow);
        QTest::newRow("TSV") << QByteArray::fromStdString(tsv());
        QTest::newRow("JSONEachRow") << QByteArray::fromStdString(jsonRow + jsonRow);
    }
    void spansNeverShrinkWithALongerFile() {
        QFETCH(QByteArray, text);
        std::size_t before = 0;
        const std::string whole = text.toStdString();
        for (std::size_t size = 0; size <= whole.size(); ++size) {
            const Decoded decoded(whole.substr(0, size), {64, 1 << 16});
            QVERIFY2(decoded.size() >= before, std::to_string(size).c_str());
            before = decoded.size();
        }
        QVERIFY(before > 0);
    }

    void itsTextFormAsJson_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("json");
        const auto row = [](const char* text, const char* json) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(json);
        };
        row("{'a':'b','c':1}", "{\"a\":\"b\",\"c\":1}");
        row("['it\\'s','it''s','','\\\\','\"']", "[\"it's\",\"it's\",\"\",\"\\\\\",\"\\\"\"]");
        row("{'a\nb':'\\t'}", "{\"a\\nb\":\"\\t\"}");
        row("{\"a\":\"it's \\\" so\"}", "{\"a\":\"it's \\\" so\"}");
        row("['open", "[\"open\"");
        row("['open\\", "[\"open\\\\\"");
        row("", "");
    }
    void itsTextFormAsJson() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, json);
        QCOMPARE(QByteArray::fromStdString(jsonOf(text.toStdString())), json);
    }

    void otherRowsAreRefusedByName() {
        const Decoded compact(
            "{\"meta\":[{\"name\":\"TraceId\",\"type\":\"String\"}],\"data\":[[\"1\"]],\"rows\":1}");
        QCOMPARE(compact.file().error().arguments.at(1),
                 std::string("ClickHouse rows in compact JSON (export them as JSONEachRow)"));
    }
};

QTEST_APPLESS_MAIN(tst_ClickHouse)
#include "tst_ClickHouse.moc"
