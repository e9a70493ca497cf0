// calls.md rules 22 to 24: failures, where they start, retries.
#include <QElapsedTimer> // before the standard library: moc 6.4 cannot read <compare> first
#include <QTest>

#include "support/CaptureScript.h"

using namespace hallway;
using namespace hallway::test;

namespace {
constexpr auto Server = SpanKind::Server, Client = SpanKind::Client, Internal = SpanKind::Internal;
std::string text(const char* value) { return value; }
} // namespace

Q_DECLARE_METATYPE(hallway::test::ScriptValue)

class TestFailure : public QObject {
    Q_OBJECT

private slots:
    void sideFailsByItsStatusOrElseByWhatItsAttributesSay_data() { // rule 22
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("failed");
        const auto row = [](const char* name, SpanKind kind, SpanStatus status, const char* key,
                            const char* value, bool failed) {
            QTest::newRow(name) << static_cast<int>(kind) << static_cast<int>(status) << key << value
                                << failed;
        };
        row("status error", Server, SpanStatus::Error, "x", "y", true);
        row("case108 status ok with 500", Server, SpanStatus::Ok, "http.status_code", "500", false);
        row("500 on a server", Server, SpanStatus::Unset, "http.response.status_code", "500", true);
        row("case106 404 on a server", Server, SpanStatus::Unset, "http.status_code", "404", false);
        row("case106 404 on a client", Client, SpanStatus::Unset, "http.status_code", "404", true);
        row("302 on a client", Client, SpanStatus::Unset, "http.status_code", "302", false);
        row("error.type", Internal, SpanStatus::Unset, "error.type", "timeout", true);
        row("empty error.type", Internal, SpanStatus::Unset, "error.type", "", false);
        row("error true", Internal, SpanStatus::Unset, "error", "true", true);
        row("case83 error false", Internal, SpanStatus::Unset, "error", "false", false);
        row("case107 grpc not found on a client", Client, SpanStatus::Unset, "rpc.grpc.status_code", "5",
            true);
        row("case107 grpc not found on a server", Server, SpanStatus::Unset, "rpc.grpc.status_code", "5",
            false);
        row("grpc by name on a server", Server, SpanStatus::Unset, "rpc.status_code", "Unavailable", true);
        row("grpc deadline by name", Server, SpanStatus::Unset, "rpc.response.status_code",
            "DEADLINE_EXCEEDED", true);
        row("grpc ok on a client", Client, SpanStatus::Unset, "grpc.status_code", "OK", false);
    }
    void sideFailsByItsStatusOrElseByWhatItsAttributesSay() {
        QFETCH(const int, kind);
        QFETCH(const int, status);
        QFETCH(const QString, key);
        QFETCH(const QString, value);
        QFETCH(const bool, failed);
        CaptureScript script;
        script.span("s", {.service = "A",
                          .kind = static_cast<SpanKind>(kind),
                          .status = static_cast<SpanStatus>(status),
                          .attributes = {{key.toStdString(), value.toStdString()}}});
        const auto capture = script.build();
        QCOMPARE(capture.built.spans.flags[0].has(SpanFlag::Failed), failed);
        QCOMPARE(capture.node("A")->failed.value(), failed ? 1u : 0u);
    }

    void grpcCodesOfAnotherRpcSystemAreNotRead() { // rule 22
        CaptureScript script;
        script.span("s", {.service = "A",
                          .kind = Client,
                          .attributes = {{"rpc.system", text("connect_rpc")},
                                         {"rpc.grpc.status_code", std::int64_t{5}}}});
        QCOMPARE(script.build().node("A")->failed.value(), 0u);
    }

    void exceptionEventFailsOnlyWhenItEscaped() { // rule 22
        CaptureScript script;
        script.span("s", {.service = "A", .escapedException = true});
        QCOMPARE(script.build().node("A")->failed.value(), 1u);
    }

    void case106_clientThatSaw404FailsTheCallButNotStrictly() { // case 106
        CaptureScript script;
        script.span(
            "c", {.service = "A", .kind = Client, .attributes = {{"http.status_code", std::int64_t{404}}}});
        script.span("s", {.parent = "c",
                          .service = "B",
                          .kind = Server,
                          .attributes = {{"http.status_code", std::int64_t{404}}}});
        const auto capture = script.build();
        QCOMPARE(capture.edge("A", "B")->failed, 1u);
        QCOMPARE(capture.edge("A", "B")->strictFailed, 0u);
        QCOMPARE(capture.edge("A", "B")->failuresByKind[static_cast<std::size_t>(FailureKind::Http4xx)], 1u);
        QCOMPARE(capture.node("B")->failed.value(), 0u);
    }

    void failureStartsOnTheDeepestFailedCallAndIsPassedOnAbove() { // rule 23
        CaptureScript script;
        script.span("w", {.service = "web", .kind = Server, .status = SpanStatus::Error});
        script.span("c", {.parent = "w", .service = "web", .kind = Client, .status = SpanStatus::Error});
        script.span("p", {.parent = "c", .service = "pay", .kind = Server, .status = SpanStatus::Error});
        script.span("x", {.parent = "p",
                          .service = "pay",
                          .kind = Client,
                          .status = SpanStatus::Error,
                          .attributes = {{"server.address", text("bank")}}});
        const auto capture = script.build();
        QCOMPARE(capture.edge("user", "web")->failedHere, 0u);
        QCOMPARE(capture.edge("web", "pay")->failedHere, 0u);
        QCOMPARE(capture.edge("pay", "bank")->failedHere, 1u);
        QVERIFY(mostlyPassedOn(*capture.edge("web", "pay")));
        QVERIFY(!mostlyPassedOn(*capture.edge("pay", "bank")));
    }

    void case105_resendsAreRetriesAndStayInTheCallCount() { // rule 24 (i), case 105
        CaptureScript script;
        script.span("i", {.service = "A", .from = 0, .to = 100});
        const auto attempt = [&](const char* name, std::int64_t from, std::int64_t code,
                                 std::int64_t resend) {
            std::vector<std::pair<std::string, ScriptValue>> attributes{{"http.response.status_code", code},
                                                                        {"server.address", text("api")}};
            if (resend > 0) attributes.emplace_back("http.request.resend_count", resend);
            script.span(name, {.parent = "i",
                               .service = "A",
                               .name = name,
                               .kind = Client,
                               .from = from,
                               .to = from + 10,
                               .attributes = attributes});
        };
        attempt("GET 1", 0, 500, 0);
        attempt("GET 2", 20, 500, 1);
        attempt("GET 3", 40, 200, 2);
        const auto capture = script.build();
        const GraphEdge& edge = *capture.edge("A", "api");
        QCOMPARE(edge.calls, 3u);
        QCOMPARE(edge.failed, 2u);
        QCOMPARE(edge.retries, 2u);
        QCOMPARE(capture.node("A")->failed.value(), 0u);
    }

    void sameOperationAfterAFailedOneOfTheSameParentIsARetry() { // rule 24 (iv)
        CaptureScript script;
        script.span("i", {.service = "A", .from = 0, .to = 100});
        const auto attempt = [&](const char* id, std::int64_t from, const char* path, SpanStatus status) {
            script.span(id, {.parent = "i",
                             .service = "A",
                             .name = "GET",
                             .kind = Client,
                             .status = status,
                             .from = from,
                             .to = from + 10,
                             .attributes = {{"url.path", text(path)}, {"server.address", text("api")}}});
        };
        attempt("1", 0, "/a", SpanStatus::Error);
        attempt("2", 10, "/a", SpanStatus::Error); // begins as the failed one ends
        attempt("3", 15, "/a", SpanStatus::Unset); // begins before the failed one before it ends
        attempt("4", 40, "/b", SpanStatus::Unset); // another operation
        QCOMPARE(script.build().edge("A", "api")->retries, 1u);
    }

    void redeliveredMessageIsARetry() { // rule 24 (iii)
        CaptureScript script;
        script.span("c", {.service = "A",
                          .kind = SpanKind::Consumer,
                          .attributes = {{"messaging.servicebus.message.delivery_count", std::int64_t{2}},
                                         {"messaging.system", text("servicebus")}}});
        QCOMPARE(script.build().edge("servicebus", "A")->retries, 1u);
    }
};

QTEST_APPLESS_MAIN(TestFailure)
#include "tst_Failure.moc"
