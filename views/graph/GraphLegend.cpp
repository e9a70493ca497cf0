#include "graph/GraphLegend.h"

#include "base/FormatText.h"
#include "common/Icons.h"
#include "common/Marks.h"
#include "graph/EdgePainter.h"

#include <QCoreApplication>
#include <QPainter>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace hallway {

namespace {

constexpr double lineLength = 30, shortLine = 22; // px

struct Words {
    Q_DECLARE_TR_FUNCTIONS(GraphLegend)
};

LegendEntry text(QString words) { return {std::move(words), false, 0, {}}; }
LegendEntry heading(QString words) { return {std::move(words), true, 0, {}}; }

LegendEntry icon(NodeKind kind, QString words, const Theme& theme, double unit) {
    return {std::move(words), false, 14 * unit, [kind, theme, unit](QPainter& painter, QPointF at) {
                drawIcon(painter, iconOf(kind), at - QPointF(0, 7 * unit), theme.text2, 14 * unit);
            }};
}

LegendEntry mark(Health health, QString words, const Theme& theme, const QColor& ground, double unit) {
    return {std::move(words), false, 12 * unit, [health, theme, ground, unit](QPainter& painter, QPointF at) {
                drawMark(painter, at + QPointF(6 * unit, 0), health, 5.5 * unit, theme, ground);
            }};
}

struct Line {
    double width = 2;
    Health health = Health::Ok;
    bool hollow = false, dashed = false;
    double length = shortLine;
};

LegendEntry line(const Line& shown, QString words, const Theme& theme) {
    return {std::move(words), false, shown.length, [shown, theme](QPainter& painter, QPointF at) {
                EdgePainter(theme).paintSample(painter, at, shown.length, shown.width, shown.health,
                                               shown.hollow, shown.dashed);
            }};
}

QString labelOrder(LabelMeasure measure) {
    const QString word =
        QString::fromUtf8(wordOf(measure).data(), static_cast<qsizetype>(wordOf(measure).size()));
    if (measure == LabelMeasure::CriticalPath)
        return Words::tr("label: share of the critical path · time on it");
    if (measure == LabelMeasure::Calls || measure == LabelMeasure::Failed || measure == LabelMeasure::FanOut)
        return Words::tr("label: failed · calls · ×calls per request");
    return Words::tr("label: failed · calls · %1 · ×calls per request").arg(word);
}

/// "10k", without the digits that say nothing of a round number.
QString roundCount(std::uint64_t calls) {
    QString text = QString::fromStdString(format::countShort(calls));
    return text.remove(QRegularExpression(QStringLiteral("\\.0+")));
}

/// Round numbers of calls up to the most in view, with their real line widths.
void addWidths(LegendRow& row, const GraphScene& scene, const Theme& theme) {
    std::uint64_t most = 10;
    while (most * 10 <= scene.mostCalls)
        most *= 10;
    for (const std::uint64_t calls : {most / 100, most / 10, most}) {
        if (calls == 0) continue;
        row.push_back(
            line({edgeWidth(calls, scene.mostCalls, Health::Ok), Health::Ok, false, false, lineLength},
                 calls == 1 ? Words::tr("1 call") : Words::tr("%1 calls").arg(roundCount(calls)), theme));
    }
}

/// Shares of the critical path up to the greatest in view, with their real line widths.
void addPathWidths(LegendRow& row, const GraphScene& scene, const Theme& theme) {
    const Duration whole = scene.graph->edges.front().path->whole;
    const auto width = [&scene](Duration time) {
        return edgeWidth(static_cast<std::uint64_t>(time.count()),
                         static_cast<std::uint64_t>(scene.mostOnPath.count()), Health::Ok);
    };
    for (const int percent : {1, 10, 50}) {
        const Duration time = whole / 100 * percent;
        if (time > scene.mostOnPath) break;
        row.push_back(line({width(time), Health::Ok, false, false, lineLength},
                           Words::tr("%1 % of the critical path").arg(percent), theme));
    }
}

} // namespace

LegendRow graphStripLegend(const Theme& theme, const Fonts& fonts, LabelMeasure measure) {
    const double unit = fonts.scale;
    const bool byPath = measure == LabelMeasure::CriticalPath;
    return {line({1.25}, byPath ? Words::tr("little of the critical path") : Words::tr("few calls"), theme),
            line({5}, byPath ? Words::tr("much") : Words::tr("many"), theme),
            mark(Health::Degraded, Words::tr("1–5 % fail"), theme, theme.canvas, unit),
            mark(Health::Failing, Words::tr("more"), theme, theme.canvas, unit),
            line({3, Health::Failing}, Words::tr("starts here"), theme),
            line({4, Health::Failing, true}, Words::tr("passed on"), theme),
            line({2, Health::Ok, false, true}, Words::tr("message"), theme)};
}

std::vector<LegendRow> graphPictureLegend(const GraphScene& scene, std::size_t labelled, const Theme& theme,
                                          const Fonts& fonts) {
    const double unit = fonts.scale;
    LegendRow first{heading(Words::tr("Nodes")),
                    icon(NodeKind::Service, Words::tr("service"), theme, unit),
                    icon(NodeKind::Database, Words::tr("database"), theme, unit),
                    icon(NodeKind::Queue, Words::tr("queue"), theme, unit),
                    icon(NodeKind::Function, Words::tr("function"), theme, unit),
                    icon(NodeKind::External, Words::tr("external"), theme, unit),
                    icon(NodeKind::User, Words::tr("user"), theme, unit),
                    text(Words::tr("requests · failed · latency")),
                    heading(Words::tr("Edges"))};
    if (scene.measure == LabelMeasure::CriticalPath && scene.mostOnPath > Duration::zero())
        addPathWidths(first, scene, theme);
    else if (scene.measure != LabelMeasure::CriticalPath && scene.mostCalls > 0)
        addWidths(first, scene, theme);
    first.push_back(line({2, Health::Ok, false, true, lineLength}, Words::tr("message"), theme));
    first.push_back(text(labelOrder(scene.measure)));

    const QString counts = Words::tr("%1 of %2 edges labelled, worst first; %3")
                               .arg(labelled)
                               .arg(scene.edges.size())
                               .arg(hiddenEdgesText(scene.visible));
    LegendRow second{
        heading(Words::tr("Health")),
        line({3, Health::Ok, false, false, 16}, Words::tr("under 1 % fail"), theme),
        mark(Health::Degraded, Words::tr("1 – 5 %"), theme, theme.canvas, unit),
        mark(Health::Failing, Words::tr("5 % and more"), theme, theme.canvas, unit),
        line({4, Health::Failing, false, false, lineLength}, Words::tr("failures start here"), theme),
        line({4, Health::Failing, true, false, lineLength}, Words::tr("failures passed on from a callee"),
             theme)};
    const bool repeats = std::any_of(scene.edges.begin(), scene.edges.end(), [&scene](const SceneEdge& edge) {
        return scene.figuresOf(edge).repeats.has_value();
    });
    if (repeats) second.push_back(text(Words::tr("N+1 ×n: n calls of one operation in one request")));
    second.push_back(text(counts));
    return {std::move(first), std::move(second)};
}

QString hiddenEdgesText(const VisibleGraph& visible) {
    const std::size_t edges = visible.weak.edges + visible.byExpression.edges;
    const std::size_t failing = visible.weak.failing + visible.byExpression.failing;
    if (edges == 0) return Words::tr("none hidden");
    const QString hidden = edges == 1 ? Words::tr("1 edge hidden") : Words::tr("%1 edges hidden").arg(edges);
    if (failing == 0) return hidden;
    return Words::tr("%1, %2 of them failing").arg(hidden).arg(failing);
}

} // namespace hallway
