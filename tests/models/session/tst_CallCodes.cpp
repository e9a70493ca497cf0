#include "session/CallCodes.h"

#include "SessionFolder.h"

#include <QTest>

using namespace hallway;
using namespace hallway::test;

namespace {

/// A span of OTLP JSON with one attribute, a JSON value.
std::string span(int id, const std::string& key, const std::string& value) {
    return "{\"traceId\":\"0000000000000000000000000000abcd\",\"spanId\":\"00000000000000" +
           std::to_string(10 + id) +
           "\",\"name\":\"op\",\"kind\":2,\"startTimeUnixNano\":\"170000000000000000" + std::to_string(id) +
           "\",\"endTimeUnixNano\":\"1700000000001000000\"" +
           (key.empty() ? std::string()
                        : ",\"attributes\":[{\"key\":\"" + key + "\",\"value\":" + value + "}]") +
           "}";
}

} // namespace

class tst_CallCodes : public QObject {
    Q_OBJECT

private slots:
    void codesAreOneHoweverTheyAreWritten() {
        const std::vector<std::string> spans{
            span(0, "http.response.status_code", "{\"intValue\":\"503\"}"),
            span(1, "http.status_code", "{\"stringValue\":\"503\"}"),
            span(2, "rpc.grpc.status_code", "{\"intValue\":\"14\"}"),
            span(3, "grpc.status_code", "{\"stringValue\":\"unavailable\"}"),
            span(4, "rpc.response.status_code", "{\"stringValue\":\"OK\"}"),
            span(5, "http.status_code", "{\"stringValue\":\"none\"}"),
            span(6, "", ""),
        };
        std::string joined;
        for (const std::string& each : spans)
            joined += (joined.empty() ? "" : ",") + each;
        const SessionFolder folder;
        const auto outcome = folder.open({folder.write(
            "a.json", "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[" + joined + "]}]}]}")});
        QVERIFY(outcome.has_value());
        const Capture& capture = *outcome->capture;
        QCOMPARE(capture.spans().size(), spans.size());
        std::vector<CodeSpans> calls;
        for (std::size_t row = 0; row < spans.size(); ++row)
            calls.push_back({SpanRow(row), SpanRow()});
        calls.push_back({SpanRow(6u), SpanRow(0u)}); // the callee tells none: the caller's
        calls.push_back({SpanRow(4u), SpanRow(0u)}); // the callee's counts
        calls.push_back({});
        const auto codes = codesOf(calls, capture);
        QVERIFY(codes.has_value());
        const std::vector<CodeCount> expected{{CodeCount::Kind::Http, "503", true, 3},
                                              {CodeCount::Kind::Grpc, "OK", false, 2},
                                              {CodeCount::Kind::Grpc, "UNAVAILABLE", true, 2}};
        QVERIFY(codes->counts == expected);
        QCOMPARE(codes->without, std::uint64_t{3});
    }

    void noCallsTellNoCodes() {
        const SessionFolder folder;
        const auto outcome = folder.open({folder.write("a.json", shopLines(1))});
        QVERIFY(codesOf({}, *outcome->capture).value() == CallCodes());
    }
};

QTEST_APPLESS_MAIN(tst_CallCodes)
#include "tst_CallCodes.moc"
