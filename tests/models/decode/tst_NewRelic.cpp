#include "Decoded.h"

#include <QTest>

#include <string>

using namespace hallway;

namespace {

const std::string spans =
    R"([{"trace.id":"0b","id":"01","timestamp":1700000000123,"attributes":{"duration.ms":12.55,"name":"GET /","span.kind":"server","otel.status_code":"ERROR","otel.status_description":"no","a":1}},)"
    R"({"trace.id":"0b","id":"02","timestamp":1700000000124.5,"attributes":{"duration.ms":2,"parent.id":"01","name":"q","service.name":"db-proxy","error":true}}])";
const std::string common = R"({"attributes":{"service.name":"shop","host.name":"h"}})";

} // namespace

class tst_NewRelic : public QObject {
    Q_OBJECT

private slots:
    void everyField() {
        const Decoded decoded(R"([{"common":)" + common + R"(,"spans":)" + spans + "}]");
        QCOMPARE(decoded.format(), std::string("newrelic"));
        QCOMPARE(decoded.size(), std::size_t{2});
        QCOMPARE(decoded.start(0), std::int64_t{1700000000123000000});
        QCOMPARE(decoded.end(0), std::int64_t{1700000000135550000});
        QCOMPARE(decoded.start(1), std::int64_t{1700000000124500000});
        QCOMPARE(decoded.span(0).kind, SpanKind::Server);
        QCOMPARE(decoded.span(0).status, SpanStatus::Error);
        QCOMPARE(decoded.text(decoded.span(0).statusMessage), std::string("no"));
        QCOMPARE(decoded.span(1).status, SpanStatus::Error);
        QCOMPARE(decoded.parent(1), std::string("0000000000000001"));
        QCOMPARE(decoded.service(0), std::string("shop"));
        QCOMPARE(decoded.resourceAttributes(0), std::string(R"(service.name="shop" host.name="h")"));
        QCOMPARE(decoded.service(1), std::string("db-proxy"));
        QCOMPARE(decoded.attributes(0), std::string("a=1"));
        QCOMPARE(decoded.problems(), std::string());
    }

    void whatIsCommonMayStandBehindTheSpans() {
        QCOMPARE(Decoded(R"([{"spans":)" + spans + R"(,"common":)" + common + "}]").everything(),
                 Decoded(R"([{"common":)" + common + R"(,"spans":)" + spans + "}]").everything());
    }

    void withoutAServiceAndATrace() {
        const Decoded decoded(
            R"([{"spans":[{"trace.id":null,"id":"01","timestamp":5,"attributes":{"duration.ms":1}}]}])");
        QCOMPARE(decoded.service(), std::string());
        QCOMPARE(decoded.problems(), std::string("empty-trace-id×1 missing-service×1"));
    }
};

QTEST_GUILESS_MAIN(tst_NewRelic)
#include "tst_NewRelic.moc"
