#include "graph/GraphFigures.h"

#include "analysis/Retries.h"
#include "base/FormatText.h"
#include "common/Text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

namespace hallway {

namespace {

constexpr double noteworthyFanOut = 2;
constexpr double alarmingFanOut = 10;

constexpr std::array<std::pair<LabelMeasure, std::string_view>, 7> measureWords{
    {{LabelMeasure::Calls, "calls"},
     {LabelMeasure::Failed, "failed"},
     {LabelMeasure::P50, "p50"},
     {LabelMeasure::P95, "p95"},
     {LabelMeasure::P99, "p99"},
     {LabelMeasure::FanOut, "fan-out"},
     {LabelMeasure::CriticalPath, "critical-path"}}};

QString asText(const std::string& text) { return QString::fromStdString(text); }

Figure percentile(const std::optional<Distribution>& latency, LabelMeasure measure) {
    if (!latency || latency->samples == 0) return {QStringLiteral("–")};
    Duration value = latency->p99;
    bool certain = isCertainP99(latency->samples);
    if (measure == LabelMeasure::P50) {
        value = latency->p50;
        certain = true;
    } else if (measure == LabelMeasure::P95) {
        value = latency->p95;
        certain = isCertainP95(latency->samples);
    }
    const QString text = asText(format::duration(value));
    if (certain) return {text};
    return {QStringLiteral("~ ") + text, FigureTone::Uncertain};
}

Figure requests(std::uint64_t count) {
    return {asText(format::countShort(count)), FigureTone::Plain, FigureRole::Requests};
}

Figure failedShare(std::uint64_t failed, std::uint64_t calls) {
    const bool hurts = healthOf(failed, calls) >= Health::Degraded;
    return {asText(format::share(failed, calls)), hurts ? FigureTone::Pain : FigureTone::Plain,
            FigureRole::Failed};
}

Figure shareOfPath(const std::optional<EdgePath>& path) {
    if (!path) return {QStringLiteral("–")};
    return {asText(format::share(static_cast<std::uint64_t>(path->own.count()),
                                 static_cast<std::uint64_t>(path->whole.count()))),
            FigureTone::Strong};
}

/// Requests that make the same call again and again, else calls that are retries: what a fan-out or a latency
/// does not tell.
std::optional<Figure> suspicion(const GraphEdge& edge) {
    if (edge.repeats)
        return Figure{QStringLiteral("N+1 ×") + asText(format::countShort(edge.repeats->most)),
                      FigureTone::Strong};
    if (isRetryStorm(edge.retries, edge.calls))
        return Figure{QCoreApplication::translate("GraphFigures", "retries %1")
                          .arg(asText(format::share(edge.retries, edge.calls))),
                      FigureTone::Strong};
    return std::nullopt;
}

Figure fanOutFigure(double mean) { return {asText(format::fanOut(mean)), FigureTone::Strong}; }

/// Cards show a latency unless the reader asked for the fan-out.
Figure nodeMeasure(const GraphNode& node, LabelMeasure measure) {
    if (measure == LabelMeasure::FanOut && node.fanOut) return fanOutFigure(node.fanOut->mean);
    return percentile(node.latency, measure);
}

Figure edgeMeasure(const GraphEdge& edge, LabelMeasure measure) {
    switch (measure) {
    case LabelMeasure::Calls:
        return requests(edge.calls);
    case LabelMeasure::Failed:
        return failedShare(edge.failed, edge.calls);
    case LabelMeasure::FanOut:
        return edge.fanOut ? fanOutFigure(edge.fanOut->mean) : Figure{QStringLiteral("–")};
    case LabelMeasure::CriticalPath:
        return shareOfPath(edge.path);
    case LabelMeasure::P50:
    case LabelMeasure::P95:
    case LabelMeasure::P99:
        break;
    }
    return percentile(edge.latency, measure);
}

QString systemOf(const Node& node) {
    if (node.kind == NodeKind::External) return QCoreApplication::translate("GraphFigures", "external");
    return shownText(node.system);
}

} // namespace

std::string_view wordOf(LabelMeasure measure) {
    const auto found = std::find_if(measureWords.begin(), measureWords.end(),
                                    [measure](const auto& known) { return known.first == measure; });
    return found->second;
}

std::optional<LabelMeasure> labelMeasureOf(std::string_view word) {
    for (const auto& [measure, known] : measureWords)
        if (known == word) return measure;
    return std::nullopt;
}

Figures figuresOf(const GraphNode& node, std::uint64_t outgoing, LabelMeasure measure) {
    const std::uint64_t received = node.requests();
    if (node.node.kind == NodeKind::User || node.node.missingParent)
        return {requests(received > 0 ? received : outgoing)};
    if (node.node.noService)
        return {{QCoreApplication::translate("GraphFigures", "%1 spans")
                     .arg(asText(format::countShort(node.spans))),
                 FigureTone::Plain, FigureRole::Requests}};

    Figures figures;
    const bool own = node.entries.has_value();
    if (!own && !systemOf(node.node).isEmpty())
        figures.push_back({systemOf(node.node), FigureTone::Plain, FigureRole::System});
    figures.push_back(requests(own || received > 0 ? received : outgoing));
    if (healthOf(node) >= Health::Degraded) figures.push_back(failedShare(node.failedRequests(), received));
    if (own && received > 0) figures.push_back(nodeMeasure(node, measure));
    return figures;
}

Health healthOf(const GraphNode& node) { return healthOf(node.failedRequests(), node.requests()); }
Health healthOf(const GraphEdge& edge) { return healthOf(edge.failed, edge.calls); }

Figures shortLabelOf(const GraphEdge& edge, LabelMeasure measure) {
    if (measure == LabelMeasure::CriticalPath) {
        if (edge.path && edge.path->own == Duration::zero()) return {};
        return {edgeMeasure(edge, measure)};
    }
    if (healthOf(edge) >= Health::Degraded) return {failedShare(edge.failed, edge.calls)};
    if (const auto suspect = suspicion(edge)) return {*suspect};
    if (edge.fanOut && edge.fanOut->mean >= alarmingFanOut) return {fanOutFigure(edge.fanOut->mean)};
    return {edgeMeasure(edge, measure)};
}

Figures longLabelOf(const GraphEdge& edge, LabelMeasure measure) {
    Figures figures;
    if (measure == LabelMeasure::CriticalPath) {
        figures = shortLabelOf(edge, measure);
        if (edge.path && !figures.empty()) figures.push_back({asText(format::duration(edge.path->own))});
        return figures;
    }
    if (healthOf(edge) >= Health::Degraded || measure == LabelMeasure::Failed)
        figures.push_back(failedShare(edge.failed, edge.calls));
    figures.push_back(requests(edge.calls));
    if (measure != LabelMeasure::Calls && measure != LabelMeasure::Failed && measure != LabelMeasure::FanOut)
        figures.push_back(edgeMeasure(edge, measure));
    if (const auto suspect = suspicion(edge)) figures.push_back(*suspect);
    const bool isTold = edge.repeats && measure != LabelMeasure::FanOut;
    if (edge.fanOut && !isTold && (edge.fanOut->mean >= noteworthyFanOut || measure == LabelMeasure::FanOut))
        figures.push_back(fanOutFigure(edge.fanOut->mean));
    return figures;
}

const Typeface& fontOf(const Figure& figure, const Fonts& fonts) {
    if (figure.tone == FigureTone::Pain) return fonts.smallBold;
    if (figure.tone == FigureTone::Strong) return fonts.smallStrong;
    return fonts.small;
}

bool carriesMark(const Figures& label, Health health) {
    return health >= Health::Degraded && std::any_of(label.begin(), label.end(), [](const Figure& figure) {
               return figure.tone == FigureTone::Pain;
           });
}

double figureGap(const Fonts& fonts) { return 10 * fonts.scale; }

double widthOf(const Figures& figures, const Fonts& fonts) {
    double width = figures.empty() ? 0 : static_cast<double>(figures.size() - 1) * figureGap(fonts);
    for (const Figure& figure : figures)
        width += figuresWidth(figure.text, fontOf(figure, fonts));
    return width;
}

Figures fitting(Figures figures, double width, const Fonts& fonts) {
    while (figures.size() > 1 && widthOf(figures, fonts) > width)
        figures.erase(std::min_element(figures.begin(), figures.end(),
                                       [](const Figure& a, const Figure& b) { return a.role < b.role; }));
    return figures;
}

} // namespace hallway
