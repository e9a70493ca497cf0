#include "Decoded.h"

#include <QTest>

#include <string>
#include <vector>

using namespace hallway;

namespace {

struct Value {
    std::size_t begin = 0, end = 0;
};

/// The end of the value that begins at `at`.
std::size_t endOfValue(const std::string& json, std::size_t at) {
    int depth = 0;
    bool inString = false;
    for (; at < json.size(); ++at) {
        const char c = json[at];
        if (inString && c == '\\')
            ++at;
        else if (c == '"')
            inString = !inString;
        else if (!inString && (c == '{' || c == '['))
            ++depth;
        else if (!inString && (c == '}' || c == ']') && --depth < 0)
            return at;
        else if (!inString && c == ',' && depth == 0)
            return at;
    }
    return at;
}

/// Of every member, however deep.
std::vector<Value> valuesOf(const std::string& json) {
    std::vector<Value> values;
    bool inString = false;
    for (std::size_t at = 0; at < json.size(); ++at) {
        const char c = json[at];
        if (inString && c == '\\')
            ++at;
        else if (c == '"')
            inString = !inString;
        else if (!inString && c == ':')
            values.push_back({at + 1, endOfValue(json, at + 1)});
    }
    return values;
}

std::string deep(char open, char close) { return std::string(3000, open) + std::string(3000, close); }

std::string deepObject() {
    std::string text;
    for (int i = 0; i < 3000; ++i)
        text += "{\"subsegments\":[";
    text += "{}";
    for (int i = 0; i < 3000; ++i)
        text += "]}";
    return text;
}

const std::string escapes = "\"\\ud800\\u0000\"";

std::vector<std::string> replacements() {
    return {"null",
            "true",
            "false",
            "-1",
            "0",
            "1e400",
            "-1e400",
            "1e-400",
            "99999",
            "1.5",
            "\"\"",
            "\"x\"",
            "\"-\"",
            escapes,
            "\"\xFF\xFE\"",
            "[]",
            "{}",
            "[{}]",
            "[1]",
            "[[{}]]",
            "[null]",
            deep('[', ']'),
            deepObject(),
            "99999999999999999999999999",
            "-9223372036854775808",
            "\"2023-99-99T99:99:99Z\""};
}

constexpr WindowLimits small{std::size_t{4} << 10, std::size_t{1} << 20};

void checkSound(const Decoded& decoded) {
    if (!decoded.file()) return;
    QCOMPARE(static_cast<std::size_t>(decoded.file()->spans), decoded.size());
    for (std::size_t i = 0; i < decoded.size(); ++i) {
        QVERIFY(!decoded.span(i).trace.isZero() && !decoded.span(i).id.isZero());
        QVERIFY(decoded.span(i).resource.valid() && decoded.span(i).scope.valid());
    }
    (void)decoded.everything();
}

void addDocuments() {
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char* name, const std::string& json) {
        QTest::newRow(name) << QByteArray::fromStdString(json);
    };
    row("python-console",
        R"({"name":"n","context":{"trace_id":"0x0b","span_id":"0x02","trace_state":"[]"},"kind":"SpanKind.SERVER","parent_id":"0x01","start_time":"2023-11-14T22:13:20.000001Z","end_time":"2023-11-14T22:13:21Z","status":{"status_code":"ERROR","description":"d"},"attributes":{"a":[1]},"events":[{"name":"e","timestamp":"2023-11-14T22:13:21Z","attributes":{"b":1}}],"links":[{"context":{"trace_id":"0x0c","span_id":"0x03","trace_state":"[]"},"attributes":{}}],"resource":{"attributes":{"service.name":"s"},"schema_url":""}})");
    row("phoenix",
        R"({"data":[{"name":"n","context":{"trace_id":"t","span_id":"s"},"span_kind":"LLM","parent_id":null,"start_time":"2026-07-09T00:00:00+00:00","end_time":"2026-07-09T00:00:35+00:00","status_code":"OK","attributes":{"a":1},"events":[]}]})");
    row("go-console",
        R"({"Name":"n","SpanContext":{"TraceID":"0b","SpanID":"02","TraceState":"","Remote":false},"Parent":{"TraceID":"0b","SpanID":"01","Remote":true},"SpanKind":3,"StartTime":"2023-11-14T22:13:20Z","EndTime":"2023-11-14T22:13:20.25Z","Attributes":[{"Key":"s","Value":{"Type":"FLOAT64","Value":1}}],"Events":[{"Name":"e","Attributes":[],"DroppedAttributeCount":1,"Time":"2023-11-14T22:13:20.1Z"}],"Links":[{"SpanContext":{"TraceID":"0c","SpanID":"03"},"Attributes":null}],"Status":{"Code":"Error","Description":"w"},"DroppedAttributes":1,"Resource":[{"Key":"service.name","Value":{"Type":"STRING","Value":"s"}}],"InstrumentationScope":{"Name":"l","Version":"2"}})");
    row("datadog",
        R"([[{"trace_id":11,"span_id":2,"parent_id":1,"service":"s","name":"n","resource":"r","type":"web","start":1700000000123456789,"duration":5,"error":1,"meta":{"_dd.p.tid":"5b8efff798038103","span.kind":"server","out.host":"h","a":"b"},"metrics":{"m":1},"span_links":[{"trace_id":2,"trace_id_high":1,"span_id":3,"attributes":{}}],"span_events":[{"name":"e","time_unix_nano":6,"attributes":{"k":{"type":0,"string_value":"v"}}}]},{"trace_id":11,"span_id":3,"service":"s","start":5}]])");
    row("datadog API",
        R"({"data":{"attributes":{"is_truncated":true,"spans":[{"spanID":2,"parentID":"0","traceID":"0b","startTime":1700000000,"endTime":1700000001,"service":"s","name":"n","meta":{}}]}}})");
    row("datadog search",
        R"({"data":[{"attributes":{"start_timestamp":"2023-11-14T22:13:20.5Z","end_timestamp":"2023-11-14T22:13:21.5Z","trace_id":"12","span_id":"34","service":"s","resource_name":"r","env":"p","custom":{"http":{"a":{"b":true}},"span":{"kind":"server"}}}}]})");
    row("xray",
        R"({"id":"70de5b6f19ff9a0a","name":"s","trace_id":"1-581cf771-a006649127e371903a2de979","start_time":1478293361.271,"end_time":1478293361.449,"http":{"request":{"method":"GET"},"response":{"status":429}},"throttle":true,"aws":{"ec2":{"instance_id":"i"},"xray":{"sdk":"x"}},"annotations":{"c":"d"},"metadata":{"m":{"a":[1]}},"service":{"version":"1"},"links":[{"trace_id":"1-581cf771-a006649127e371903a2de979","id":"2","attributes":{}}],"subsegments":[{"id":"5","name":"c","namespace":"remote","start_time":1,"end_time":2,"fault":true,"cause":{"exceptions":[{"type":"T","message":"m","stack":[]}]},"sql":{"database_type":"x"},"subsegments":[{"id":"6","name":"d","start_time":1}]}]})");
    row("xray answer",
        R"({"Traces":[{"Id":"1-581cf771-a006649127e371903a2de979","LimitExceeded":true,"Segments":[{"Id":"1","Document":"[]"}]}],"UnprocessedTraceIds":["1-a"]})");
    row("signoz",
        R"({"status":"success","data":{"startTimestampMillis":1,"hasMore":true,"spans":[{"trace_id":"0b","span_id":"02","parent_span_id":"01","name":"n","kind":2,"timestamp":1700000000123,"duration_nano":15,"has_error":true,"status_code":2,"attributes":{"a":1},"resource":{"service.name":"s"},"events":[{"name":"e","timeUnixNano":5,"attributeMap":{"k":"v"}}],"references":[{"traceId":"0c","spanId":"01","refType":"CHILD_OF"}]}]}})");
    row("newrelic",
        R"([{"common":{"attributes":{"service.name":"s"}},"spans":[{"trace.id":"0b","id":"01","timestamp":1700000000123,"attributes":{"duration.ms":12.5,"name":"n","parent.id":"02","span.kind":"server"}}]}])");
    row("otlp-rows",
        R"({"trace_id":"0b","span_id":"02","name":"n","kind":2,"attributes":{"a":"x"},"start_time_unix_nano":17,"status":{"code":2}})");
}

} // namespace

// Formats that are read element by element, with anything at all where something is expected.
class tst_HostileJson : public QObject {
    Q_OBJECT

private slots:
    void anyValueMayStandAnywhere_data() { addDocuments(); }
    void anyValueMayStandAnywhere() {
        QFETCH(QByteArray, json);
        const std::string whole = json.toStdString();
        for (const Value& value : valuesOf(whole))
            for (const std::string& other : replacements()) {
                const std::string text = whole.substr(0, value.begin) + other + whole.substr(value.end);
                checkSound(Decoded(whole + "\n" + text + "\n", small));
                checkSound(Decoded(text, small));
            }
    }

    void anyMemberMayBeMissingOrTwice_data() { addDocuments(); }
    void anyMemberMayBeMissingOrTwice() {
        QFETCH(QByteArray, json);
        const std::string whole = json.toStdString();
        for (const Value& value : valuesOf(whole)) {
            const std::size_t key = whole.rfind('"', value.begin - 3);
            std::string missing = whole, twice = whole;
            missing.replace(key, 1, "\"_");
            twice.insert(value.end, "," + whole.substr(key, value.end - key));
            checkSound(Decoded(missing, small));
            checkSound(Decoded(twice, small));
            QVERIFY(Decoded(whole + "\n" + twice + "\n").size() >= Decoded(whole).size());
        }
    }

    void spansNeverShrinkWithALongerFile_data() { addDocuments(); }
    void spansNeverShrinkWithALongerFile() {
        QFETCH(QByteArray, json);
        const std::string whole = json.toStdString() + "\n" + json.toStdString() + "\n";
        std::size_t before = 0;
        for (std::size_t size = 0; size <= whole.size(); ++size) {
            const Decoded decoded(std::string_view(whole).substr(0, size), {64, 1 << 16});
            QVERIFY2(decoded.size() >= before, std::to_string(size).c_str());
            before = decoded.size();
        }
        QCOMPARE(before, 2 * Decoded(json.toStdString()).size());
    }

    void aTinyWindowReadsTheSame_data() { addDocuments(); }
    void aTinyWindowReadsTheSame() {
        QFETCH(QByteArray, json);
        const std::string whole = json.toStdString() + "\n" + json.toStdString() + "\n";
        QCOMPARE(Decoded(whole, {64, 1 << 16}).everything(), Decoded(whole).everything());
    }
};

QTEST_GUILESS_MAIN(tst_HostileJson)
#include "tst_HostileJson.moc"
