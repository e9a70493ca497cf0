#include "Decoded.h"

#include <QTest>

#include <string>

using namespace hallway;

// One span of OTLP JSON; the numbers of the cases are those of the checklist of formats.
class tst_OtlpSpan : public QObject {
    Q_OBJECT

private slots:
    void everyField() {
        const Decoded decoded(otlpSpan(
            R"("parentSpanId":"00f067aa0ba902b7","traceState":"a=b","flags":769,"kind":2,)"
            R"("attributes":[{"key":"http.method","value":{"stringValue":"GET"}}],)"
            R"("events":[{"timeUnixNano":"1000000000000000001","name":"exception","attributes":[{"key":"n","value":{"intValue":"1"}}],"droppedAttributesCount":2}],)"
            R"("links":[{"traceId":"0123456789abcdef0123456789abcdef","spanId":"0123456789abcdef","attributes":[{"key":"l","value":{"boolValue":true}}]}],)"
            R"("status":{"code":2,"message":"broken"},"droppedAttributesCount":1,"droppedEventsCount":2,"droppedLinksCount":"4","schemaUrl":"x")"));
        QCOMPARE(decoded.size(), std::size_t{1});
        QCOMPARE(decoded.trace(), std::string("5b8efff798038103d269b633813fc60c"));
        QCOMPARE(decoded.id(), std::string("eee19b7ec3c1b174"));
        QCOMPARE(decoded.parent(), std::string("00f067aa0ba902b7"));
        QCOMPARE(decoded.name(), std::string("op"));
        QCOMPARE(decoded.start(), std::int64_t{1000000000000000000});
        QCOMPARE(decoded.end(), std::int64_t{1000000000000000005});
        QCOMPARE(decoded.span().kind, SpanKind::Server);
        QCOMPARE(decoded.span().status, SpanStatus::Error);
        QCOMPARE(decoded.text(decoded.span().statusMessage), std::string("broken"));
        QCOMPARE(decoded.text(decoded.span().traceState), std::string("a=b"));
        QCOMPARE(decoded.attributes(), std::string(R"(http.method="GET")"));
        QCOMPARE(decoded.span().attributeCount, 1u);
        QCOMPARE(decoded.events(), std::string("exception@1000000000000000001{n=1}"));
        QCOMPARE(decoded.links(), std::string("0123456789abcdef0123456789abcdef/0123456789abcdef{l=true}"));
        QCOMPARE(decoded.span().linkCount, 1u);
        QVERIFY(decoded.has(SpanFlag::HasLinks) && decoded.has(SpanFlag::HasException));
        QVERIFY(decoded.has(SpanFlag::RemoteKnown) && decoded.has(SpanFlag::Remote));
        QCOMPARE(decoded.service(), std::string("shop"));
        QCOMPARE(decoded.scope(), std::string("lib {}"));
        QCOMPARE(decoded.span().droppedCount, 7u);
        QVERIFY(decoded.has(SpanFlag::Incomplete));
        QCOMPARE(decoded.problems(), std::string("dropped-data×1"));
    }

    void case64_whatTheExporterDroppedMakesASpanIncomplete() {
        const Decoded decoded(
            otlpSpan(R"("droppedAttributesCount":1,"droppedEventsCount":2,"droppedLinksCount":4)"));
        QCOMPARE(decoded.span().droppedCount, 7u);
        QVERIFY(decoded.has(SpanFlag::Incomplete));
        QCOMPARE(decoded.count(ProblemCode::DroppedData), std::uint64_t{1});
        QVERIFY(!Decoded(otlpSpan(R"("droppedEventsCount":0)")).has(SpanFlag::Incomplete));
    }

    void case51_snakeCaseIsTheSame() {
        const Decoded camel(otlpSpan(
            R"("parentSpanId":"01","traceState":"t","kind":3,"droppedLinksCount":1,"events":[{"timeUnixNano":"5","name":"e","droppedAttributesCount":1}],"links":[{"traceId":"01","spanId":"02","traceState":"s"}],"status":{"code":1},"attributes":[{"key":"k","value":{"arrayValue":{"values":[{"intValue":"1"}]}}}])"));
        const Decoded snake(
            R"({"resource_spans":[{"resource":{"attributes":[{"key":"service.name","value":{"string_value":"shop"}}]},"scope_spans":[{"scope":{"name":"lib"},"spans":[)"
            R"({"trace_id":"5b8efff798038103d269b633813fc60c","span_id":"eee19b7ec3c1b174","name":"op","start_time_unix_nano":1000000000000000000,"end_time_unix_nano":1000000000000000005,)"
            R"("parent_span_id":"01","trace_state":"t","kind":"SPAN_KIND_CLIENT","dropped_links_count":1,"events":[{"time_unix_nano":5,"name":"e","dropped_attributes_count":1}],"links":[{"trace_id":"01","span_id":"02","trace_state":"s"}],"status":{"code":"STATUS_CODE_OK"},"attributes":[{"key":"k","value":{"array_value":{"values":[{"int_value":1}]}}}]}]}]}]})");
        QCOMPARE(snake.everything(), camel.everything());
        QCOMPARE(camel.size(), std::size_t{1});
    }

    void goStructsWithBase64Ids() {
        const Decoded decoded(
            R"({"resource_spans":[{"resource":{"attributes":[{"key":"service.name","value":{"Value":{"StringValue":"shop"}}}]},"scope_spans":[{"spans":[)"
            R"({"trace_id":"W47/95gDgQPSabYzgT/GDA==","span_id":"7uGbfsPBsXQ=","name":"op","kind":2,"start_time_unix_nano":1544712660000000000,"end_time_unix_nano":1544712661000000000,)"
            R"("attributes":[{"key":"i","value":{"Value":{"IntValue":5}}},{"key":"a","value":{"Value":{"ArrayValue":{"values":[{"Value":{"StringValue":"x"}},{"Value":{"DoubleValue":1.5}}]}}}},{"key":"n","value":{"Value":null}}]}]}]}]})");
        QCOMPARE(decoded.trace(), std::string("5b8efff798038103d269b633813fc60c"));
        QCOMPARE(decoded.id(), std::string("eee19b7ec3c1b174"));
        QCOMPARE(decoded.service(), std::string("shop"));
        QCOMPARE(decoded.attributes(), std::string(R"(i=5 a=json:["x",1.5] n=null)"));
        QCOMPARE(decoded.problems(), std::string());
    }

    void case36_emptyIdsBecomeSyntheticFromContent() {
        const auto document = [](const std::string& first, const std::string& second) {
            return R"({"resourceSpans":[{"scopeSpans":[{"spans":[)" + first + ',' + second + "]}]}]}";
        };
        const std::string a =
            R"({"traceId":"","spanId":"","name":"a","startTimeUnixNano":"1000000000000000000"})";
        const std::string b =
            R"({"traceId":"00000000000000000000000000000000","spanId":"0000000000000000","name":"b"})";
        const Decoded decoded(document(a, b));
        QCOMPARE(decoded.size(), std::size_t{2});
        QCOMPARE(decoded.trace(0), decoded.trace(1)); // one trace per document
        QVERIFY(decoded.id(0) != decoded.id(1));
        QVERIFY(decoded.has(SpanFlag::SyntheticTrace) && decoded.has(SpanFlag::SyntheticId));
        QCOMPARE(decoded.count(ProblemCode::EmptyTraceId), std::uint64_t{2});
        QCOMPARE(decoded.count(ProblemCode::EmptySpanId), std::uint64_t{2});
        // Ids come from content, never from position.
        QCOMPARE(Decoded(document(b, a)).id(1), decoded.id(0));
        QCOMPARE(Decoded("\n\n" + document(a, a)).id(0), decoded.id(0));
        QCOMPARE(Decoded("\n\n" + document(a, a)).id(1), decoded.id(0));
    }

    void syntheticIdsDoNotHangOnTheOrderOfAttributes() {
        const auto id = [](const std::string& attributes) {
            return Decoded(R"({"resourceSpans":[{"scopeSpans":[{"spans":[{"name":"a","attributes":[)" +
                           attributes + "]}]}]}]}")
                .id();
        };
        const std::string x = R"({"key":"x","value":{"intValue":"1"}})";
        const std::string y = R"({"key":"y","value":{"stringValue":"2"}})";
        QCOMPARE(id(x + ',' + y), id(y + ',' + x));
        QVERIFY(id(x) != id(y));
    }

    void case37_opaqueIdsKeepTheStructure() {
        const Decoded decoded(
            R"({"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"trace-1","spanId":"span-a","name":"a"},{"traceId":" trace-1","spanId":"span-b","parentSpanId":"span-a","name":"b"}]}]}]})");
        QCOMPARE(decoded.trace(1), std::string("trace-1"));
        QCOMPARE(decoded.span(0).trace, decoded.span(1).trace);
        QCOMPARE(decoded.span(1).parent, decoded.span(0).id);
        QCOMPARE(decoded.count(ProblemCode::OpaqueId), std::uint64_t{2});
    }

    void case38_rootsHaveNoParent_data() {
        QTest::addColumn<QByteArray>("member");
        for (const char* member :
             {"", R"("parentSpanId":"")", R"("parentSpanId":null)", R"("parentSpanId":"0000000000000000")",
              R"("parentSpanId":"AAAAAAAAAAA=")"})
            QTest::addRow("%s", member) << QByteArray(member);
    }
    void case38_rootsHaveNoParent() {
        QFETCH(QByteArray, member);
        const Decoded decoded(otlpSpan(member.toStdString()));
        QVERIFY(decoded.span().parent.isZero());
        QCOMPARE(decoded.problems(), std::string());
    }

    void case39_timeAsStringNumberOrExponent_data() {
        QTest::addColumn<QByteArray>("time");
        QTest::addColumn<qint64>("value");
        QTest::newRow("string") << QByteArray(R"("1700000000123456789")") << qint64{1700000000123456789};
        QTest::newRow("case40_number") << QByteArray("1700000000123456789") << qint64{1700000000123456789};
        QTest::newRow("exponent") << QByteArray("1.7e18") << qint64{1700000000000000000};
        QTest::newRow("exponent text") << QByteArray(R"("1.7E18")") << qint64{1700000000000000000};
        QTest::newRow("point zero") << QByteArray(R"("1700000000123456789.0")")
                                    << qint64{1700000000123456789};
    }
    void case39_timeAsStringNumberOrExponent() {
        QFETCH(QByteArray, time);
        QFETCH(qint64, value);
        const Decoded decoded(otlpSpan("\"startTimeUnixNano\":" + time.toStdString() +
                                       ",\"endTimeUnixNano\":" + time.toStdString()));
        QCOMPARE(qint64{decoded.start()}, value);
        QCOMPARE(qint64{decoded.end()}, value);
        QCOMPARE(decoded.problems(), std::string());
    }

    void case41_impossibleTimesAreAbsentAndCounted_data() {
        QTest::addColumn<QByteArray>("time");
        for (const char* time :
             {"-5", R"("-1")", R"("9223372036854775808")", "1e19", R"("yesterday")", "true"})
            QTest::addRow("%s", time) << QByteArray(time);
    }
    void case41_impossibleTimesAreAbsentAndCounted() {
        QFETCH(QByteArray, time);
        const Decoded decoded(otlpSpan("\"endTimeUnixNano\":" + time.toStdString()));
        QCOMPARE(decoded.end(), std::int64_t{0});
        QVERIFY(decoded.has(SpanFlag::Unfinished));
        QCOMPARE(decoded.problems(), std::string("invalid-time×1 unfinished-span×1"));
    }

    void case42_kinds_data() {
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("problems");
        const auto row = [](const char* member, int kind, int problems) {
            QTest::addRow("%s", member) << QByteArray(member) << kind << problems;
        };
        row(R"("kind":2)", 2, 0);
        row(R"("kind":"2")", 2, 0);
        row(R"("kind":"SPAN_KIND_SERVER")", 2, 0);
        row(R"("kind":"server")", 2, 0);
        row(R"("kind":"CONSUMER")", 5, 0);
        row(R"("kind":null)", 0, 0);
        row("", 0, 0);
        row(R"("kind":99)", 0, 1);
        row(R"("kind":-1)", 0, 1);
        row(R"("kind":"SPAN_KIND_INVALID_TYPE")", 0, 1);
    }
    void case42_kinds() {
        QFETCH(QByteArray, member);
        QFETCH(int, kind);
        QFETCH(int, problems);
        const Decoded decoded(otlpSpan(member.toStdString()));
        QCOMPARE(static_cast<int>(decoded.span().kind), kind);
        QCOMPARE(static_cast<int>(decoded.count(ProblemCode::UnknownKind)), problems);
        if (problems > 0) {
            const Problem problem = decoded.problem(ProblemCode::UnknownKind);
            QVERIFY(problem.detail.starts_with("span \"op\" has kind \""));
            QVERIFY(problem.position.has_value());
            QCOMPARE(problem.position->line, std::optional<std::uint64_t>(1));
        }
    }

    void case43_status_data() {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<int>("value");
        const auto row = [](const char* status, int value) {
            QTest::addRow("%s", status) << QByteArray(status) << value;
        };
        row("{}", 0);
        row("null", 0);
        row(R"({"code":0})", 0);
        row(R"({"code":1})", 1);
        row(R"({"code":2})", 2);
        row(R"({"code":"STATUS_CODE_ERROR"})", 2);
        row(R"({"code":"Error"})", 2);
        row(R"({"deprecatedCode":13})", 2);
        row(R"({"deprecatedCode":"DEPRECATED_STATUS_CODE_OK"})", 0);
        row(R"({"deprecatedCode":0})", 0);
        row(R"({"deprecatedCode":13,"code":1})", 1);
        row(R"("STATUS_CODE_OK")", 1);
    }
    void case43_status() {
        QFETCH(QByteArray, status);
        QFETCH(int, value);
        const Decoded decoded(otlpSpan("\"status\":" + status.toStdString()));
        QCOMPARE(static_cast<int>(decoded.span().status), value);
        QCOMPARE(decoded.count(ProblemCode::UnknownStatus), std::uint64_t{0});
    }

    void anUnknownStatusIsCounted() {
        QCOMPARE(Decoded(otlpSpan(R"("status":{"code":7})")).problems(), std::string("unknown-status×1"));
    }

    void case52_unknownMembersAreSkipped() {
        const std::string huge = "[" + std::string(200000, '[') + std::string(200000, ']') + "]";
        const Decoded decoded(
            otlpSpan("\"future\":{\"attributes\":" + huge + ",\"name\":\"no\"},\"kind\":2"));
        QCOMPARE(decoded.size(), std::size_t{1});
        QCOMPARE(decoded.name(), std::string("op"));
        QCOMPARE(decoded.span().kind, SpanKind::Server);
    }

    void case57_endBeforeStartIsFlaggedAndKept() {
        const Decoded decoded(otlpSpan(R"("startTimeUnixNano":"2000000000000000000")"));
        QVERIFY(decoded.has(SpanFlag::NegativeDuration) && !decoded.has(SpanFlag::Unfinished));
        QCOMPARE(decoded.start(), std::int64_t{2000000000000000000});
        QCOMPARE(decoded.end(), std::int64_t{1000000000000000005});
        QCOMPARE(decoded.problems(), std::string("negative-duration×1"));
    }

    void case58_noEndIsUnfinished() {
        for (const char* end : {"0", "null", R"("")", R"("0")"}) {
            const Decoded decoded(otlpSpan(std::string(R"("endTimeUnixNano":)") +
                                           (std::string(end) == "null" ? "\"0\"" : end)));
            QVERIFY(decoded.has(SpanFlag::Unfinished));
            QVERIFY(!decoded.has(SpanFlag::NegativeDuration));
            QCOMPARE(decoded.count(ProblemCode::UnfinishedSpan), std::uint64_t{1});
        }
    }

    void case59_noStart() {
        const Decoded decoded(otlpSpan(R"("startTimeUnixNano":"0")"));
        QVERIFY(decoded.has(SpanFlag::Unfinished)); // in OTLP a span without a start has no duration
        QCOMPARE(decoded.problems(), std::string("missing-start×1"));
    }

    void case60_timesInAnotherUnitAreRescaled() {
        const Decoded decoded(
            otlpSpan(R"("startTimeUnixNano":1700000000000,"endTimeUnixNano":"1700000000250")"));
        QCOMPARE(decoded.file()->timeScale, std::int64_t{1000000});
        QCOMPARE(decoded.start(), std::int64_t{1700000000000}); // the importer multiplies
        QCOMPARE(decoded.problems(), std::string("rescaled-times×1"));
    }

    void relativeNanosecondsStay() {
        const Decoded decoded(otlpSpan(R"("startTimeUnixNano":"1000000000","endTimeUnixNano":"1120000000")"));
        QCOMPARE(decoded.file()->timeScale, std::int64_t{1});
        QCOMPARE(decoded.problems(), std::string());
    }

    void case61_badTextIsReplaced() {
        const Decoded bytes(otlpSpan("\"name\":\"a\xFF\x01z\""));
        QCOMPARE(bytes.name(), std::string("a\uFFFD\uFFFDz"));
        QCOMPARE(bytes.problems(), std::string("invalid-utf8×1"));
        const Decoded surrogate(otlpSpan(R"("name":"a\ud800z")"));
        QCOMPARE(surrogate.name(), std::string("a\uFFFDz"));
        QCOMPARE(surrogate.problems(), std::string("invalid-utf8×1"));
        const Decoded nul(otlpSpan(R"("name":"a\u0000z")"));
        QCOMPARE(nul.name(), std::string("a\uFFFDz"));
        const Decoded fine(otlpSpan("\"name\":\"\\ud83d\\ude00 \\\"é\\\"\""));
        QCOMPARE(fine.name(), std::string("😀 \"é\""));
        QCOMPARE(fine.problems(), std::string());
    }

    /// A span with an escape goes another way, by a parser: what is damaged must mean the same on both.
    void theWayWithoutAParserReadsTheSame() {
        const std::string members =
            R"("parentSpanId":"00f067aa0ba902b7","flags":769,"kind":2,"x":[1,{"y":null}],)"
            R"("attributes":[{"key":"a","value":{"stringValue":"G"}},{"key":"b","value":{"doubleValue":1.5}}],)"
            R"("events":[{"timeUnixNano":"10","name":"e","attributes":[{"key":"n","value":{"intValue":"1"}}]}],)"
            R"("links":[{"traceId":"01","spanId":"02"}],"status":{"code":2,"message":"m"},"droppedLinksCount":"4")";
        const std::string escape = R"(,"z":"\/")";
        for (std::size_t i = 0; i < members.size(); ++i) {
            if (std::string_view("\"{}[]").find(members[i]) != std::string_view::npos)
                continue; // then it would be cut out of the document otherwise
            for (const char other : std::string_view(" 1a-.,:\x01\x80\n")) {
                std::string damaged = members;
                damaged[i] = other;
                const Decoded plain(otlpSpan(damaged)), parsed(otlpSpan(damaged + escape));
                QVERIFY2(plain.everything() == parsed.everything() && plain.problems() == parsed.problems(),
                         damaged.c_str());
            }
        }
    }

    void keysWithEscapes() {
        const Decoded decoded(otlpSpan(
            R"("k\u0069nd":2,"attr\u0069butes":[{"k\u0065y":"a","value":{"\u0073tringValue":"b"}}])"));
        QCOMPARE(decoded.span().kind, SpanKind::Server);
        QCOMPARE(decoded.attributes(), std::string(R"(a="b")"));
    }

    void duplicateMembers_lastScalarWinsAndAllArraysAreRead() {
        const Decoded decoded(otlpSpan(
            R"("kind":2,"kind":3,"attributes":[{"key":"a","value":{"intValue":"1"}}],"attributes":[{"key":"b","value":{"intValue":"2"}}])"));
        QCOMPARE(decoded.span().kind, SpanKind::Client);
        QCOMPARE(decoded.attributes(), std::string("a=1 b=2"));
        QCOMPARE(decoded.span().attributeCount, 2u);
    }

    void aLinkWithoutIdsIsLeftOut() {
        const Decoded decoded(
            otlpSpan(R"("links":[{"traceId":"","spanId":"01"},{"traceId":"01","spanId":"02"},null])"));
        QCOMPARE(decoded.span().linkCount, 1u);
        QCOMPARE(decoded.problems(), std::string("invalid-link×1"));
    }

    void aBrokenSpanIsCountedAndTheOthersStay() {
        const Decoded decoded(
            "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[\n{\"name\":\"a\",\"traceId\":\"1\",\"spanId\":"
            "\"1\"},\n{\"name\":\"b\" oops},\n5,\n{\"name\":\"c\",\"traceId\":\"1\",\"spanId\":\"2\"}]}]}]}");
        QCOMPARE(decoded.size(), std::size_t{2});
        QCOMPARE(decoded.name(1), std::string("c"));
        const Problem problem = decoded.problem(ProblemCode::BrokenRecord);
        QCOMPARE(problem.count, std::uint64_t{2});
        QCOMPARE(problem.position->line, std::optional<std::uint64_t>(3));
    }
};

QTEST_APPLESS_MAIN(tst_OtlpSpan)
#include "tst_OtlpSpan.moc"
