#include "items/SuspectFindings.h"

#include "analysis/RepeatedCalls.h"
#include "analysis/Retries.h"
#include "base/FormatText.h"
#include "items/FigureText.h"
#include "items/FindingTexts.h"

#include <QCoreApplication>

#include <algorithm>

namespace hallway {

namespace {

using Tone = FindingDetail::Tone;
constexpr std::size_t mostListed = 200, mostExamples = 10;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Findings)
};

QString orderText(std::uint32_t peak) {
    if (peak == 0) return Words::tr("without durations");
    if (peak == 1) return Words::tr("one after the other");
    return Words::tr("up to %1 at once").arg(FindingTexts::count(peak));
}

QString orderText(const RepeatedCalls& held) {
    if (held.peak > 1 && held.sequential > 0)
        return Words::tr("%1 of %2 requests one after the other, others up to %3 at once")
            .arg(FindingTexts::count(held.sequential), FindingTexts::count(held.requests),
                 FindingTexts::count(held.peak));
    return orderText(held.peak);
}

Finding findingOf(const RepeatedCalls& held, const Capture& capture, const FindingTexts& texts) {
    const Edge& edge = capture.calls().edges[held.edge.index()];
    Finding finding;
    finding.title = texts.step({edge.callee, held.operation});
    finding.subtitle = Words::tr("in %1 · %2").arg(texts.step({edge.caller, held.request}), orderText(held));
    finding.figures = {
        held.p50 == held.max
            ? QStringLiteral("×") + FindingTexts::count(held.max)
            : QStringLiteral("×%1–%2").arg(FindingTexts::count(held.p50), FindingTexts::count(held.max)),
        Words::tr("%1 of %2").arg(FindingTexts::count(held.requests), FindingTexts::count(held.ofRequests)),
        FindingTexts::duration(held.elapsed)};
    finding.mark = held.peak == 1 ? Health::Failing : Health::Degraded;
    finding.isSuspicion = true;
    finding.fewCases = held.requests < 20;
    finding.condition = FindingTexts::both(texts.isCall(held.edge), texts.isSpan(NodeId(), held.operation));
    finding.details.push_back({Words::tr("The edge %1").arg(texts.edge(held.edge)), {}, held.edge});
    finding.details.push_back(
        {Words::tr("Calls of these requests"), FindingTexts::count(held.calls), {}, Tone::Soft});
    finding.details.push_back(
        {Words::tr("Time of the calls added up; with calls at once counted once"),
         FindingTexts::duration(held.total) + QStringLiteral("; ") + FindingTexts::duration(held.elapsed),
         {},
         Tone::Soft});
    for (const RepeatingRequest& request : held.worst) {
        finding.places.push_back(
            texts.placeOf(request.first.valid() ? capture.calls().timedBy(request.first) : request.entry));
        if (finding.places.size() > mostExamples) continue;
        QStringList facts{orderText(request.peak)};
        if (request.failed > 0) facts << Words::tr("%1 failed").arg(FindingTexts::count(request.failed));
        if (request.retries > 0) facts << FindingTexts::retries(request.retries);
        finding.details.push_back(
            {Words::tr("Request of trace %1: %2")
                 .arg(texts.traceId(capture.spans().traceOf(request.entry)).left(8),
                      facts.join(QStringLiteral(", "))),
             QStringLiteral("×%1 · %2")
                 .arg(FindingTexts::count(request.calls), FindingTexts::duration(request.elapsed)),
             texts.placeOf(request.entry)});
    }
    return finding;
}

FindingSection repeatSection(const std::vector<RepeatedCalls>& repeats, std::uint32_t least,
                             const Capture& capture, const FindingTexts& texts) {
    FindingSection section;
    section.title = Words::tr("The same call again and again");
    section.columns = {Words::tr("Calls each"), Words::tr("Requests"), Words::tr("Time in all")};
    section.facts = Words::tr("%1 and more within a request").arg(FindingTexts::count(least));
    section.nothing =
        Words::tr("No request makes %1 or more calls of one operation.").arg(FindingTexts::count(least));
    for (std::size_t i = 0; i < std::min(repeats.size(), mostListed); ++i)
        section.findings.push_back(findingOf(repeats[i], capture, texts));
    return section;
}

Finding findingOf(const EdgeRetries& held, const Capture& capture, const FindingTexts& texts) {
    Finding finding;
    finding.title = texts.edge(held.edge);
    QStringList facts;
    if (held.hiddenFailures > 0)
        facts << Words::tr("%1 hidden by a later success").arg(FindingTexts::failures(held.hiddenFailures));
    if (held.exhausted > 0) facts << Words::tr("%1 gave up").arg(FindingTexts::count(held.exhausted));
    if (facts.isEmpty()) facts << Words::tr("no first attempt before them");
    finding.subtitle = facts.join(QStringLiteral(" · "));
    const auto attempts = held.attemptsPerCall();
    finding.figures = {FindingTexts::count(held.retries), FindingTexts::share(held.retries, held.calls),
                       attempts ? toQString(format::fanOut(*attempts)) : QStringLiteral("–")};
    finding.mark = held.isStorm() ? Health::Failing : Health::Degraded;
    finding.isSuspicion = true;
    finding.fewCases = held.retries < 20;
    finding.bar = static_cast<double>(held.retries) / static_cast<double>(held.calls);
    finding.condition = texts.isCall(held.edge);
    finding.details.push_back({Words::tr("The edge %1").arg(texts.edge(held.edge)),
                               Words::tr("%1 calls").arg(FindingTexts::count(held.calls)), held.edge});
    finding.details.push_back(
        {Words::tr("Time from first to last attempts"), FindingTexts::duration(held.delay), {}, Tone::Soft});
    for (const LogicalCall& call : held.worst) {
        const FindingPlace place = texts.placeOf(capture.calls().timedBy(call.last));
        finding.places.push_back(place);
        if (finding.places.size() > mostExamples) continue;
        finding.details.push_back(
            {(call.succeeded ? Words::tr("Trace %1: %2 attempts, the last succeeded")
                             : Words::tr("Trace %1: %2 attempts, all in vain"))
                 .arg(texts.traceId(place.trace).left(8), FindingTexts::count(call.attempts)),
             FindingTexts::duration(call.delay), place});
    }
    return finding;
}

FindingSection retrySection(const RetryReport& report, const Capture& capture, const FindingTexts& texts) {
    FindingSection section;
    section.title = Words::tr("Retries");
    section.columns = {Words::tr("Retries"), Words::tr("Of calls"), Words::tr("Attempts each")};
    section.nothing = Words::tr("No call is a retry.");
    section.facts =
        Words::tr("%1 in %2")
            .arg(FindingTexts::retries(report.retries), FindingTexts::traces(report.tracesWithRetries));
    for (std::size_t i = 0; i < std::min(report.edges.size(), mostListed); ++i)
        section.findings.push_back(findingOf(report.edges[i], capture, texts));
    return section;
}

FindingSection traceSection(const RetryReport& report, const Capture& capture, const FindingTexts& texts) {
    FindingSection section;
    section.title = Words::tr("Traces with the most retries");
    section.columns = {Words::tr("Retries")};
    section.nothing = Words::tr("No trace holds a retry.");
    const SpanTable& spans = capture.spans();
    for (const RetryTrace& trace : report.traces) {
        const SpanRow root(spans.traces.firstSpan(trace.trace.index()));
        Finding finding;
        finding.title = texts.step({spans.node[root.index()], spans.name[root.index()]});
        finding.subtitle = texts.traceId(trace.trace);
        finding.figures = {FindingTexts::count(trace.retries)};
        finding.places = {texts.placeOf(capture.calls().timedBy(trace.first))};
        section.findings.push_back(std::move(finding));
    }
    return section;
}

} // namespace

Findings suspectFindingsOf(const Capture& capture, const Subset& subset, std::uint32_t least) {
    const FindingTexts texts(capture);
    const Requests requests(capture.spans(), capture.calls());
    const auto repeats =
        repeatedCallsOf(requests, capture.spans(), capture.calls(), capture.strings(), subset, least);
    const RetryReport retries = retriesOf(capture.spans(), capture.calls(), subset);
    return {repeatSection(repeats, least, capture, texts), retrySection(retries, capture, texts),
            traceSection(retries, capture, texts)};
}

} // namespace hallway
