#include "Decoded.h"

#include <QTest>

#include <string>

using namespace hallway;

class tst_OtlpRows : public QObject {
    Q_OBJECT

private slots:
    void spansOfTheirOwnHaveNoService() {
        const std::string row =
            R"({"trace_id":"0b","span_id":"02","parent_span_id":null,"name":"n","kind":2,"attributes":{"a":"x","b":null},"start_time_unix_nano":1700000000000000000,"end_time_unix_nano":1700000000000000005,"status":{"message":null,"code":2}})";
        const Decoded decoded(row + "\n" + row + "\n");
        QCOMPARE(decoded.format(), std::string("otlp-rows"));
        QCOMPARE(decoded.size(), std::size_t{2});
        QCOMPARE(decoded.span().kind, SpanKind::Server);
        QCOMPARE(decoded.span().status, SpanStatus::Error);
        QCOMPARE(decoded.end() - decoded.start(), std::int64_t{5});
        QCOMPARE(decoded.attributes(), std::string(R"(a="x" b=null)"));
        QCOMPARE(decoded.service(), std::string());
        QCOMPARE(decoded.problems(), std::string("missing-service×2"));
    }

    void inCamelCase() {
        const Decoded decoded(
            R"([{"traceId":"0b","spanId":"02","name":"n","startTimeUnixNano":"1","endTimeUnixNano":"2"}])");
        QCOMPARE(decoded.size(), std::size_t{1});
        QCOMPARE(decoded.format(), std::string("otlp-rows"));
    }
};

QTEST_GUILESS_MAIN(tst_OtlpRows)
#include "tst_OtlpRows.moc"
