#include "inspector/PanelContent.h"
#include "inspector/PanelRows.h"
#include "items/FigureText.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace hallway {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Inspector)
};

using KindCount = std::pair<FailureKind, std::uint64_t>;

/// Most failures first.
std::vector<KindCount> failureKinds(const GraphEdge& edge) {
    std::vector<KindCount> kinds;
    for (std::size_t i = 1; i < edge.failuresByKind.size(); ++i) // 0: those that did not fail
        if (edge.failuresByKind[i] > 0)
            kinds.emplace_back(static_cast<FailureKind>(i), edge.failuresByKind[i]);
    std::stable_sort(kinds.begin(), kinds.end(),
                     [](const KindCount& a, const KindCount& b) { return a.second > b.second; });
    return kinds;
}

QString originText(const GraphEdge& edge) {
    if (edge.failedHere == edge.failed)
        return edge.failed == 1 ? Words::tr("starts here") : Words::tr("all start here");
    if (edge.failedHere == 0)
        return edge.failed == 1 ? Words::tr("passed on from a callee")
                                : Words::tr("all passed on from a callee");
    return Words::tr("%1 start here, %2 passed on")
        .arg(countText(edge.failedHere), countText(edge.failed - edge.failedHere));
}

QString failureDetail(const GraphEdge& edge) {
    constexpr std::size_t mostKinds = 3;
    QStringList kinds;
    for (const auto& [kind, count] : failureKinds(edge))
        if (kinds.size() < static_cast<qsizetype>(mostKinds))
            kinds << countText(count) + u' ' + wordOfFailure(kind);
    return kinds.isEmpty() ? originText(edge)
                           : Words::tr("%1: %2").arg(originText(edge), kinds.join(QStringLiteral(", ")));
}

QString sidesText(const GraphEdge& edge) {
    if (edge.client && edge.server) return Words::tr("both sides");
    if (edge.client) return Words::tr("client side only");
    if (edge.server) return Words::tr("server side only");
    return {};
}

QString classLine(const EdgeInspection& held) {
    const GraphEdge& edge = held.edge;
    QStringList words{wordOfClass(edge.callClass)};
    if (!held.system.isEmpty() && held.system != held.callee) words << held.system;
    words << sidesText(edge);
    if (edge.serverSpanMissing > 0 && edge.serverSpanMissing == edge.calls)
        words << Words::tr("no server span");
    else if (edge.serverSpanMissing > 0)
        words << Words::tr("%1 without server span").arg(countText(edge.serverSpanMissing));
    words.removeAll(QString());
    return words.join(QStringLiteral(" · "));
}

/// Client, server, network and delivery time, where there is more than the latency itself tells.
PanelSection sidesSection(const GraphEdge& edge) {
    PanelSection section{Words::tr("Where the time goes"), Words::tr("p50 · p99")};
    const auto add = [&](const QString& label, const std::optional<Distribution>& times) {
        if (!times) return;
        PanelRow row{label, {percentileFigure(times, 50), percentileFigure(times, 99)}};
        row.toolTip = times->samples == 1 ? Words::tr("1 sample")
                                          : Words::tr("%1 samples").arg(countText(times->samples));
        section.rows.push_back(std::move(row));
    };
    if ((edge.client && edge.server) || edge.network || edge.delivery) {
        add(Words::tr("Client"), edge.client);
        add(Words::tr("Server"), edge.server);
        add(Words::tr("Network"), edge.network);
        add(Words::tr("Delivery"), edge.delivery);
    }
    return section;
}

PanelSection fanOutSection(const EdgeInspection& held) {
    PanelSection section{Words::tr("Calls per request")};
    const GraphEdge& edge = held.edge;
    if (edge.fanOut && edge.fanOut->entries > 0) {
        const EdgeFanOut& fanOut = *edge.fanOut;
        section.facts = fanOut.entries == 1
                            ? Words::tr("1 entry of %1").arg(held.caller)
                            : Words::tr("%1 entries of %2").arg(countText(fanOut.entries), held.caller);
        const auto mean = [](double value) { return QString::number(value, 'f', value < 100 ? 2 : 0); };
        section.rows.push_back(
            {Words::tr("Fan-out"),
             {{Words::tr("%1 mean · %2 max").arg(mean(fanOut.mean), countText(fanOut.max))}}});
        const auto calling =
            static_cast<std::uint64_t>(fanOut.share * static_cast<double>(fanOut.entries) + 0.5);
        section.rows.push_back(
            {Words::tr("Entries that call"), {{toQString(format::share(calling, fanOut.entries))}}});
        if (fanOut.meanWhenCalled && fanOut.share < 1)
            section.rows.push_back({Words::tr("Fan-out among these"),
                                    {{Words::tr("%1 mean").arg(mean(*fanOut.meanWhenCalled))}}});
    }
    if (edge.fanOut || edge.retries > 0)
        section.rows.push_back({Words::tr("Retries"), {{countText(edge.retries)}}});
    if (edge.extraAttempts > 0)
        section.rows.push_back({Words::tr("Extra attempts"), {{countText(edge.extraAttempts)}}});
    return section;
}

/// How many requests made how many calls, as bars.
PanelSection fanOutBarsSection(const EdgeInspection& held) {
    PanelSection section{Words::tr("Requests by calls made"), {}};
    if (!held.fanOut || held.fanOut->max < 2) return section;
    const FanOutBins& bins = *held.fanOut;
    // The bars end at the largest.
    section.facts = Words::tr("p50 %1 · p95 %2").arg(countText(bins.p50), countText(bins.p95));
    for (const FanOutBin& bin : bins.bins) {
        const QString calls = bin.low == bin.high
                                  ? countText(bin.low)
                                  : Words::tr("%1 – %2").arg(countText(bin.low), countText(bin.high));
        PanelRow row{calls, {{countText(bin.requests)}}};
        row.bar = static_cast<double>(bin.requests) / static_cast<double>(bins.requests);
        row.toolTip = toQString(format::share(bin.requests, bins.requests));
        section.rows.push_back(std::move(row));
    }
    return section;
}

/// Where the failures start, each with a jump to an example.
PanelSection originsSection(const EdgeInspection& held) {
    PanelSection section{Words::tr("Where failures start"), Words::tr("to an example")};
    const auto add = [&](const QString& label, const FailureOriginItem::Part& part, const QString& toolTip) {
        if (part.calls == 0) return;
        PanelRow row{label, {{countText(part.calls)}}};
        if (part.span.valid()) row.target = CallTarget{part.trace, part.span};
        row.bar = static_cast<double>(part.calls) / static_cast<double>(held.edge.failed);
        row.barFails = true;
        row.toolTip = toolTip;
        section.rows.push_back(std::move(row));
    };
    add(Words::tr("Start here"), held.origins.startsHere,
        Words::tr("No failed call of the callee explains them."));
    add(Words::tr("Passed on"), held.origins.passedOn, Words::tr("A call of the callee failed with them."));
    add(Words::tr("Swallowed"), held.origins.swallowed,
        Words::tr("The request of %1 that made the call did not fail.").arg(held.caller));
    return section;
}

PanelSection kindsSection(const GraphEdge& edge) {
    PanelSection section{Words::tr("Failures by kind")};
    for (const auto& [kind, count] : failureKinds(edge)) {
        PanelRow row{wordOfFailure(kind), {{countText(count)}}};
        row.bar = static_cast<double>(count) / static_cast<double>(edge.failed);
        row.barFails = true;
        section.rows.push_back(std::move(row));
    }
    return section;
}

PanelSection passedOnSection(const std::vector<PassedOn>& passedOn) {
    PanelSection section{Words::tr("Passed on by"), Words::tr("share of callers' failures")};
    for (const PassedOn& upstream : passedOn) {
        PanelRow row{upstream.caller + QStringLiteral(" → ") + upstream.callee,
                     {{Words::tr("%1 of %2").arg(countText(upstream.passed), countText(upstream.failed))}}};
        row.target = upstream.edge;
        section.rows.push_back(std::move(row));
    }
    return section;
}

} // namespace

PanelContent panelOf(const EdgeInspection& held, format::UtcOffset offset) {
    const GraphEdge& edge = held.edge;
    PanelContent content;
    content.subject = {held.caller + QStringLiteral(" →"), held.callee, classLine(held), edge.caller,
                       edge.callee};
    if (edge.calls == 0) {
        content.hint = Words::tr("The time range and the filter leave no call on this edge.");
        return content;
    }
    content.failures = failureSummary(edge.failed, edge.calls, failureDetail(edge));
    content.sections = {latencySection(edge.latency, edge.calls),
                        sidesSection(edge),
                        overTimeSection(Words::tr("Calls over time"), held.overTime, offset),
                        fanOutSection(held),
                        fanOutBarsSection(held),
                        originsSection(held),
                        kindsSection(edge),
                        codesSection(held.codes),
                        passedOnSection(held.passedOn),
                        operationsSection(held.operations),
                        worstSection(Words::tr("Worst calls"), held.worst, edge.calls,
                                     Words::tr("All %1 calls").arg(countText(edge.calls)), offset)};
    std::erase_if(content.sections, [](const PanelSection& section) {
        return section.rows.empty() && section.chart == PanelSection::Chart::None;
    });
    return content;
}

} // namespace hallway
