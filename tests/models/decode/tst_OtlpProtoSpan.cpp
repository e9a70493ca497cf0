#include "Decoded.h"
#include "OtlpProtoBytes.h"

#include <QTest>

#include <algorithm>
#include <string>
#include <vector>

using namespace hallway;

// One span of OTLP protobuf. Most cases say the same as a span of OTLP JSON does, and must read the same.
class tst_OtlpProtoSpan : public QObject {
    Q_OBJECT

private:
    static void compareTwins(const Proto& fields, std::string_view json) {
        const Decoded proto(otlpProtoSpan(fields));
        const Decoded twin(otlpSpan(json));
        QCOMPARE(twin.size(), std::size_t{1});
        QCOMPARE(proto.everything(), twin.everything());
        QCOMPARE(proto.problems(), twin.problems());
    }

private slots:
    void everyField() {
        compareTwins(
            Proto()
                .bytes(3, "a=b")
                .bytes(4, fromHex("00f067aa0ba902b7"))
                .varint(6, 2)
                .message(9, textAttribute("http.method", "GET"))
                .varint(10, 1)
                .message(11, Proto()
                                 .fixed64(1, 1000000000000000001)
                                 .bytes(2, "exception")
                                 .message(3, attribute("n", Proto().varint(3, 1)))
                                 .varint(4, 2))
                .varint(12, 2)
                .message(13, Proto()
                                 .bytes(1, fromHex("0123456789abcdef0123456789abcdef"))
                                 .bytes(2, fromHex("0123456789abcdef"))
                                 .bytes(3, "s")
                                 .message(4, attribute("l", Proto().varint(2, 1)))
                                 .varint(5, 9)
                                 .fixed32(6, 1))
                .varint(14, 4)
                .message(15, Proto().bytes(2, "broken").varint(3, 2))
                .fixed32(16, 769),
            R"("parentSpanId":"00f067aa0ba902b7","traceState":"a=b","flags":769,"kind":2,)"
            R"("attributes":[{"key":"http.method","value":{"stringValue":"GET"}}],)"
            R"("events":[{"timeUnixNano":"1000000000000000001","name":"exception","attributes":[{"key":"n","value":{"intValue":"1"}}],"droppedAttributesCount":2}],)"
            R"("links":[{"traceId":"0123456789abcdef0123456789abcdef","spanId":"0123456789abcdef","traceState":"s","attributes":[{"key":"l","value":{"boolValue":true}}]}],)"
            R"("status":{"code":2,"message":"broken"},"droppedAttributesCount":1,"droppedEventsCount":2,"droppedLinksCount":4)");
    }

    void whatEveryFieldReads() {
        const Decoded decoded(otlpProtoSpan(Proto()
                                                .varint(6, 3)
                                                .message(9, textAttribute("a", "b"))
                                                .varint(10, 7)
                                                .message(15, Proto().varint(3, 1))
                                                .fixed32(16, 0x300)));
        QCOMPARE(decoded.format(), std::string("otlp-proto"));
        QCOMPARE(decoded.trace(), std::string("5b8efff798038103d269b633813fc60c"));
        QCOMPARE(decoded.id(), std::string("eee19b7ec3c1b174"));
        QCOMPARE(decoded.parent(), std::string());
        QCOMPARE(decoded.name(), std::string("op"));
        QCOMPARE(decoded.start(), std::int64_t{1000000000000000000});
        QCOMPARE(decoded.end(), std::int64_t{1000000000000000005});
        QCOMPARE(decoded.span().kind, SpanKind::Client);
        QCOMPARE(decoded.span().status, SpanStatus::Ok);
        QCOMPARE(decoded.attributes(), std::string(R"(a="b")"));
        QCOMPARE(decoded.span().attributeCount, 1u);
        QCOMPARE(decoded.span().droppedCount, 7u);
        QVERIFY(decoded.has(SpanFlag::RemoteKnown) && decoded.has(SpanFlag::Remote));
        QCOMPARE(decoded.service(), std::string("shop"));
        QCOMPARE(decoded.scope(), std::string("lib {}"));
        QCOMPARE(decoded.problems(), std::string("dropped-data×1"));
    }

    void remoteOnlyIfKnown() {
        const Decoded decoded(otlpProtoSpan(Proto().fixed32(16, 0xFFFFFE00)));
        QVERIFY(!decoded.has(SpanFlag::RemoteKnown) && !decoded.has(SpanFlag::Remote));
    }

    void fieldsInAnyOrder() {
        const std::vector<Proto> fields{
            Proto().bytes(1, fromHex("5b8efff798038103d269b633813fc60c")),
            Proto().bytes(2, fromHex("eee19b7ec3c1b174")),
            Proto().bytes(5, "op"),
            Proto().varint(6, 5),
            Proto().message(9, textAttribute("a", "b")),
        };
        std::vector<std::size_t> order{0, 1, 2, 3, 4};
        std::string first;
        do {
            Proto span;
            for (const std::size_t index : order)
                span.append(fields[index]);
            const Decoded decoded(Proto().message(1, protoResourceSpans({span})).str());
            if (first.empty()) first = decoded.everything();
            QCOMPARE(decoded.everything(), first);
        } while (std::next_permutation(order.begin(), order.end()));
        QVERIFY(!first.empty());
    }

    void lastScalarWinsAndMessagesAreMerged() {
        const Decoded decoded(otlpProtoSpan(Proto()
                                                .bytes(5, "first")
                                                .bytes(5, "second")
                                                .varint(6, 2)
                                                .varint(6, 4)
                                                .varint(12, 2)
                                                .varint(12, 3)
                                                .message(9, attribute("a", Proto().varint(3, 1)))
                                                .message(11, Proto().bytes(2, "e"))
                                                .message(9, attribute("b", Proto().varint(3, 2)))
                                                .message(11, Proto().bytes(2, "f"))
                                                .message(15, Proto().bytes(2, "m"))
                                                .message(15, Proto().varint(3, 2))));
        QCOMPARE(decoded.name(), std::string("second"));
        QCOMPARE(decoded.span().kind, SpanKind::Producer);
        QCOMPARE(decoded.span().droppedCount, 3u);
        QCOMPARE(decoded.attributes(), std::string("a=1 b=2"));
        QCOMPARE(decoded.events(), std::string("e@0{} f@0{}"));
        QCOMPARE(decoded.text(decoded.span().statusMessage), std::string("m"));
        QCOMPARE(decoded.span().status, SpanStatus::Error);
    }

    void case66_unknownFieldsAreSkipped() {
        const Proto unknown = Proto().varint(99, 5).fixed64(100, 6).bytes(101, "text").fixed32(5000, 7);
        const Proto value = Proto().append(unknown).bytes(1, "b").append(unknown);
        const Proto pair = Proto().append(unknown).bytes(1, "a").message(2, value).append(unknown);
        const Proto event = Proto().append(unknown).bytes(2, "e").append(unknown);
        const Proto link = Proto()
                               .append(unknown)
                               .bytes(1, fromHex("0123456789abcdef0123456789abcdef"))
                               .bytes(2, fromHex("0123456789abcdef"));
        const Decoded decoded(otlpProtoSpan(Proto()
                                                .append(unknown)
                                                .message(9, pair)
                                                .message(11, event)
                                                .message(13, link)
                                                .message(15, Proto().append(unknown).varint(3, 2))
                                                .append(unknown)));
        QCOMPARE(decoded.attributes(), std::string(R"(a="b")"));
        QCOMPARE(decoded.events(), std::string("e@0{}"));
        QCOMPARE(decoded.links(), std::string("0123456789abcdef0123456789abcdef/0123456789abcdef{}"));
        QCOMPARE(decoded.span().status, SpanStatus::Error);
        QCOMPARE(decoded.problems(), std::string());
    }

    void aFieldOfAnotherWireTypeIsUnknown() {
        const Decoded decoded(otlpProtoSpan(
            Proto().fixed32(1, 1).varint(5, 1).bytes(6, "x").varint(7, 1).fixed64(9, 1).varint(15, 1)));
        QCOMPARE(decoded.everything(), Decoded(otlpProtoSpan()).everything());
        QCOMPARE(decoded.problems(), std::string());
    }

    void case70_rootsHaveNoParent() {
        for (const std::string& parent : {std::string(), std::string(8, '\0'), std::string(16, '\0')}) {
            const Decoded decoded(otlpProtoSpan(Proto().bytes(4, parent)));
            QVERIFY(decoded.span().parent.isZero());
            QCOMPARE(decoded.problems(), std::string());
        }
    }

    void case71_idsOfOddLength_data() {
        QTest::addColumn<QByteArray>("trace");
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<QByteArray>("traceText");
        QTest::addColumn<QByteArray>("idText");
        QTest::addColumn<QByteArray>("problems");
        QTest::newRow("3 bytes") << QByteArray("\x01\x02\x03") << QByteArray("\x0A\x0B\x0C")
                                 << QByteArray("010203") << QByteArray("0a0b0c") << QByteArray("opaque-id×1");
        QTest::newRow("20 bytes") << QByteArray(20, '\x11') << QByteArray(20, '\x22') << QByteArray(40, '1')
                                  << QByteArray(40, '2') << QByteArray("opaque-id×1");
        QTest::newRow("half a trace id")
            << QByteArray(8, '\x11') << QByteArray(8, '\x22') << QByteArray(16, '0') + QByteArray(16, '1')
            << QByteArray(16, '2') << QByteArray();
        QTest::newRow("digits") << QByteArray("5B8EFFF798038103D269B633813FC60C")
                                << QByteArray("eee19b7ec3c1b174")
                                << QByteArray("5b8efff798038103d269b633813fc60c")
                                << QByteArray("eee19b7ec3c1b174") << QByteArray();
    }
    void case71_idsOfOddLength() {
        QFETCH(QByteArray, trace);
        QFETCH(QByteArray, id);
        QFETCH(QByteArray, traceText);
        QFETCH(QByteArray, idText);
        QFETCH(QByteArray, problems);
        const Decoded decoded(
            otlpProtoSpan(Proto().bytes(1, trace.toStdString()).bytes(2, id.toStdString())));
        QCOMPARE(QByteArray::fromStdString(decoded.trace()), traceText);
        QCOMPARE(QByteArray::fromStdString(decoded.id()), idText);
        QCOMPARE(QByteArray::fromStdString(decoded.problems()), problems);
    }

    void case36_emptyIdsBecomeSyntheticFromContent() {
        compareTwins(Proto().bytes(1, "").bytes(2, ""), R"("traceId":"","spanId":"")");
        compareTwins(Proto().bytes(1, std::string(16, '\0')).bytes(2, std::string(8, '\0')),
                     R"("traceId":"00000000000000000000000000000000","spanId":"0000000000000000")");
    }

    void case41_impossibleTimesAreAbsentAndCounted() {
        const Decoded decoded(otlpProtoSpan(
            Proto().fixed64(8, std::uint64_t{1} << 63).message(11, Proto().fixed64(1, ~std::uint64_t{0}))));
        QCOMPARE(decoded.end(), std::int64_t{0});
        QVERIFY(decoded.has(SpanFlag::Unfinished));
        QCOMPARE(decoded.problems(), std::string("invalid-time×2 unfinished-span×1"));
        QCOMPARE(Decoded(otlpProtoSpan(Proto().fixed64(8, (std::uint64_t{1} << 63) - 1))).end(),
                 std::numeric_limits<std::int64_t>::max());
    }

    void timesThatAreOdd_data() {
        QTest::addColumn<quint64>("start");
        QTest::addColumn<quint64>("end");
        QTest::newRow("case57_end before start")
            << quint64{2000000000000000000} << quint64{1000000000000000000};
        QTest::newRow("case58_no end") << quint64{1000000000000000000} << quint64{0};
        QTest::newRow("case59_no start") << quint64{0} << quint64{1000000000000000000};
        QTest::newRow("case60_milliseconds") << quint64{1700000000000} << quint64{1700000000250};
    }
    void timesThatAreOdd() {
        QFETCH(quint64, start);
        QFETCH(quint64, end);
        compareTwins(Proto().fixed64(7, start).fixed64(8, end),
                     "\"startTimeUnixNano\":" + std::to_string(start) +
                         ",\"endTimeUnixNano\":" + std::to_string(end));
    }

    void case42_kinds() {
        for (const int kind : {0, 1, 5, 6, 99, -1})
            compareTwins(Proto().varint(6, static_cast<std::uint64_t>(std::int64_t{kind})),
                         "\"kind\":" + std::to_string(kind));
        QCOMPARE(Decoded(otlpProtoSpan(Proto().varint(6, 99))).problem(ProblemCode::UnknownKind).detail,
                 std::string("span \"op\" has kind \"99\""));
    }

    void case43_status() {
        compareTwins(Proto().message(15, Proto()), R"("status":{})");
        for (const int code : {0, 1, 2, 7, -1})
            compareTwins(
                Proto().message(15, Proto().varint(3, static_cast<std::uint64_t>(std::int64_t{code}))),
                "\"status\":{\"code\":" + std::to_string(code) + "}");
        compareTwins(Proto().message(15, Proto().varint(1, 13)), R"("status":{"deprecatedCode":13})");
        compareTwins(Proto().message(15, Proto().varint(1, 13).varint(3, 1)),
                     R"("status":{"deprecatedCode":13,"code":1})");
    }

    void case61_badTextIsReplacedAndCountedOnceASpan() {
        const Decoded decoded(otlpProtoSpan(Proto()
                                                .bytes(5, "a\xFF\xC3z")
                                                .message(9, textAttribute("k\xFF", std::string("v\0w", 3)))
                                                .message(11, Proto().bytes(2, "\xED\xA0\x80"))));
        QCOMPARE(decoded.name(), std::string("a\uFFFD\uFFFDz"));
        QCOMPARE(decoded.attributes(), std::string("k\uFFFD=\"v\uFFFDw\""));
        QCOMPARE(decoded.events(), std::string("\uFFFD\uFFFD\uFFFD@0{}"));
        QCOMPARE(decoded.problems(), std::string("invalid-utf8×1"));
        const Decoded fine(otlpProtoSpan(Proto().bytes(5, "\x01 line\nbreak, 😀 \"é\" 漢字")));
        QCOMPARE(fine.name(), std::string("\x01 line\nbreak, 😀 \"é\" 漢字"));
        QCOMPARE(fine.problems(), std::string());
    }

    void textsOfEveryLengthAreChecked() {
        for (std::size_t size = 1; size < 20; ++size)
            for (std::size_t bad = 0; bad < size; ++bad) {
                std::string name(size, 'x');
                QCOMPARE(Decoded(otlpProtoSpan(Proto().bytes(5, name))).name(), name);
                name[bad] = '\xFF';
                const Decoded decoded(otlpProtoSpan(Proto().bytes(5, name)));
                QCOMPARE(decoded.name(), name.substr(0, bad) + "\uFFFD" + name.substr(bad + 1));
                name[bad] = '\0';
                QCOMPARE(Decoded(otlpProtoSpan(Proto().bytes(5, name))).name(), decoded.name());
            }
    }

    void aLinkWithoutIdsIsLeftOut() {
        compareTwins(Proto()
                         .message(13, Proto().bytes(2, fromHex("0000000000000001")))
                         .message(13, Proto()
                                          .bytes(1, fromHex("00000000000000000000000000000001"))
                                          .bytes(2, fromHex("0000000000000002"))),
                     R"("links":[{"traceId":"","spanId":"01"},{"traceId":"01","spanId":"02"}])");
    }

    void aBrokenSpanIsCountedAndTheOthersStay_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("case68_length past the end") << QByteArray("\x2A\x10xx");
        QTest::newRow("case69_varint of 11 bytes")
            << QByteArray("\x30\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01");
        QTest::newRow("varint cut") << QByteArray("\x30\x80");
        QTest::newRow("time cut") << QByteArray("\x39\x01\x02");
        QTest::newRow("group") << QByteArray("\x33\x34");
        QTest::newRow("field 0") << QByteArray("\x02\x00", 2);
        QTest::newRow("in an attribute") << QByteArray("\x4A\x03\x0A\x09k");
        QTest::newRow("in a value") << QByteArray("\x4A\x06\x0A\x01k\x12\x01\x0A");
        QTest::newRow("in an event") << QByteArray("\x5A\x02\x12\x09");
        QTest::newRow("in a link") << QByteArray("\x6A\x02\x0A\x09");
        QTest::newRow("in the status") << QByteArray("\x7A\x02\x12\x09");
        QTest::newRow("in an array") << QByteArray("\x4A\x09\x0A\x01k\x12\x04\x2A\x02\x0A\x09");
    }
    void aBrokenSpanIsCountedAndTheOthersStay() {
        QFETCH(QByteArray, bytes);
        const Proto good = protoSpan(Proto().bytes(5, "good"));
        const Proto bad = protoSpan(Proto().append(bytes.toStdString()));
        const std::string file = Proto().message(1, protoResourceSpans({good, bad, good})).str();
        const Decoded decoded(file);
        QCOMPARE(decoded.size(), std::size_t{2});
        QCOMPARE(decoded.name(1), std::string("good"));
        QCOMPARE(decoded.problems(), std::string("broken-record×1"));
        const Problem problem = decoded.problem(ProblemCode::BrokenRecord);
        QVERIFY(problem.detail.starts_with("a span that is no protobuf: "));
        const std::size_t place = file.find(bad.str()) - 2; // its tag and a length of one byte
        QVERIFY(bad.str().size() < 128);
        QCOMPARE(problem.position, std::optional(FilePosition{place, std::nullopt}));
    }
};

QTEST_APPLESS_MAIN(tst_OtlpProtoSpan)
#include "tst_OtlpProtoSpan.moc"
