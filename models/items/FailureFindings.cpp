#include "items/FailureFindings.h"

#include "analysis/FailureOrigins.h"
#include "items/FigureText.h"
#include "items/FindingTexts.h"
#include "session/Exceptions.h"

#include <QCoreApplication>

#include <algorithm>

namespace hallway {

namespace {

using Tone = FindingDetail::Tone;
constexpr std::size_t mostListed = 200, mostPathsListed = 50, mostDetails = 40, mostTraceLines = 60;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Findings)
};

QString shown(std::string_view text) { return toQString(format::printable(text)); }

QString wordOfKind(FailureKind kind) {
    switch (kind) {
    case FailureKind::None:
        break;
    case FailureKind::Http4xx:
        return Words::tr("status 4xx");
    case FailureKind::Http5xx:
        return Words::tr("status 5xx");
    case FailureKind::Timeout:
        return Words::tr("timeout");
    case FailureKind::Cancelled:
        return Words::tr("cancelled");
    case FailureKind::Transport:
        return Words::tr("transport");
    case FailureKind::Other:
        return Words::tr("other");
    }
    return {};
}

/// "24 timeout, 3 status 5xx"
QString wordsOfKinds(const FailureOrigin& origin) {
    std::vector<std::pair<std::uint64_t, std::size_t>> counts;
    for (std::size_t kind = 1; kind < origin.byKind.size(); ++kind)
        if (origin.byKind[kind] > 0) counts.emplace_back(origin.byKind[kind], kind);
    std::stable_sort(counts.begin(), counts.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    QStringList kinds;
    for (const auto& [count, kind] : counts)
        kinds << FindingTexts::count(count) + u' ' + wordOfKind(static_cast<FailureKind>(kind));
    return kinds.join(QStringLiteral(", "));
}

std::vector<FindingPlace> placesOf(const std::vector<FailureExample>& examples, const FindingTexts& texts) {
    std::vector<FindingPlace> places;
    for (const FailureExample& example : examples)
        places.push_back(texts.placeOf(example.span));
    return places;
}

Finding findingOf(const FailureOrigin& origin, const FailureReport& report, const Capture& capture,
                  const FindingTexts& texts) {
    Finding finding;
    const QString operation = texts.operation(origin.operation);
    const QString name = texts.label(origin.node) + (operation.isEmpty() ? QString() : u' ' + operation);
    finding.title = name;
    QStringList facts;
    if (origin.edge)
        facts
            << Words::tr("called by %1").arg(texts.label(capture.calls().edges[origin.edge->index()].caller));
    else
        facts << Words::tr("called by nobody");
    if (const QString kinds = wordsOfKinds(origin); !kinds.isEmpty()) facts << kinds;
    finding.subtitle = facts.join(QStringLiteral(" · "));
    finding.figures = {FindingTexts::count(origin.failures), FindingTexts::count(origin.traces),
                       FindingTexts::share(origin.reachedTop, origin.failures)};
    finding.mark = origin.reachedTop > 0 ? Health::Failing : Health::Degraded;
    finding.fewCases = origin.failures < 20;
    finding.bar = static_cast<double>(origin.failures) / static_cast<double>(report.failures);
    finding.places = placesOf(origin.examples, texts);
    finding.condition = origin.edge
                            ? FindingTexts::both(FindingTexts::both(texts.isCall(*origin.edge),
                                                                    QStringLiteral("edge.failed = true")),
                                                 texts.isSpan(NodeId(), origin.operation))
                            : FindingTexts::both(texts.isSpan(origin.node, origin.operation),
                                                 QStringLiteral("failed = true"));

    if (origin.swallowed > 0)
        finding.details.push_back(
            {Words::tr("Swallowed: the request that made the call did not fail"),
             Words::tr("%1 of %2")
                 .arg(FindingTexts::count(origin.swallowed), FindingTexts::count(origin.failures)),
             {},
             Tone::Soft});
    for (std::size_t i = 0; i < std::min(origin.chain.size(), mostDetails); ++i) {
        const ChainStep& step = origin.chain[i];
        const bool isOwn = origin.edge && step.edge == *origin.edge;
        finding.details.push_back(
            {(isOwn ? Words::tr("Starts on %1") : Words::tr("Passed on by %1")).arg(texts.edge(step.edge)),
             FindingTexts::count(step.calls), step.edge});
    }
    return finding;
}

FindingSection originSection(const FailureReport& report, const Capture& capture, const FindingTexts& texts) {
    FindingSection section;
    section.title = Words::tr("Where failures start");
    section.columns = {Words::tr("Failures"), Words::tr("Traces"), Words::tr("Reach the top")};
    section.nothing = Words::tr("No call and no request failed.");
    section.facts =
        Words::tr("%1 in %2")
            .arg(FindingTexts::failures(report.failures), FindingTexts::traces(report.failingTraces));
    for (std::size_t i = 0; i < std::min(report.origins.size(), mostListed); ++i)
        section.findings.push_back(findingOf(report.origins[i], report, capture, texts));
    return section;
}

void addStackTrace(std::vector<FindingDetail>& details, const std::string& stackTrace) {
    std::string_view rest = stackTrace;
    for (std::size_t line = 0; !rest.empty() && line < mostTraceLines; ++line) {
        const std::size_t end = rest.find('\n');
        std::string_view text = rest.substr(0, end);
        int depth = 0;
        while (!text.empty() && (text.front() == ' ' || text.front() == '\t' || text.front() == '\r')) {
            text.remove_prefix(1);
            depth = 1;
        }
        if (!text.empty() && text.back() == '\r') text.remove_suffix(1);
        if (!text.empty()) details.push_back({shown(text.substr(0, 500)), {}, {}, Tone::Code, depth});
        if (end == std::string_view::npos) return;
        rest.remove_prefix(end + 1);
    }
    if (!rest.empty())
        details.push_back({Words::tr("(the rest of the stack trace is not shown)"), {}, {}, Tone::Soft});
}

Finding findingOf(const ExceptionGroup& group, const ExceptionReport& report, format::UtcOffset offset,
                  const FindingTexts& texts) {
    Finding finding;
    const QString type = group.type.empty() ? Words::tr("(no type)") : shown(group.type);
    const QString message = group.isRest          ? Words::tr("(further messages)")
                            : group.shape.empty() ? Words::tr("(no message)")
                                                  : shown(group.shape);
    finding.title = type + QStringLiteral(": ") + message;
    QString services = texts.label(group.services.front().first);
    if (group.services.size() > 1)
        services = Words::tr("%1 and %2 more").arg(services, FindingTexts::count(group.services.size() - 1));
    const QString first = toQString(format::clock(group.first, true, offset)),
                  last = toQString(format::clock(group.last, true, offset));
    finding.subtitle =
        services + QStringLiteral(" · ") + (first == last ? first : first + QStringLiteral(" – ") + last);
    finding.figures = {
        FindingTexts::count(group.count), {}, FindingTexts::share(group.inFailed, group.count)};
    if (group.inFailed > 0) finding.mark = Health::Degraded;
    finding.fewCases = group.count < 20;
    finding.bar = static_cast<double>(group.count) / static_cast<double>(report.exceptions);
    for (const SpanRow span : group.examples)
        finding.places.push_back(texts.placeOf(span));
    finding.condition = group.type.empty()
                            ? QStringLiteral("event:name = \"exception\"")
                            : QStringLiteral("event.exception.type = ") + FindingTexts::quoted(group.type);
    if (!group.message.empty() && group.message != group.shape)
        finding.details.push_back({Words::tr("For example: %1").arg(shown(group.message.substr(0, 500)))});
    for (std::size_t i = 0; group.services.size() > 1 && i < std::min(group.services.size(), mostDetails);
         ++i)
        finding.details.push_back({texts.label(group.services[i].first),
                                   FindingTexts::count(group.services[i].second), group.services[i].first});
    addStackTrace(finding.details, group.stackTrace);
    return finding;
}

FindingSection exceptionSection(const ExceptionReport& report, format::UtcOffset offset,
                                const FindingTexts& texts) {
    FindingSection section;
    section.title = Words::tr("Exceptions");
    section.columns = {Words::tr("Count"), {}, Words::tr("In failed spans")};
    section.nothing = Words::tr("No span recorded an exception.");
    section.facts = report.groups.size() == 1
                        ? Words::tr("1 kind")
                        : Words::tr("%1 kinds").arg(FindingTexts::count(report.groups.size()));
    for (std::size_t i = 0; i < std::min(report.groups.size(), mostListed); ++i)
        section.findings.push_back(findingOf(report.groups[i], report, offset, texts));
    return section;
}

Finding findingOf(const FailingPath& held, const FailureReport& report, const FindingTexts& texts) {
    Finding finding;
    const std::vector<PathStep>& steps = held.path.steps;
    finding.title = texts.step(steps.back());
    QStringList services;
    for (std::size_t i = 0; i + 1 < steps.size(); ++i) {
        if (held.path.omitted > 0 && i == held.path.omittedAfter) services << QStringLiteral("…");
        services << texts.label(steps[i].node);
    }
    finding.subtitle = services.isEmpty() ? Words::tr("at the root")
                                          : services.join(QStringLiteral(" → ")) + QStringLiteral(" →");
    finding.figures = {FindingTexts::count(held.failures),
                       FindingTexts::share(held.traces, report.failingTraces),
                       held.slowest ? FindingTexts::duration(*held.slowest) : QStringLiteral("–")};
    finding.bar = static_cast<double>(held.traces) / static_cast<double>(report.failingTraces);
    finding.places = placesOf(held.examples, texts);
    finding.condition = texts.isSpan(steps.back().node, steps.back().operation);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (held.path.omitted > 0 && i == held.path.omittedAfter)
            finding.details.push_back(
                {Words::tr("… %1 more steps").arg(FindingTexts::count(held.path.omitted)),
                 {},
                 {},
                 Tone::Soft,
                 static_cast<int>(i)});
        finding.details.push_back(
            {texts.step(steps[i]), {}, steps[i].node, Tone::Plain, static_cast<int>(i)});
    }
    return finding;
}

FindingSection pathSection(const FailureReport& report, const FindingTexts& texts) {
    FindingSection section;
    section.title = Words::tr("Call paths that fail");
    section.columns = {Words::tr("Failures"), Words::tr("Of failing traces"), Words::tr("Slowest trace")};
    section.nothing = Words::tr("No call path ends in a failure.");
    section.facts = report.pathCount > mostPathsListed ? Words::tr("%1 of %2 paths")
                                                             .arg(FindingTexts::count(mostPathsListed),
                                                                  FindingTexts::count(report.pathCount))
                                                       : FindingTexts::paths(report.pathCount);
    for (std::size_t i = 0; i < std::min(report.paths.size(), mostPathsListed); ++i)
        section.findings.push_back(findingOf(report.paths[i], report, texts));
    return section;
}

Finding findingOf(const ServiceFailures& held, const FindingTexts& texts) {
    Finding finding;
    finding.title = texts.label(held.node);
    finding.subtitle =
        Words::tr("spans: %1 start here, %2 passed on, %3 swallowed")
            .arg(FindingTexts::count(held.spans.startsHere), FindingTexts::count(held.spans.passedOn),
                 FindingTexts::count(held.spans.swallowed));
    finding.figures = {FindingTexts::count(held.requests.startsHere),
                       FindingTexts::count(held.requests.passedOn),
                       FindingTexts::count(held.requests.swallowed)};
    for (const SpanRow request : {held.startsHere, held.passedOn, held.swallowed})
        if (request.valid()) finding.places.push_back(texts.placeOf(request));
    finding.condition = FindingTexts::both(texts.isSpan(held.node, {}), QStringLiteral("failed = true"));
    finding.details = {{Words::tr("The service %1").arg(finding.title), {}, held.node}};
    return finding;
}

FindingSection serviceSection(const FailureReport& report, const FindingTexts& texts) {
    FindingSection section;
    section.title = Words::tr("Services");
    section.columns = {Words::tr("Start here"), Words::tr("Passed on"), Words::tr("Swallowed")};
    section.facts = Words::tr("requests that failed, or did not though a call of theirs did");
    section.nothing = Words::tr("No service failed.");
    for (std::size_t i = 0; i < std::min(report.services.size(), mostListed); ++i)
        section.findings.push_back(findingOf(report.services[i], texts));
    return section;
}

} // namespace

Result<Findings> failureFindingsOf(const Capture& capture, const Subset& subset, format::UtcOffset offset,
                                   const CancelToken& cancel) {
    const FindingTexts texts(capture);
    const FailureReport report = failuresOf(capture.spans(), capture.calls(), capture.strings(), subset);
    if (cancel.cancelled()) return fail(ErrorCode::Cancelled);
    const auto exceptions = exceptionsOf(capture, subset, cancel);
    if (!exceptions) return fail(exceptions.error());
    return Findings{originSection(report, capture, texts), exceptionSection(*exceptions, offset, texts),
                    pathSection(report, texts), serviceSection(report, texts)};
}

} // namespace hallway
