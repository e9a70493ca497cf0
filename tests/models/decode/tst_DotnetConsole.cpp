#include "Decoded.h"

#include <QTest>

#include <string>

using namespace hallway;

namespace {

const std::string server = "Activity.TraceId:            5bceb747cc7b79a77cfbde285f0f09cb\n"
                           "Activity.SpanId:             ac67afe500e7ad12\n"
                           "Activity.TraceFlags:         Recorded\n"
                           "Activity.TraceState:         a=b\n"
                           "Activity.ParentSpanId:       ac67afe500e7ad11\n"
                           "Activity.ActivitySourceName: Shop.Web\n"
                           "Activity.DisplayName:        GET cart: all\n"
                           "Activity.Kind:               Server\n"
                           "Activity.StartTime:          2023-11-14T22:13:20.1234567Z\n"
                           "Activity.Duration:           00:00:01.0000009\n"
                           "Activity.Tags:\n"
                           "    http.request.method: GET\n"
                           "    url.full: http://cart/all?a=b: c\n"
                           "    empty: \n"
                           "StatusCode: Error\n"
                           "Activity.StatusDescription:  it broke\n"
                           "Activity.Events:\n"
                           "    exception [11/14/2023 22:13:20 +00:00]\n"
                           "        exception.type: Broken\n"
                           "    two words [11/14/2023 10:13:21 PM +00:00]\n"
                           "Activity.Links:\n"
                           "    5bceb747cc7b79a77cfbde285f0f09cc ac67afe500e7ad10\n"
                           "        why: because\n"
                           "Resource associated with Activity:\n"
                           "    service.name: cart\n"
                           "    host.name: h\n"
                           "\n";
const std::string client = "Activity.TraceId:            5bceb747cc7b79a77cfbde285f0f09cb\n"
                           "Activity.SpanId:             ac67afe500e7ad13\n"
                           "Activity.ParentSpanId:       ac67afe500e7ad12\n"
                           "Activity.DisplayName:        find\n"
                           "Activity.Kind:               Client\n"
                           "Activity.StartTime:          2023-11-14T22:13:20.2000000Z\n"
                           "Activity.Duration:           00:00:00.0500000\n"
                           "Instrumentation scope (ActivitySource):\n"
                           "    Name: Shop.Data\n"
                           "    Version: 2.0\n"
                           "    Tags:\n"
                           "        team: shop\n"
                           "Resource associated with Activity:\n"
                           "    service.name: cart\n"
                           "\n";

std::string prefixed(const std::string& prefix, const std::string& text) {
    std::string lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at) + 1;
        lines += (end - at > 1 ? prefix : std::string()) + text.substr(at, end - at);
        at = end;
    }
    return lines;
}

} // namespace

class tst_DotnetConsole : public QObject {
    Q_OBJECT

private slots:
    void allOfASpanIsRead() {
        const Decoded decoded(server + client);
        QCOMPARE(decoded.format(), std::string("dotnet-console"));
        QCOMPARE(decoded.size(), std::size_t{2});
        QCOMPARE(decoded.trace() + " " + decoded.id() + " " + decoded.parent(),
                 std::string("5bceb747cc7b79a77cfbde285f0f09cb ac67afe500e7ad12 ac67afe500e7ad11"));
        QCOMPARE(decoded.name(), std::string("GET cart: all"));
        QCOMPARE(decoded.span().kind, SpanKind::Server);
        QCOMPARE(decoded.start(), std::int64_t{1'700'000'000'123'456'700});
        QCOMPARE(decoded.end() - decoded.start(), std::int64_t{1'000'000'900});
        QCOMPARE(decoded.span().status, SpanStatus::Error);
        QCOMPARE(decoded.text(decoded.span().statusMessage), std::string("it broke"));
        QCOMPARE(decoded.text(decoded.span().traceState), std::string("a=b"));
        QCOMPARE(decoded.attributes(),
                 std::string("http.request.method=\"GET\" url.full=\"http://cart/all?a=b: c\" empty=\"\""));
        QCOMPARE(decoded.events(), std::string("exception@1700000000000000000{exception.type=\"Broken\"} "
                                               "two words@1700000001000000000{}"));
        QVERIFY(decoded.has(SpanFlag::HasException));
        QCOMPARE(decoded.links(),
                 std::string("5bceb747cc7b79a77cfbde285f0f09cc/ac67afe500e7ad10{why=\"because\"}"));
        QCOMPARE(decoded.resourceAttributes(), std::string("service.name=\"cart\" host.name=\"h\""));
        QCOMPARE(decoded.scope(0), std::string("Shop.Web {}"));
        QCOMPARE(decoded.scope(1), std::string("Shop.Data 2.0{team=\"shop\"}"));
        QCOMPARE(decoded.problems(), std::string());
    }

    void whatStandsBetweenIsPassed_data() {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char* name, const std::string& text) {
            QTest::newRow(name) << QByteArray::fromStdString(text);
        };
        const std::string log =
            "info: Shop.Web[0]\n      Activity.Kind: no span\nLogRecord.TraceId: 1\n    name: x\n\n";
        row("lines of logs", log + server + log + log + client + log);
        row("a log's line within a span", QByteArray::fromStdString(server + client)
                                              .replace("Activity.Kind", "Terminating: now\nActivity.Kind")
                                              .toStdString());
        row("CRLF", QByteArray::fromStdString(server + client).replace("\n", "\r\n").toStdString());
        row("times before each line", prefixed("2024-01-17 19:55:19 ", server + client));
        row("a container's name", prefixed("cart-1  | ", server) + prefixed("web-1   | ", client));
        row("indented", prefixed("    ", server + client));
        row("no empty line at the end", (server + client).substr(0, (server + client).size() - 2));
        row("a status of older versions",
            QByteArray::fromStdString(server + client)
                .replace("StatusCode: Error\nActivity.StatusDescription:  it broke\n",
                         "    StatusCode: ERROR\n    Activity.StatusDescription: it broke\n")
                .toStdString());
    }
    void whatStandsBetweenIsPassed() {
        QFETCH(QByteArray, text);
        for (const std::size_t chunk : {std::size_t{5}, std::size_t{65536}}) {
            const Decoded decoded(text.toStdString(), {chunk, 1 << 20});
            QCOMPARE(decoded.everything(), Decoded(server + client).everything());
            QCOMPARE(decoded.problems(), std::string());
        }
    }

    void whatTheCutLeavesIsKept() {
        const std::string text = server + client;
        std::size_t before = 0;
        for (std::size_t size = 0; size <= text.size(); ++size) {
            const Decoded decoded(text.substr(0, size), {16, 1 << 16});
            QVERIFY2(decoded.size() >= before, std::to_string(size).c_str());
            before = decoded.size();
        }
        QCOMPARE(before, std::size_t{2});
        const Decoded cut(text.substr(0, server.size() + client.find("Activity.Duration") + 25));
        QCOMPARE(cut.size(), std::size_t{1});
        QCOMPARE(cut.problems(), std::string("truncated-file×1"));
        QCOMPARE(cut.problem(ProblemCode::TruncatedFile).position->line, std::optional<std::uint64_t>(28));
    }

    void oddValuesAreCounted() {
        const Decoded decoded(QByteArray::fromStdString(server + client)
                                  .replace("Server", "Sideways")
                                  .replace("00:00:01.0000009", "soon")
                                  .replace("StatusCode: Error", "StatusCode: Odd")
                                  .replace("11/14/2023", "11/14/2024")
                                  .replace("service.name", "service.nam")
                                  .toStdString());
        QCOMPARE(decoded.size(), std::size_t{2});
        QVERIFY(decoded.has(SpanFlag::Unfinished, 0));
        QCOMPARE(decoded.problems(), std::string("invalid-time×3 unfinished-span×1 unknown-kind×1 "
                                                 "unknown-status×1 missing-service×2"));
    }

    void wordsThatOnlyMentionItAreNoSpans() {
        QCOMPARE(Decoded("see Activity.TraceId: of the request\nActivity.TraceId: 1\n").file().error().code,
                 ErrorCode::NotRecognised);
    }

    void case95_otherConsolesAreRefusedWithAHint() {
        const auto refused = [](const char* text) {
            const Decoded decoded(text);
            return decoded.file() ? std::string() : decoded.file().error().arguments.at(1);
        };
        QCOMPARE(refused("{\n  resource: {\n  },\n  traceId: '1',\n  id: '2',\n  kind: 1\n}\n"),
                 std::string("JavaScript console exporter (it writes no JSON; use an OTLP file exporter)"));
        QCOMPARE(
            refused(
                "INFO: 'GET /' : 5b8efff798038103d269b633813fc60c eee19b7ec3c1b174 SERVER [tracer: lib:1] "
                "AttributesMap{data={a=b}}\n"),
            std::string("Java LoggingSpanExporter (it writes no times; use OtlpJsonLoggingSpanExporter)"));
    }

    void everyFlippedByteIsSurvived() {
        for (std::size_t at = 0; at < server.size(); ++at)
            for (const char c : {' ', ':', '\n', '[', '\0', '\xFF'}) {
                std::string changed = server + client;
                changed[at] = c;
                QVERIFY(Decoded(changed, {64, 1 << 16}).size() <= 2);
            }
    }
};

QTEST_APPLESS_MAIN(tst_DotnetConsole)
#include "tst_DotnetConsole.moc"
