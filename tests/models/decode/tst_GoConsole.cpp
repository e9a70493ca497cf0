#include "Decoded.h"

#include <QTest>

#include <string>

using namespace hallway;

namespace {

const std::string span =
    R"({"Name":"Run","SpanContext":{"TraceID":"8a1bdbffe56f21ea25d8a21c4ac1c606","SpanID":"07f261ac2e3fd6bb","TraceFlags":"01","TraceState":"a=b","Remote":false},)"
    R"("Parent":{"TraceID":"8a1bdbffe56f21ea25d8a21c4ac1c606","SpanID":"50937a5eb0b616c5","TraceFlags":"01","TraceState":"","Remote":true},)"
    R"("SpanKind":3,"StartTime":"2023-11-15T00:13:20.000000001+02:00","EndTime":"2023-11-14T22:13:20.25Z",)"
    R"("Attributes":[{"Key":"s","Value":{"Type":"STRING","Value":"x"}},{"Key":"i","Value":{"Type":"INT64","Value":7}},{"Key":"f","Value":{"Type":"FLOAT64","Value":1}},)"
    R"({"Key":"b","Value":{"Type":"BOOL","Value":true}},{"Key":"l","Value":{"Type":"STRINGSLICE","Value":["a", "b"]}}],)"
    R"("Events":[{"Name":"exception","Attributes":[{"Key":"exception.type","Value":{"Type":"STRING","Value":"E"}}],"DroppedAttributeCount":0,"Time":"2023-11-14T22:13:20.1Z"}],)"
    R"("Links":[{"SpanContext":{"TraceID":"0000000000000000000000000000000b","SpanID":"000000000000000c","TraceFlags":"01","TraceState":"","Remote":true},"Attributes":null,"DroppedAttributeCount":0}],)"
    R"("Status":{"Code":"Error","Description":"why"},"DroppedAttributes":1,"DroppedEvents":2,"DroppedLinks":0,"ChildSpanCount":0,)"
    R"("Resource":[{"Key":"service.name","Value":{"Type":"STRING","Value":"fib"}},{"Key":"n","Value":{"Type":"INT64","Value":1}}],)"
    R"("InstrumentationScope":{"Name":"lib","Version":"2","SchemaURL":""}})";

} // namespace

class tst_GoConsole : public QObject {
    Q_OBJECT

private slots:
    void everyField() {
        const Decoded decoded(span);
        QCOMPARE(decoded.format(), std::string("go-console"));
        QCOMPARE(decoded.trace(), std::string("8a1bdbffe56f21ea25d8a21c4ac1c606"));
        QCOMPARE(decoded.id(), std::string("07f261ac2e3fd6bb"));
        QCOMPARE(decoded.parent(), std::string("50937a5eb0b616c5"));
        QVERIFY(decoded.has(SpanFlag::Remote) && decoded.has(SpanFlag::RemoteKnown));
        QCOMPARE(decoded.span().kind, SpanKind::Client);
        QCOMPARE(decoded.start(), std::int64_t{1700000000000000001});
        QCOMPARE(decoded.end(), std::int64_t{1700000000250000000});
        QCOMPARE(decoded.attributes(), std::string(R"(s="x" i=7 f=1d b=true l=json:["a","b"])"));
        QCOMPARE(decoded.events(), std::string(R"(exception@1700000000100000000{exception.type="E"})"));
        QCOMPARE(decoded.links(), std::string("0000000000000000000000000000000b/000000000000000c{}"));
        QCOMPARE(decoded.span().status, SpanStatus::Error);
        QCOMPARE(decoded.text(decoded.span().statusMessage), std::string("why"));
        QCOMPARE(decoded.text(decoded.span().traceState), std::string("a=b"));
        QCOMPARE(decoded.resourceAttributes(), std::string(R"(n=1 service.name="fib")"));
        QCOMPARE(decoded.scope(), std::string("lib 2{}"));
        QCOMPARE(decoded.span().droppedCount, 3u);
        QCOMPARE(decoded.problems(), std::string("dropped-data×1"));
    }

    void timesThatWereSwitchedOffAreAbsent() {
        const Decoded decoded(
            R"({"Name":"f","SpanContext":{"TraceID":"01","SpanID":"02"},"Parent":{"TraceID":"00000000000000000000000000000000","SpanID":"0000000000000000","Remote":false},"SpanKind":1,"StartTime":"0001-01-01T00:00:00Z","EndTime":"0001-01-01T00:00:00Z","Attributes":null,"Events":[{"Name":"e","Attributes":null,"Time":"0001-01-01T00:00:00Z"}],"Links":null,"Status":{"Code":"Unset","Description":""},"Resource":null,"InstrumentationLibrary":{"Name":"fib","Version":""}})");
        QCOMPARE(decoded.parent(), std::string());
        QCOMPARE(decoded.start(), std::int64_t{0});
        QVERIFY(decoded.has(SpanFlag::Unfinished));
        QCOMPARE(decoded.events(), std::string("e@0{}"));
        QCOMPARE(decoded.scope(), std::string("fib {}"));
        QCOMPARE(decoded.problems(), std::string("unfinished-span×1 missing-start×1 missing-service×1"));
    }

    void case09_prettyAndConcatenated() {
        QCOMPARE(Decoded(span + span + "\n" + span).size(), std::size_t{3});
        QCOMPARE(Decoded("[" + span + "," + span + "]").size(), std::size_t{2});
    }
};

QTEST_GUILESS_MAIN(tst_GoConsole)
#include "tst_GoConsole.moc"
