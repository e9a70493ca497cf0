#include "Decoded.h"

#include <QTest>

#include <string>

using namespace hallway;

namespace {

const std::string segment =
    R"({"id":"70de5b6f19ff9a0a","name":"shop","trace_id":"1-581cf771-a006649127e371903a2de979","start_time":1478293361.271,"end_time":1.478293361449e9,)"
    R"("http":{"request":{"method":"GET","url":"/cart","client_ip":"1.2.3.4"},"response":{"status":429,"content_length":12}},"throttle":true,"error":true,)"
    R"("origin":"AWS::EC2::Instance","aws":{"account_id":"42","ec2":{"instance_id":"i-1","availability_zone":"us-west-2c"},"xray":{"sdk":"x"}},)"
    R"("annotations":{"customer":"c1"},"metadata":{"default":{"a":[1, 2]}},"user":"u","service":{"version":"1.2"},"subsegments":[)"
    R"({"id":"53995c3f42cd8ad8","name":"api.example.com","namespace":"remote","start_time":1478293361.3,"end_time":1478293361.4000001,"fault":true,)"
    R"("cause":{"exceptions":[{"id":"1","type":"Timeout","message":"too slow","stack":[{"line":1}]}]},"http":{"request":{"method":"GET","url":"/v1"},"response":{"status":503}}},)"
    R"({"id":"11","name":"work","start_time":1478293361.31,"in_progress":true,"subsegments":[{"id":"12","name":"orders@db-1","namespace":"remote","start_time":1478293361.32,"end_time":1478293361.33,"sql":{"url":"db-1/orders","database_type":"PostgreSQL","sanitized_query":"SELECT ?","user":"app"}},)"
    R"({"id":"13","name":"DynamoDB","namespace":"aws","start_time":1478293361.34,"end_time":1478293361.35,"aws":{"operation":"GetItem","region":"us-west-2","table_name":"t"}}]}]})";

std::string quoted(const std::string& text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') result += '\\';
        result += c;
    }
    return result + '"';
}

std::string answer(const std::string& document, const std::string& limit = "false") {
    return R"({"Traces":[{"Id":"1-581cf771-a006649127e371903a2de979","Duration":0.178,"LimitExceeded":)" +
           limit + R"(,"Segments":[{"Id":"70de5b6f19ff9a0a","Document":)" + quoted(document) +
           R"(}]}],"UnprocessedTraceIds":[]})";
}

} // namespace

class tst_XRay : public QObject {
    Q_OBJECT

private slots:
    void case93_documentsAreParsedASecondTime() {
        const Decoded decoded(answer(segment));
        QCOMPARE(decoded.format(), std::string("xray"));
        QCOMPARE(decoded.size(), std::size_t{5});
        for (std::size_t i = 0; i < 5; ++i) {
            QCOMPARE(decoded.trace(i), std::string("581cf771a006649127e371903a2de979"));
            QCOMPARE(decoded.service(i), std::string("shop"));
        }
        QCOMPARE(decoded.id(0), std::string("70de5b6f19ff9a0a"));
        QCOMPARE(decoded.parent(0), std::string());
        QCOMPARE(decoded.parent(1), decoded.id(0));
        QCOMPARE(decoded.parent(2), decoded.id(0));
        QCOMPARE(decoded.parent(3), decoded.id(2));
        QCOMPARE(decoded.parent(4), decoded.id(2));
        QCOMPARE(decoded.problems(), std::string("unfinished-span×1"));
    }

    void case93_secondsBecomeNanosecondsExactly() {
        const Decoded decoded(segment);
        QCOMPARE(decoded.start(0), std::int64_t{1478293361271000000});
        QCOMPARE(decoded.end(0), std::int64_t{1478293361449000000});
        QCOMPARE(decoded.end(1), std::int64_t{1478293361400000100});
    }

    void case93_inProgressIsUnfinished() {
        const Decoded decoded(segment);
        QVERIFY(decoded.has(SpanFlag::Unfinished, 2));
        QVERIFY(!decoded.has(SpanFlag::Unfinished, 1));
    }

    void case93_throttledIs429AndNoFailureOfTheServer() {
        const Decoded decoded(segment);
        QCOMPARE(decoded.span(0).status, SpanStatus::Unset);
        QVERIFY(decoded.attributes(0).find("http.response.status_code=429") != std::string::npos);
        const Decoded bare(
            R"({"id":"1","name":"s","trace_id":"1-581cf771-a006649127e371903a2de979","start_time":1,"end_time":2,"throttle":true,"subsegments":[{"id":"2","name":"c","namespace":"aws","start_time":1,"end_time":2,"throttle":true}]})");
        QCOMPARE(bare.attributes(0), std::string("http.response.status_code=429"));
        QCOMPARE(bare.span(0).status, SpanStatus::Unset);
        QCOMPARE(bare.span(1).status, SpanStatus::Error); // but of its client
        QCOMPARE(bare.attributes(1), std::string(R"(peer.service="c" http.response.status_code=429)"));
    }

    void everyField() {
        const Decoded decoded(segment);
        const std::string server =
            R"(http.request.method="GET" url.full="/cart" client.address="1.2.3.4" http.response.status_code=429 http.response.body.size=12 aws.xray.origin="AWS::EC2::Instance" aws.xray.sdk="x" customer="c1" metadata.default=json:{"a":[1,2]} enduser.id="u" aws.xray.error=true)";
        const std::string place =
            R"(cloud.account.id="42" host.id="i-1" cloud.availability_zone="us-west-2c" service.version="1.2" service.name="shop")";
        const std::string remote =
            R"(http.request.method="GET" url.full="/v1" http.response.status_code=503 peer.service="api.example.com")";
        const std::string exception =
            R"(exception@1478293361400000100{exception.type="Timeout" exception.message="too slow" exception.stacktrace=json:[{"line":1}]})";
        const std::string database =
            R"(db.connection_string="db-1/orders" db.system="postgresql" db.query.text="SELECT ?" db.user="app" peer.service="orders@db-1")";
        const std::string aws =
            R"(aws.operation="GetItem" aws.region="us-west-2" aws.table_name="t" peer.service="DynamoDB")";
        QCOMPARE(decoded.span(0).kind, SpanKind::Server);
        QCOMPARE(decoded.attributes(0), server);
        QCOMPARE(decoded.resourceAttributes(3), place);
        QCOMPARE(decoded.span(1).kind, SpanKind::Client);
        QCOMPARE(decoded.span(1).status, SpanStatus::Error);
        QCOMPARE(decoded.text(decoded.span(1).statusMessage), std::string("too slow"));
        QCOMPARE(decoded.attributes(1), remote);
        QCOMPARE(decoded.events(1), exception);
        QCOMPARE(decoded.span(2).kind, SpanKind::Internal);
        QCOMPARE(decoded.attributes(3), database);
        QCOMPARE(decoded.attributes(4), aws);
    }

    void segmentsAsTheDaemonTakesThem() {
        const std::string header = "{\"format\": \"json\", \"version\": 1}\n";
        const Decoded decoded(header + segment + "\n" + header + segment + "\n");
        QCOMPARE(decoded.format(), std::string("xray"));
        QCOMPARE(decoded.size(), std::size_t{10});
        QCOMPARE(decoded.problems(), std::string("unfinished-span×2"));
    }

    void aTraceOfTheAnswerByItself() {
        const std::string whole = answer(segment);
        const std::size_t begin = std::string("{\"Traces\":[").size();
        const Decoded decoded(whole.substr(begin, whole.rfind("],\"Unp") - begin) + "\n");
        QCOMPARE(decoded.everything(), Decoded(whole).everything());
    }

    void whatTheServerLeftOutIsSaid() {
        QCOMPARE(Decoded(answer(segment, "true")).count(ProblemCode::PartialTrace), std::uint64_t{1});
        const Decoded decoded(R"({"Traces":[{"Segments":[]}],"UnprocessedTraceIds":["1-a","1-b"]})");
        QCOMPARE(decoded.problems(), std::string("partial-trace×2"));
    }

    void inferredSegmentsSayThatTheyAre() {
        const Decoded decoded(
            R"({"id":"1","name":"DynamoDB","trace_id":"1-581cf771-a006649127e371903a2de979","start_time":1,"end_time":2,"parent_id":"2","inferred":true})");
        QCOMPARE(decoded.attributes(), std::string("aws.xray.inferred=true"));
        QCOMPARE(decoded.parent(), std::string("0000000000000002"));
    }

    void subsegmentsNestedWithoutEndAreCut() {
        std::string deep =
            R"({"id":"1","name":"s","trace_id":"1-581cf771-a006649127e371903a2de979","start_time":1,"end_time":2)";
        const int depth = 300;
        for (int i = 0; i < depth; ++i)
            deep += R"(,"subsegments":[{"name":"n","start_time":1,"end_time":2)";
        for (int i = 0; i < depth; ++i)
            deep += "}]";
        const Decoded decoded(deep + "}");
        QCOMPARE(decoded.size(), std::size_t{65});
        QCOMPARE(decoded.count(ProblemCode::DeepNesting), std::uint64_t{1});
    }

    void aDocumentThatIsNoJsonIsCountedAndTheOthersRead() {
        const std::string text =
            R"({"Traces":[{"Segments":[{"Id":"1","Document":"nonsense"},{"Id":"2"},{"Id":"3","Document":)" +
            quoted(segment) + "}]}]}";
        const Decoded decoded(text);
        QCOMPARE(decoded.size(), std::size_t{5});
        QCOMPARE(decoded.count(ProblemCode::BrokenRecord), std::uint64_t{2});
    }
};

QTEST_GUILESS_MAIN(tst_XRay)
#include "tst_XRay.moc"
