// Zipkin's JSON of version 1, where annotations tell what happened (formats.md 4.1).
#include "Decoded.h"

#include <QTest>

#include <string>

using namespace hallway;

namespace {

const std::string front = R"({"serviceName":"front","ipv4":"10.0.0.1","port":80})";
const std::string back = R"({"serviceName":"back","ipv4":"10.0.0.2","port":0})";

/// A record with these further members.
std::string record(const std::string& members) {
    return R"([{"traceId":"aa","id":"01","name":"get",)" + members + "}]";
}
std::string annotation(int time, const std::string& word, const std::string& endpoint) {
    return R"({"timestamp":)" + std::to_string(time) + ",\"value\":\"" + word +
           "\",\"endpoint\":" + endpoint + "}";
}
std::string tag(const std::string& key, const std::string& value, const std::string& endpoint) {
    return "{\"key\":\"" + key + "\",\"value\":" + value + R"(,"endpoint":)" + endpoint + "}";
}

/// `service kind start+duration shared {attributes}` of each span; times in µs.
std::string summary(const Decoded& decoded) {
    std::string all;
    for (std::size_t i = 0; i < decoded.size(); ++i) {
        all += (i == 0 ? "" : " | ") + decoded.service(i) + ' ' +
               std::to_string(static_cast<int>(decoded.span(i).kind)) + ' ' +
               std::to_string(decoded.start(i) / 1000) + '+' +
               (decoded.has(SpanFlag::Unfinished, i)
                    ? "?"
                    : std::to_string((decoded.end(i) - decoded.start(i)) / 1000));
        if (decoded.span(i).zipkin == ZipkinRecord::Shared) all += " shared";
    }
    return all;
}

} // namespace

class tst_ZipkinVersion1 : public QObject {
    Q_OBJECT

private slots:
    void bothSidesOfACallBecomeTwoSpans() {
        const Decoded decoded(
            record(R"("timestamp":1000,"duration":90,"annotations":[)" + annotation(1000, "cs", front) + "," +
                   annotation(1020, "sr", back) + "," + annotation(1060, "ss", back) + "," +
                   annotation(1090, "cr", front) + "," + annotation(1030, "half", back) +
                   R"(],"binaryAnnotations":[)" + tag("http.method", "\"GET\"", front) + "," +
                   tag("error", "\"500\"", back) + "," + tag("sa", "true", back) + "]"));
        QCOMPARE(decoded.format(), std::string("zipkin1"));
        QCOMPARE(decoded.file()->spans, std::uint64_t{1}); // the file's records
        QCOMPARE(summary(decoded), std::string("front 3 1000+90 | back 2 1020+40 shared"));
        QCOMPARE(decoded.id(0), decoded.id(1));
        QCOMPARE(decoded.attributes(0),
                 std::string(R"(http.method="GET" peer.service="back" )"
                             R"(network.peer.address="10.0.0.2" network.local.port=80)"));
        QCOMPARE(decoded.attributes(1), std::string(R"(error="500")"));
        QVERIFY(!decoded.has(SpanFlag::ZipkinError, 0) && decoded.has(SpanFlag::ZipkinError, 1));
        QCOMPARE(decoded.events(1), std::string("half@1030000{}"));
        QCOMPARE(decoded.problems(), std::string());
    }

    void times_data() {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QByteArray>("spans");
        const auto row = [](const char* name, const std::string& members, const char* spans) {
            QTest::newRow(name) << QByteArray::fromStdString(members) << QByteArray(spans);
        };
        const auto list = [](std::initializer_list<std::string> items) {
            std::string all = "\"annotations\":[";
            for (const std::string& item : items)
                all += (all.ends_with('[') ? "" : ",") + item;
            return all + "]";
        };
        const std::string own = "\"timestamp\":1000,\"duration\":50,";
        row("a client by its own times",
            own + list({annotation(1001, "cs", front), annotation(1040, "cr", front)}), "front 3 1000+50");
        row("a client by its annotations",
            list({annotation(1001, "cs", front), annotation(1040, "cr", front)}), "front 3 1001+39");
        row("a server without times of its own was given its id",
            list({annotation(1001, "sr", back), annotation(1040, "ss", back)}), "back 2 1001+39 shared");
        row("a server with times of its own made it",
            own + list({annotation(1000, "sr", back), annotation(1050, "ss", back)}), "back 2 1000+50");
        row("only the end of a client", own + list({annotation(1050, "cr", front)}), "front 3 1000+50");
        row("only the begin of a client", list({annotation(1001, "cs", front)}), "front 3 1001+?");
        row("only the begin of a server", list({annotation(1001, "sr", back)}), "back 2 1001+? shared");
        row("one way", list({annotation(1001, "cs", front), annotation(1009, "sr", back)}),
            "front 3 1001+? | back 2 1009+? shared");
        row("a service that asks itself",
            list({annotation(1001, "cs", front), annotation(1003, "sr", front), annotation(1007, "ss", front),
                  annotation(1009, "cr", front)}),
            "front 3 1001+8 | front 2 1003+4 shared");
        row("a message", list({annotation(1001, "ms", front), annotation(1030, "mr", back)}),
            "front 4 1001+? | back 5 1030+? shared");
        row("a message on the wire",
            list({annotation(1001, "ms", front), annotation(1004, "ws", front), annotation(1020, "wr", back),
                  annotation(1030, "mr", back)}),
            "front 4 1001+3 | back 5 1020+10 shared");
        row("only sent", own + list({annotation(1001, "ms", front)}), "front 4 1000+50");
        row("only received", list({annotation(1001, "mr", back)}), "back 5 1001+?");
        row("no word at all", own + R"("binaryAnnotations":[)" + tag("lc", "\"job\"", front) + "]",
            "front 0 1000+50");
        row("an address alone does not make a client",
            own + R"("binaryAnnotations":[)" + tag("sa", "true", back) + "]", " 0 1000+50");
        row("a caller's address makes a server",
            own + R"("binaryAnnotations":[)" + tag("ca", "true", front) + "]", " 2 1000+50");
        row("both addresses",
            own + R"("binaryAnnotations":[)" + tag("ca", "true", front) + "," + tag("sa", "true", back) + "]",
            "front 0 1000+50");
        row("words without an endpoint are events",
            own + R"("binaryAnnotations":[],"annotations":[{"timestamp":1000,"value":"cs"}])", " 0 1000+50");
    }
    void times() {
        QFETCH(QByteArray, members);
        QFETCH(QByteArray, spans);
        QCOMPARE(summary(Decoded(record(members.toStdString()))), spans.toStdString());
    }

    void addressesNameTheOtherEnd() {
        const Decoded server(
            record(R"("annotations":[)" + annotation(1, "sr", back) + "," + annotation(5, "ss", back) +
                   R"(],"binaryAnnotations":[)" +
                   tag("ca", "true", R"({"serviceName":"back","ipv4":"10.0.0.7","port":-1})") + "]"));
        // A socket under the server's own name: the address is the caller's, the name is not.
        QCOMPARE(server.attributes(),
                 std::string(R"(network.peer.address="10.0.0.7" network.peer.port=65535)"));
        const Decoded sender(record(R"("annotations":[)" + annotation(1, "ms", front) +
                                    R"(],"binaryAnnotations":[)" +
                                    tag("ma", "true", R"({"serviceName":"kafka"})") + "]"));
        QCOMPARE(sender.attributes(), std::string(R"(peer.service="kafka" network.local.port=80)"));
    }

    void localComponentsAreTagsUnlessTheyAreMarks() {
        QCOMPARE(Decoded(record(R"("binaryAnnotations":[)" + tag("lc", "\"job\"", back) + "]")).attributes(),
                 std::string(R"(lc="job")"));
        QCOMPARE(Decoded(record(R"("binaryAnnotations":[)" + tag("lc", "\"\"", back) + "]")).attributes(),
                 std::string());
    }

    void theStructuresOfThriftAreReadAsWell() {
        // 172.31.0.7 as a signed number; values in base64.
        const std::string host = R"({"ipv4":-1407254521,"port":0,"service_name":"back"})";
        const auto value = [&](const char* key, const char* type, const char* base64) {
            return "{\"key\":\"" + std::string(key) + R"(","annotation_type":")" + type + R"(","value":")" +
                   base64 + "\",\"host\":" + host + "}";
        };
        const Decoded decoded(
            R"([{"trace_id":1068169210207794600,"trace_id_high":1,"id":-1,"parent_id":255,"name":"op",)"
            R"("annotations":[{"timestamp":10,"value":"sr","host":)" +
            host + R"(},{"timestamp":30,"value":"ss","host":)" + host + R"(}],"binary_annotations":[)" +
            value("text", "STRING", "aGFsbG8=") + "," + value("flag", "BOOL", "AQ==") + "," +
            value("small", "I16", "//4=") + "," + value("four", "I32", "AAAAyA==") + "," +
            value("eight", "I64", "AAAAAAAAAMg=") + "," + value("real", "DOUBLE", "P/gAAAAAAAA=") + "," +
            value("raw", "BYTES", "AQID") + "]}]");
        QCOMPARE(decoded.format(), std::string("zipkin1"));
        QCOMPARE(decoded.trace(), std::string("00000000000000010ed2e63cbe71f5a8"));
        QCOMPARE(decoded.id(), std::string("ffffffffffffffff"));
        QCOMPARE(decoded.parent(), std::string("00000000000000ff"));
        QCOMPARE(summary(decoded), std::string("back 2 10+20 shared"));
        QCOMPARE(decoded.resourceAttributes(), std::string(R"(service.name="back" host.ip="172.31.0.7")"));
        QCOMPARE(decoded.attributes(), std::string(R"(text="hallo" flag=true small=-2 four=200 eight=200 )"
                                                   R"(real=1.5d raw="AQID")"));
    }

    void aSpanWithoutAnnotationsIsReadWhateverItsVersion() {
        const Decoded decoded(R"([{"traceId":"aa","id":"01","timestamp":5,"duration":2,"annotations":[]},)" +
                              record(R"("annotations":[)" + annotation(1, "sr", back) + "]").substr(1));
        QCOMPARE(summary(decoded), std::string(" 0 5+2 | back 2 1+? shared"));
        QCOMPARE(decoded.format(), std::string("zipkin1"));
    }

    void thousandsOfServicesInOneRecordAreSurvived() {
        std::string all;
        for (int i = 0; i < 20000; ++i)
            all +=
                (i == 0 ? "" : ",") + annotation(i, "x", "{\"serviceName\":\"s" + std::to_string(i) + "\"}");
        const Decoded decoded(record("\"annotations\":[" + all + "]"));
        QVERIFY(decoded.size() > 1 && decoded.size() < 100);
        QCOMPARE(decoded.file()->spans, std::uint64_t{1});
    }

    void everyTypeInEveryPlaceIsSurvived() {
        for (
            const char* const value :
            {"null", "7", "\"x\"", "[]", "{}", "[null,7,\"x\",[],{}]",
             R"([{"timestamp":{},"value":[],"endpoint":7},{"value":"cs","endpoint":{}},{"key":[],"value":{}}])",
             R"([{"key":"sa","value":{"a":1},"endpoint":{"ipv4":1e99,"port":-99999,"serviceName":null}}])"})
            for (const char* const member : {"annotations", "binaryAnnotations", "binary_annotations"})
                QCOMPARE(Decoded(record("\"binaryAnnotations\":[],\"" + std::string(member) + "\":" + value))
                             .size(),
                         std::size_t{1});
    }
};

QTEST_APPLESS_MAIN(tst_ZipkinVersion1)
#include "tst_ZipkinVersion1.moc"
