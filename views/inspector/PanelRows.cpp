#include "inspector/PanelRows.h"

#include "heatmap/HeatmapText.h"
#include "items/FigureText.h"

#include <QCoreApplication>

#include <algorithm>

namespace hallway {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Inspector)
};

constexpr std::uint64_t fewCalls = 20;
constexpr qsizetype shownIdDigits = 4;
constexpr Duration minutesSuffice = std::chrono::minutes(10);

Percentile percentileOf(int percentile) {
    return percentile == 99 ? Percentile::P99 : percentile == 95 ? Percentile::P95 : Percentile::P50;
}

double partOf(Duration value, Duration whole) {
    return whole.count() > 0 ? static_cast<double>(value.count()) / static_cast<double>(whole.count()) : 0;
}

PanelRow latencyRow(const Distribution& latency, int percentile) {
    PanelFigure figure = percentileFigure(latency, percentile);
    if (percentile == 99 && figure.tone == Tone::Plain) figure.tone = Tone::Strong;
    const auto value = valueOf(latency, percentileOf(percentile));
    PanelRow row{QStringLiteral("p%1").arg(percentile), {figure}};
    row.bar = partOf(value.value_or(Duration()), latency.max);
    row.toolTip = figure.toolTip;
    return row;
}

} // namespace

QString countText(std::uint64_t count) { return toQString(format::countExact(count)); }

QString wordOfClass(CallClass callClass) {
    switch (callClass) {
    case CallClass::Rpc:
        return Words::tr("request");
    case CallClass::Messaging:
        return Words::tr("message");
    case CallClass::Database:
        return Words::tr("database");
    case CallClass::Function:
        return Words::tr("function");
    case CallClass::External:
        return Words::tr("external");
    case CallClass::Unpaired:
        return Words::tr("unpaired");
    }
    return {};
}

QString wordOfNodeKind(NodeKind kind) {
    switch (kind) {
    case NodeKind::Service:
        return Words::tr("service");
    case NodeKind::Database:
        return Words::tr("database");
    case NodeKind::Queue:
        return Words::tr("queue");
    case NodeKind::Function:
        return Words::tr("function");
    case NodeKind::External:
        return Words::tr("external");
    case NodeKind::User:
        return Words::tr("user");
    }
    return {};
}

QString wordOfFailure(FailureKind kind) {
    switch (kind) {
    case FailureKind::None:
        return Words::tr("unknown");
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

PanelFigure shareFigure(std::uint64_t failed, std::uint64_t calls) {
    const Health health = healthOf(failed, calls);
    const Tone tone = health == Health::Failing    ? Tone::Failing
                      : health == Health::Degraded ? Tone::Degraded
                                                   : Tone::Soft;
    return {toQString(format::share(failed, calls)), tone,
            Words::tr("%1 of %2 failed").arg(countText(failed), countText(calls))};
}

PanelFigure percentileFigure(const std::optional<Distribution>& samples, int percentile) {
    const Percentile which = percentileOf(percentile);
    return {percentileText(samples, which), isUncertain(samples, which) ? Tone::Uncertain : Tone::Plain,
            uncertaintyText(samples, which)};
}

FailureSummary failureSummary(std::uint64_t failed, std::uint64_t calls, const QString& detail) {
    return {Words::tr("%1 fail", "share of calls").arg(toQString(format::share(failed, calls))),
            Words::tr("%1 of %2").arg(countText(failed), countText(calls)), failed > 0 ? detail : QString(),
            healthOf(failed, calls), calls < fewCalls};
}

PanelSection latencySection(const std::optional<Distribution>& latency, std::uint64_t calls) {
    PanelSection section{Words::tr("Latency")};
    if (!latency) {
        section.rows.push_back(
            {calls == 1 ? Words::tr("The only call has no duration.")
                        : Words::tr("None of these %1 calls has a duration.").arg(countText(calls))});
        return section;
    }
    section.facts = latency->samples == 1 ? Words::tr("1 sample")
                                          : Words::tr("%1 samples").arg(countText(latency->samples));
    for (const int percentile : {50, 95, 99})
        section.rows.push_back(latencyRow(*latency, percentile));
    PanelRow max{Words::tr("max", "greatest latency"), {{toQString(format::duration(latency->max))}}};
    max.bar = latency->max.count() > 0 ? 1.0 : 0.0;
    section.rows.push_back(std::move(max));
    section.chart = PanelSection::Chart::Latency;
    return section;
}

PanelSection overTimeSection(const QString& title, const CallBins& bins, format::UtcOffset offset) {
    PanelSection section{title};
    if (std::none_of(bins.calls.begin(), bins.calls.end(), [](std::uint32_t count) { return count > 0; }))
        return section;
    section.facts = bins.range.to - bins.range.from < minutesSuffice
                        ? timeRangeText(bins.range, offset)
                        : toQString(format::clock(bins.range.from, false, offset) + " – " +
                                    format::clock(bins.range.to, false, offset));
    section.chart = PanelSection::Chart::OverTime;
    return section;
}

PanelSection operationsSection(const std::vector<OperationItem>& operations) {
    PanelSection section{Words::tr("Operations"), Words::tr("calls · failed · p99")};
    section.longLabels = true;
    for (const OperationItem& operation : operations) {
        PanelRow row{operation.name.isEmpty() ? Words::tr("(no name)") : operation.name,
                     {{countText(operation.calls)},
                      shareFigure(operation.failed, operation.calls),
                      percentileFigure(operation.latency, 99)}};
        row.toolTip = row.label;
        section.rows.push_back(std::move(row));
    }
    return section;
}

PanelSection codesSection(const std::optional<CallCodes>& codes) {
    PanelSection section{Words::tr("Codes")};
    if (!codes || codes->counts.empty()) return section;
    std::uint64_t told = 0;
    for (const CodeCount& code : codes->counts)
        told += code.calls;
    section.facts =
        codes->without == 0
            ? Words::tr("%1 calls").arg(countText(told))
            : Words::tr("told by %1 of %2 calls").arg(countText(told), countText(told + codes->without));
    for (const CodeCount& code : codes->counts) {
        const QString kind =
            code.kind == CodeCount::Kind::Http ? QStringLiteral("HTTP ") : QStringLiteral("gRPC ");
        PanelRow row{kind + toQString(code.code),
                     {{countText(code.calls)}, {toQString(format::share(code.calls, told)), Tone::Soft}}};
        row.bar = static_cast<double>(code.calls) / static_cast<double>(told);
        row.barFails = code.isFailure;
        section.rows.push_back(std::move(row));
    }
    return section;
}

PanelSection worstSection(const QString& title, const std::vector<CallItem>& worst, std::uint64_t total,
                          const QString& all, format::UtcOffset offset) {
    PanelSection section{title, Words::tr("Enter opens the trace")};
    for (std::size_t i = 0; i < std::min(worst.size(), worstShown); ++i) {
        const CallItem& call = worst[i];
        const QString id = call.traceId.size() > shownIdDigits
                               ? QString(call.traceId.left(shownIdDigits) + u'…')
                               : call.traceId;
        PanelRow row{toQString(format::timeOfDay(call.time, offset)),
                     {{id, Tone::Soft},
                      {call.latency ? toQString(format::duration(*call.latency)) : QStringLiteral("–")}}};
        row.mark = call.failed ? Health::Failing : Health::Ok;
        if (call.span.valid()) row.target = CallTarget{call.trace, call.span};
        row.toolTip = call.operation;
        section.rows.push_back(std::move(row));
    }
    if (total > section.rows.size()) {
        PanelRow more{all};
        more.target = AllCallsTarget{};
        more.isLink = true;
        section.rows.push_back(std::move(more));
    }
    return section;
}

} // namespace hallway
