#include <QTest> // before the standard library: moc 6.4 cannot read <compare> first

#include "FilterSample.h"
#include "SessionFolder.h"
#include "session/FilterRun.h"

using namespace hallway;
using namespace hallway::test;

namespace {

struct Row {
    const char* filter;
    const char* spans; ///< ids of FilterSample.h
};

constexpr const char* all = "1 2 3 4 5 6 7 8 9 10 11 12 13";

// Worked out by hand.
// clang-format off
const Row rows[] = {
    {"{ }", all},
    {"{ true }", all},
    {"{ false }", ""},
    {"true", all},
    // what a span is
    {"name = \"charge\"", "3 8"},
    {"{ span:name = \"charge\" }", "3 8"},
    {"name != \"charge\"", "1 2 4 5 6 7 9 10 11 12 13"},
    {"name =~ \"GET .*\"", "1 6"},
    {"name =~ \"GET\"", ""},
    {"name =~ \"(?i)get /CHECKOUT\"", "1 6"},
    {"name !~ \".*(check|pay).*\"", "3 4 5 8 9 10 11 12 13"},
    {"name < \"SELECT\"", "1 2 6 7"},
    {"name >= \"stuck\"", "11 13"},
    {"`charge` = name", "3 8"},
    {"kind = server", "1 3 6 8 12"},
    {"span:kind = client", "2 4 7"},
    {"kind = producer || kind = consumer", "10 11"},
    {"kind != internal && kind != server", "2 4 7 10 11"},
    {"kind = unspecified", ""},
    {"kind = nil", ""},
    {"status = error", "3"},
    {"span:status = ok", "8"},
    {"status = unset && kind = server", "1 6 12"},
    {"status != error && name = \"charge\"", "8"},
    {"statusMessage = \"card declined\"", "3"},
    {"span:statusMessage =~ \"card.*\"", "3"},
    {"statusMessage != nil", "3"},
    {"statusMessage = nil && kind = server", "1 6 8 12"},
    {"statusMessage = \"\"", ""},
    {"duration > 400ms", "1 2 3 9 11"},
    {"span:duration >= 1s", "1 9 11"},
    {"duration > 1s", "9"},
    {"duration = 50ms", "7"},
    {"duration = 0.05s", "7"},
    {"duration < 50000us", "8 10"},
    {"duration <= 50ms", "7 8 10"},
    {"duration > 0", "1 2 3 4 5 6 7 8 9 10 11 12"},
    {"duration = nil", "13"},
    {"duration != nil && kind = internal", "5 9"},
    {"100ms < duration && duration < 500ms", "3 5"},
    {"!(duration > 50ms)", "7 8 10 13"},
    {"span:id = \"0000000000000003\"", "3"},
    {"span:id = \"3\"", "3"},
    {"span:id = \"D\"", "13"},
    {"span:id =~ \".*[abc]\"", "10 11 12"},
    {"span:parentID = \"0000000000000001\"", "2 5"},
    {"span:parentID = \"ff\"", "12"},
    {"span:parentID = nil", "1 6 9"},
    {"childCount = 0", "4 5 8 11 12 13"},
    {"span:childCount > 1", "1 9"},
    {"childCount >= 0.5 && childCount < 2", "2 3 6 7 10"},
    // figures
    {"self > 300ms", "3 9 11"},
    {"self = 250ms", "1 5"},
    {"self = nil", "13"},
    {"self <= 10ms", "7 10"},
    {"criticalPath >= 250ms", "1 3 5 9"},
    {"criticalPath = 0", "11"},
    {"criticalPath = 40ms", "2 8"},
    {"criticalPath = nil", "13"},
    {"share = 1", "1 6 9"},
    {"share >= 50%", "1 2 6 7 9"},
    {"share < 0.05 || share = 0.4", "8 10 12"},
    {"share < 2.5%", "10"},
    {"share = nil", "13"},
    {"failed", "2 3 11"},
    {"failed = true && kind = client", "2"},
    {"!failed && kind = server", "1 6 8 12"},
    {"failed = false && status != unset", "8"},
    {"isRoot", "1 6 9"},
    {"!isRoot && isEntry", "3 8 11 12"},
    {"isEntry", "1 3 6 8 9 11 12"},
    // the trace
    {"trace:id = \"2\"", "6 7 8"},
    {"trace:id = \"00000000000000000000000000000002\" && isRoot", "6"},
    {"trace:id =~ \".*[13]\" && isRoot", "1 9"},
    {"traceDuration > 1s", "9 10 11 12 13"},
    {"trace:duration = 1s && isRoot", "1"},
    {"traceDuration < 200ms", "6 7 8"},
    {"rootName = \"nightly\" && kind = internal", "9 13"},
    {"trace:rootName =~ \"GET.*\" && status != unset", "3 8"},
    {"rootServiceName = \"web\" && kind = client", "2 4 7"},
    {"trace:rootService != \"web\"", "9 10 11 12 13"},
    {"rootService = \"batch\" && failed", "11"},
    {"traceShape =~ \"[0-9a-f]{16}\"", all},
    {"trace:shape = \"0\" || traceShape = nil", ""},
    // attributes
    {"resource.service.name = \"payments\"", "3 4 8"},
    {"resource.service.name != \"web\"", "3 4 8 9 10 11 12 13"},
    {"resource.service.name =~ \"w.*\" && kind = server", "1 6 12"},
    {"resource.deployment.environment = \"production\"", "1 2 5 6 7"},
    {"resource.deployment.environment != \"production\"", ""},
    {"resource.deployment.environment = nil && kind = server", "3 8 12"},
    {"resource.zone != nil", "1 2 5 6 7 9 10 13"},
    {"span.zone = \"own\"", "3"},
    {".zone = \"own\"", "3"},
    {".zone = \"a\"", "1 2 5 6 7"},
    {".zone = nil", "4 8 11 12"},
    {".zone != \"a\"", "3 9 10 13"},
    {".language = \"go\" && isRoot", "1 6"},
    {"span.http.status_code = 200", "1 6 7"},
    {"span.http.status_code = 200.0", "1 6 7"},
    {"span.http.status_code = \"200\"", "12"},
    {"span.http.status_code != 200", "2"},
    {"span.http.status_code >= 500", "2"},
    {"span.http.status_code >= \"1\"", "12"},
    {"500 <= span.http.status_code", "2"},
    {"span.http.status_code != nil", "1 2 6 7 12"},
    {"span.http.status_code = nil && kind = client", "4"},
    {"span.http.status_code =~ \"2..\"", "12"},
    {"span.http.status_code !~ \"2..\"", ""},
    {"span.ratio = 0.5", "1"},
    {"span.ratio > 49%", "1"},
    {"span.ratio < 1", "1"},
    {"span.retry = 1ns", "2"},
    {"span.user.vip", "1"},
    {"span.user.vip = false", "6"},
    {"span.user.vip != true", "6"},
    {"!span.user.vip && isRoot", "6 9"},
    {"span.user.vip = \"true\"", ""},
    {"span.\"a b\" = \"quoted\"", "5"},
    {"span.tags = \"x\"", "5"},
    {"span.tags != \"z\"", "5"},
    {"span.tags != \"y\"", ""},
    {"span.tags =~ \"[yz]\"", "5"},
    {"span.tags !~ \"[ab]\"", "5"},
    {"span.no.such = nil", all},
    {"span.no.such != nil || name = \"send\"", "10"},
    {"instrumentation.language = \"go\"", "1 2 5 6 7"},
    {"instrumentation:name = \"http-lib\" && kind = client", "2 7"},
    {"instrumentation:version = \"1.2\" && kind = internal", "5"},
    {"instrumentation:name = nil && kind = client", "4"},
    {"event:name = \"exception\"", "3"},
    {"event:name = nil && kind = server", "1 6 8 12"},
    {"event:timeSinceStart = 50ms", "3"},
    {"event:timeSinceStart > 50ms", ""},
    {"event.exception.type = \"CardError\"", "3"},
    {"event.exception.message =~ \".*cline.*\"", "3"},
    {"event.exception.type != nil", "3"},
    {"link:spanID = \"3\"", "8"},
    {"link:traceID = \"1\"", "8"},
    {"link:traceID != nil", "8"},
    {"link.reason = \"retry\"", "8"},
    {"link.reason = nil && name = \"charge\"", "3"},
    // calls
    {"edge.callee = \"payments\"", "2 3 7 8"},
    {"edge.caller = \"payments\"", "4"},
    {"edge.caller = \"web\" && edge.callee = \"payments\" && kind = server", "3 8"},
    {"edge.caller = \"web\" && edge.callee = \"db1\"", ""},
    {"edge.caller != \"web\"", "1 4 6 10 11 12"},
    {"edge.class = \"messaging\"", "10 11"},
    {"edge.class = database", "4"},
    {"edge.class =~ \"mess.*|data.*\"", "4 10 11"},
    {"edge.failed", "2 3 10 11"},
    {"edge.failed = false && edge.callee = \"payments\"", "7 8"},
    {"edge.failed && edge.class = \"rpc\"", "2 3"},
    {"(edge.callee = \"payments\" || edge.callee = \"worker\") && edge.failed", "2 3 10 11"},
    {"edge.callee = nil", "5 9 13"},
    {"edge.callee != nil && kind = producer", "10"},
    // && || ! within braces
    {"(name = \"charge\" || name = \"send\") && !failed", "8 10"},
    {"name = \"charge\" && failed || name = \"send\"", "3 10"},
    {"!(name = \"charge\") && !(kind = client || kind = internal)", "1 6 10 11 12"},
    {"!!failed", "2 3 11"},
    // sets of spans of a trace
    {"{ name = \"charge\" } && { status = error }", "3"},
    {"{ kind = client } && { status = ok }", "7 8"},
    {"{ status = ok } || { name = \"send\" }", "8 10"},
    {"{ status = ok } && { status = error }", ""},
    {"!{ failed }", "6 7 8"},
    {"!{ failed } && { kind = client }", "6 7 8"},
    {"!({ kind = client } && { status = error })", "6 7 8 9 10 11 12 13"},
    {"{ name = \"POST pay\" } > { status = error }", "3"},
    {"{ name = \"POST pay\" } > { }", "3 8"},
    {"{ isRoot } > { }", "2 5 7 10 13"},
    {"{ isRoot } >> { kind = server }", "3 8"},
    {"{ isRoot } >> { }", "2 3 4 5 7 8 10 11 13"},
    {"{ status = error } < { }", "2"},
    {"{ status = error } << { }", "1 2"},
    {"{ name = \"SELECT\" } << { kind = server }", "1 3"},
    {"{ name = \"render\" } ~ { }", "2"},
    {"{ } ~ { }", "2 5 10 13"},
    {"{ isRoot } ~ { isRoot }", ""},
    {"{ isRoot } &> { kind = client }", "1 2 6 7"},
    {"{ isRoot } &>> { status != unset }", "1 3 6 8"},
    {"{ status = error } &< { }", "2 3"},
    {"{ status = error } &<< { isRoot }", "1 3"},
    {"{ name = \"render\" } &~ { kind = client }", "2 5"},
    {"{ } !< { }", "4 5 8 11 12 13"},
    {"{ } !> { }", "1 6 9 12"},
    {"{ isRoot } !>> { kind = server }", "1 6 12"},
    {"{ status = error } !<< { kind = server }", "3 6 8 12"},
    {"{ } !~ { kind = internal }", "9"},
    {"{ isRoot } > { } > { }", "3 8 11"},
    {"{ isRoot } > ({ } > { status = error })", ""},
    {"{ isRoot } && { kind = client } > { status = ok }", "6 8"},
    // pipelines
    {"{ } | count() > 4", "1 2 3 4 5 9 10 11 12 13"},
    {"count() = 3", "6 7 8"},
    {"{ kind = client } | count() >= 2", "2 4"},
    {"{ kind = client } | count() < 5", "2 4 7"},
    {"{ status = error } | count() = 0", ""},
    {"kind = client | count() = 1", "7"},
    {"{ resource.service.name = \"web\" } | avg(duration) > 500ms", "1 2 5"},
    {"{ } | max(duration) = 100ms", "6 7 8"},
    {"{ } | min(duration) < 20ms && { failed }", nullptr},
    {"{ } | min(duration) < 20ms", "9 10 11 12 13"},
    {"{ kind = client } | sum(duration) = 600ms", "2 4"},
    {"{ } | sum(span.http.status_code) = 703", "1 2 3 4 5"},
    {"{ } | avg(span.http.status_code) = 200", "6 7 8"},
    {"{ } | max(.ratio) <= 50%", "1 2 3 4 5"},
    {"max(childCount) = 1", "6 7 8"},
    {"{ } | max(share) = 1 | { failed }", "2 3 11"},
    {"{ kind = server } | count() > 1 | { status = ok }", "8"},
    {"({ kind = client } | count() > 1) && { failed }", "2 3 4"},
    {"{ failed } | { kind = client }", "2"},
    {"{ kind = server } | { } > { }", ""},
    {"{ kind != internal } | { } > { }", "2 3 4 7 8 11"},
    {"{ } | sum(self) > 4s", "9 10 11 12 13"},
    {"{ } | max(criticalPath) < 100ms", "6 7 8"},
    {"{ } | max(traceDuration) > 3s && { }", nullptr},
};
// clang-format on

} // namespace

class TestFilterRun : public QObject {
    Q_OBJECT

    const SessionFolder m_folder;
    std::shared_ptr<const Capture> m_capture;

    QString idsOf(const SpanSet& set) const {
        std::vector<std::uint64_t> ids;
        set.forEach([&](SpanRow row) { ids.push_back(m_capture->spans().id[row.index()]); });
        std::sort(ids.begin(), ids.end());
        QStringList texts;
        for (const std::uint64_t id : ids)
            texts << QString::number(id);
        return texts.join(' ');
    }
    std::uint64_t spansOf(const char* filter, FilterMode mode) const {
        const auto match = matchOf(*Filter::parse(filter), *m_capture);
        return chosenBy(*match, mode, *m_capture).spans.count();
    }
    QString callsOf(const char* filter, FilterMode mode) const {
        const auto match = matchOf(*Filter::parse(filter), *m_capture);
        QStringList texts;
        const CallTable& calls = m_capture->calls();
        chosenBy(*match, mode, *m_capture).calls.forEach([&](CallRow call) {
            const Edge& edge = calls.edges[calls.edgeOf(call).index()];
            texts << QString::fromStdString(calls.nodes[edge.caller.index()].label + ">" +
                                            calls.nodes[edge.callee.index()].label);
        });
        return texts.join(' ');
    }

private slots:
    void initTestCase() {
        const auto outcome = m_folder.open({m_folder.write("sample.jsonl", filterSample())});
        QVERIFY(outcome.has_value());
        m_capture = outcome->capture;
        QCOMPARE(m_capture->spans().size(), std::size_t{13});
    }

    void namesTheSpans_data() {
        QTest::addColumn<QString>("spans");
        for (const Row& row : rows)
            if (row.spans) QTest::newRow(row.filter) << row.spans;
    }
    void namesTheSpans() {
        QFETCH(QString, spans);
        const auto filter = Filter::parse(QTest::currentDataTag());
        QVERIFY(filter.has_value());
        const auto match = matchOf(*filter, *m_capture);
        QVERIFY(match.has_value());
        QCOMPARE(idsOf(match->spans), spans);
        const auto again = Filter::parse(filter->text());
        QVERIFY(again.has_value());
        QVERIFY(*again == *filter);
    }

    void joinsPipelinesInParenthesesOnly() {
        for (const Row& row : rows)
            if (!row.spans) QVERIFY2(!Filter::parse(row.filter).has_value(), row.filter);
    }

    void countsWholeTracesOrMatchingSpansAlone() {
        QCOMPARE(spansOf("status = error", FilterMode::WholeTraces), std::uint64_t{5});
        QCOMPARE(spansOf("status = error", FilterMode::MatchingSpans), std::uint64_t{1});
        QCOMPARE(callsOf("status = error", FilterMode::WholeTraces),
                 QStringLiteral("payments>db1 user>web web>payments"));
        QCOMPARE(callsOf("status = error", FilterMode::MatchingSpans), QStringLiteral("web>payments"));
    }

    void endsWhenCancelled() {
        CancelSource cancel;
        cancel.cancel();
        for (const char* const text : {"self > 1s", "span.a = 1", "{ } >> { }", "rootName = \"x\"",
                                       "traceShape = \"x\"", "avg(self) > 1s"}) {
            const auto match = matchOf(*Filter::parse(text), *m_capture, cancel.token());
            QVERIFY(!match.has_value());
            QCOMPARE(match.error().code, ErrorCode::Cancelled);
        }
        QVERIFY(matchOf(*Filter::parse("self > 1s"), *m_capture).has_value());
    }
};

QTEST_APPLESS_MAIN(TestFilterRun)
#include "tst_FilterRun.moc"
