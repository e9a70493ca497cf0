// Several records of one span become one (formats.md 4.1, case 88).
#include "Decoded.h"

#include "decode/ZipkinParts.h"
#include "trace/KnownKeys.h"

#include <QTest>

#include <algorithm>
#include <string>
#include <vector>

using namespace hallway;

namespace {

/// A span of the trace `aa` with these further members.
std::string span(const std::string& id, const std::string& members) {
    return "{\"traceId\":\"00000000000000aa\",\"id\":\"" + id + "\"," + members + "}";
}
const std::string a = R"("localEndpoint":{"serviceName":"a"})";
const std::string b = R"("localEndpoint":{"serviceName":"b"})";

Decoded decode(const std::vector<std::string>& records) {
    std::string text;
    for (const std::string& record : records)
        text += (text.empty() ? "[" : ",") + record;
    return Decoded(text + "]");
}

/// The spans in an order of their own, whatever that of the file.
std::string sorted(const Decoded& decoded) {
    const QString all = QString::fromStdString(decoded.everything());
    QStringList lines = all.split('\n', Qt::SkipEmptyParts);
    lines.sort();
    return lines.join('\n').toStdString();
}

/// Keeps what it is given.
struct Kept final : SpanSink {
    std::vector<SpanRecord> spans;
    void accept(SpanBatch batch) override {
        spans.insert(spans.end(), batch.spans.begin(), batch.spans.end());
        for (const SpanRecord& span : batch.spans)
            for (const ByteRange range : {span.attributes, span.events, span.links})
                QVERIFY(range.offset + range.size <= batch.bytes.size());
    }
};

} // namespace

class tst_ZipkinParts : public QObject {
    Q_OBJECT

private slots:
    void case88_lateTagsJoinTheirSpan() {
        const Decoded decoded = decode(
            {span("01", R"("kind":"SERVER","name":"get","timestamp":10,"duration":5,"tags":{"x":"1"},)" + a),
             span("02", R"("timestamp":11,"duration":1,)" + a),
             span("01", R"("tags":{"y":"2"},"annotations":[{"timestamp":12,"value":"late"}],)" + a)});
        QCOMPARE(decoded.size(), std::size_t{2});
        QCOMPARE(decoded.file()->spans, std::uint64_t{3});
        QCOMPARE(decoded.name(0), std::string("get"));
        QCOMPARE(decoded.start(0), std::int64_t{10000});
        QCOMPARE(decoded.end(0), std::int64_t{15000});
        QCOMPARE(decoded.attributes(0), std::string(R"(x="1" y="2")"));
        QCOMPARE(decoded.span(0).attributeCount, 2u);
        QCOMPARE(decoded.events(0), std::string("late@12000{}"));
        QCOMPARE(decoded.problems(), std::string());
    }

    void theOrderOfTheRecordsDoesNotMatter() {
        std::vector<std::string> records{
            span("01", R"("kind":"CLIENT","timestamp":10,"tags":{"x":"1","z":"first"},)" + a),
            span("01", R"("duration":5,"name":"late","tags":{"y":"2"})"),
            span("01",
                 R"("timestamp":12,"duration":9,"tags":{"error":""},"localEndpoint":{"ipv4":"10.0.0.1"})"),
            span("01", R"("shared":true,"kind":"SERVER","timestamp":13,)" + b),
            span("01", R"("shared":true,"duration":2,"tags":{"z":"other"},)" + b)};
        std::sort(records.begin(), records.end());
        const std::string expected = sorted(decode(records));
        QCOMPARE(decode(records).size(), std::size_t{2});
        do {
            QCOMPARE(sorted(decode(records)), expected);
        } while (std::next_permutation(records.begin(), records.end()));
    }

    void whatIsUnitedIsTheEarliestAndTheLongest() {
        const Decoded decoded = decode(
            {span("01", R"("parentId":"07","timestamp":12,"duration":3,)" + a),
             span("01",
                  R"("timestamp":10,"duration":9,"name":"n","localEndpoint":{"ipv4":"10.0.0.1","port":5})")});
        QCOMPARE(decoded.size(), std::size_t{1});
        QCOMPARE(decoded.start(), std::int64_t{10000});
        QCOMPARE(decoded.end(), std::int64_t{19000});
        QCOMPARE(decoded.parent(), std::string("0000000000000007"));
        QCOMPARE(decoded.name(), std::string("n"));
        QCOMPARE(decoded.service(), std::string("a"));
        QCOMPARE(decoded.text(decoded.resource().host), std::string("10.0.0.1"));
    }

    void whatDoesNotBelongTogetherStaysApart_data() {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        const auto row = [](const char* name, const std::string& first, const std::string& second) {
            QTest::newRow(name) << QByteArray::fromStdString(span("01", first))
                                << QByteArray::fromStdString(span("01", second));
        };
        row("another service", R"("timestamp":1,)" + a, R"("timestamp":2,)" + b);
        row("another address", R"("localEndpoint":{"serviceName":"a","ipv4":"10.0.0.1"})",
            R"("localEndpoint":{"serviceName":"a","ipv4":"10.0.0.12"})");
        row("another port", R"("localEndpoint":{"serviceName":"a","port":1})",
            R"("localEndpoint":{"serviceName":"a","port":2})");
        row("case87_shared", R"("kind":"CLIENT",)" + a, R"("kind":"SERVER","shared":true,)" + a);
        row("case87_notSaidToBeShared", R"("kind":"CLIENT",)" + a, R"("kind":"SERVER",)" + a);
        row("a server that does not say who it is", R"("kind":"CLIENT",)" + a, R"("kind":"SERVER")");
    }
    void whatDoesNotBelongTogetherStaysApart() {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        QCOMPARE(decode({first.toStdString(), second.toStdString()}).size(), std::size_t{2});
    }

    void addressesOfBothKindsBelongTogether() {
        const std::string four = R"("localEndpoint":{"serviceName":"a","ipv4":"10.0.0.1"})";
        const std::string six = R"("localEndpoint":{"serviceName":"a","ipv6":"::1"})";
        const std::string both = R"("localEndpoint":{"serviceName":"a","ipv4":"10.0.0.1","ipv6":"::1"})";
        const std::string other = R"("localEndpoint":{"serviceName":"a","ipv4":"10.0.0.2","ipv6":"::1"})";
        QCOMPARE(decode({span("01", four), span("01", six)}).size(), std::size_t{1});
        QCOMPARE(decode({span("01", four), span("01", both)}).size(), std::size_t{1});
        QCOMPARE(decode({span("01", four), span("01", other)}).size(), std::size_t{2});
        QCOMPARE(decode({span("01", both), span("01", other)}).size(), std::size_t{2});
    }

    void otherIdsAndTracesStayApart() {
        const Decoded decoded(
            R"([{"traceId":"01","id":"01"},{"traceId":"01","id":"02"},{"traceId":"02","id":"01"},)"
            R"({"traceId":"0000000000000001aaaaaaaaaaaaaaaa","id":"03"},)"
            R"({"traceId":"0000000000000002aaaaaaaaaaaaaaaa","id":"03"}])");
        QCOMPARE(decoded.size(), std::size_t{5});
    }

    void case91_recordsOfOneSpanMayHaveTraceIdsOfTwoLengths() {
        const Decoded decoded(
            R"([{"traceId":"aaaaaaaaaaaaaaaa","id":"01","name":"x"},)"
            R"({"traceId":"0000000000000001aaaaaaaaaaaaaaaa","id":"01","timestamp":5,"duration":1}])");
        QCOMPARE(decoded.size(), std::size_t{1});
        QCOMPARE(decoded.trace(), std::string("0000000000000001aaaaaaaaaaaaaaaa"));
        QCOMPARE(decoded.name(), std::string("x"));
    }

    void copiesStayAsManyForTheyAreDuplicates() {
        const std::string whole = span("01", R"("name":"x","timestamp":5,"duration":1,)" + a);
        QCOMPARE(decode({whole, whole, whole}).size(), std::size_t{3});
        // One part more: all copies get it, so that they are duplicates still.
        const Decoded decoded = decode({whole, span("01", R"("tags":{"k":"v"},)" + a), whole});
        QCOMPARE(decoded.size(), std::size_t{2});
        for (const std::size_t index : {0u, 1u})
            QCOMPARE(decoded.attributes(index), std::string(R"(k="v")"));
    }

    void anOkOutranksTheErrorTagOfAnotherRecord() {
        const Decoded decoded = decode({span("01", R"("tags":{"error":"x"},)" + a),
                                        span("01", R"("tags":{"otel.status_code":"OK"},)" + a)});
        QCOMPARE(decoded.size(), std::size_t{1});
        QCOMPARE(decoded.span().status, SpanStatus::Ok);
    }

    void whatALacksIsCountedOnceAllIsKnown() {
        const Decoded decoded =
            decode({span("01", R"("name":"x","timestamp":5)"), span("01", R"("tags":{"k":"v"})")});
        QCOMPARE(decoded.problems(), std::string("unfinished-span×1 missing-service×1"));
    }

    void memoryIsBoundedAndTheOrderIsThatOfTheFile() {
        StringPool strings;
        seedKnownKeys(strings);
        ResourceTable resources;
        ScopeTable scopes;
        ImportProblems problems;
        Kept kept;
        DecodeContext context{strings, resources, scopes, kept, problems, {}, {}, 0};
        const ResourceId nobody = resources.intern({}, strings);
        const auto batchOf = [&](std::uint64_t id) {
            SpanBatch batch;
            SpanRecord& record = batch.spans.emplace_back();
            record.trace = {0, 1, false};
            record.id = {id, false};
            record.name = record.statusMessage = record.traceState = StringId(0u);
            record.resource = nobody;
            record.zipkin = ZipkinRecord::Own;
            record.start = timestampOf(static_cast<std::int64_t>(id));
            return batch;
        };
        constexpr std::size_t window = 10 * sizeof(SpanRecord);
        ZipkinParts parts(context, kept, window);
        for (std::uint64_t id = 1; id <= 100; ++id) {
            parts.accept(batchOf(id));
            QVERIFY(id - kept.spans.size() <= 12);
            if (id % 4 != 0) continue;
            SpanBatch again = batchOf(id - 2); // near enough
            again.spans.front().start = timestampOf(1);
            again.bytes = std::string(40, '\0');
            again.spans.front().links = {40, 0};
            parts.accept(std::move(again));
        }
        SpanBatch far = batchOf(1);
        far.spans.front().end = timestampOf(7);
        parts.accept(std::move(far));
        parts.finish();
        QCOMPARE(kept.spans.size(), std::size_t{101});
        for (std::uint64_t id = 1; id <= 100; ++id) {
            QCOMPARE(kept.spans[id - 1].id.value, id);
            QCOMPARE(nanosecondsOf(kept.spans[id - 1].start),
                     id % 4 == 2 ? std::int64_t{1} : static_cast<std::int64_t>(id));
        }
        QCOMPARE(kept.spans.back().id.value, std::uint64_t{1}); // too far apart: rule 1's
    }

    void manyRecordsOfOneIdTakeNoLonger() {
        std::vector<std::string> records;
        for (int i = 0; i < 30000; ++i)
            records.push_back(span("01", "\"timestamp\":" + std::to_string(i + 1) +
                                             ",\"localEndpoint\":{\"serviceName\":\"s" +
                                             std::to_string(i % 7000) + "\"}"));
        QCOMPARE(decode(records).size(), std::size_t{7000});
    }
};

QTEST_APPLESS_MAIN(tst_ZipkinParts)
#include "tst_ZipkinParts.moc"
