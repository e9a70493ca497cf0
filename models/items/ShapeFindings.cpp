#include "items/ShapeFindings.h"

#include "analysis/ShapeOverview.h"
#include "base/FormatText.h"
#include "base/Hash.h"
#include "items/FigureText.h"
#include "items/FindingTexts.h"

#include <QCoreApplication>

#include <algorithm>

namespace hallway {

namespace {

using Tone = FindingDetail::Tone;
constexpr ShapeLimits listed{100, 50};
constexpr std::size_t mostLines = 300;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Findings)
};

Tone toneOf(PathChange change) {
    switch (change) {
    case PathChange::Added:
        return Tone::Added;
    case PathChange::Missing:
        return Tone::Missing;
    case PathChange::Same:
        break;
    }
    return Tone::Plain;
}

/// The topmost path that only this shape has, else the topmost one it lacks: what tells it apart.
const PathLine* firstOf(PathChange change, const ShapeDifference& difference) {
    const auto found = std::find_if(difference.lines.begin(), difference.lines.end(),
                                    [change](const PathLine& line) { return line.change == change; });
    return found == difference.lines.end() ? nullptr : &*found;
}

/// "+ pay charge and 3 more"
QString changeText(const ShapeDifference& difference, PathChange change, std::uint64_t count,
                   const FindingTexts& texts) {
    const PathLine* const line = firstOf(change, difference);
    if (count == 0 || !line) return {};
    const QString sign = change == PathChange::Added ? QStringLiteral("+ ") : QStringLiteral("− ");
    const QString name = sign + texts.step(line->step);
    return count == 1 ? name : Words::tr("%1 and %2 more").arg(name, FindingTexts::count(count - 1));
}

/// The paths as an icicle. Beside the main shape, what both have is pale.
std::vector<FindingCell> sketchOf(const ShapeDifference& difference, bool isMain, const CallTable& calls) {
    constexpr std::size_t mostCells = 200;
    constexpr std::uint32_t deepest = 7;
    const std::size_t count = std::min(difference.lines.size(), mostCells);
    std::vector<double> leaves(count, 0), below; // below: leaves seen under the path at each depth
    for (std::size_t i = count; i-- > 0;) {
        const std::uint32_t depth = difference.lines[i].depth;
        if (below.size() < depth + 2) below.resize(depth + 2, 0);
        leaves[i] = std::max(1.0, below[depth + 1]);
        below[depth + 1] = 0;
        below[depth] += leaves[i];
    }
    const double all = below.empty() ? 1 : std::max(1.0, below[0]);
    std::vector<double> next; // where the next path of each depth begins
    std::vector<FindingCell> cells;
    for (std::size_t i = 0; i < count; ++i) {
        const PathLine& line = difference.lines[i];
        if (next.size() < line.depth + 2) next.resize(line.depth + 2, 0);
        const double from = next[line.depth];
        next[line.depth] = from + leaves[i];
        next[line.depth + 1] = from;
        if (line.depth > deepest) continue;
        const Node& node = calls.nodes[line.step.node.index()];
        const bool isService = node.kind == NodeKind::Service;
        cells.push_back({static_cast<int>(line.depth), from / all, (from + leaves[i]) / all,
                         isService ? node.nameSpace : std::string(), isService ? node.name : std::string(),
                         line.change == PathChange::Missing           ? FindingCell::Tone::Missing
                         : isMain || line.change == PathChange::Added ? FindingCell::Tone::Plain
                                                                      : FindingCell::Tone::Pale});
    }
    return cells;
}

QString percentileOf(const std::optional<Distribution>& durations, Percentile percentile) {
    return percentileText(durations, percentile);
}

Finding findingOf(const TraceShape& shape, const ShapeDifference& difference, const ShapeGroup& group,
                  bool isMain, const Capture& capture, const FindingTexts& texts) {
    Finding finding;
    QStringList changes{changeText(difference, PathChange::Added, difference.added, texts),
                        changeText(difference, PathChange::Missing, difference.missing, texts)};
    changes.removeAll(QString());
    finding.title = isMain ? Words::tr("Most frequent shape") : changes.join(QStringLiteral("   "));
    QStringList facts{FindingTexts::paths(shape.paths)};
    if (shape.failed > 0)
        facts << Words::tr("%1 failed").arg(FindingTexts::share(shape.failed, shape.traces));
    finding.subtitle = facts.join(QStringLiteral(" · "));
    finding.figures = {FindingTexts::count(shape.traces), FindingTexts::share(shape.traces, group.traces),
                       percentileOf(shape.duration, Percentile::P50),
                       percentileOf(shape.duration, Percentile::P99)};
    const Health health = healthOf(shape.failed, shape.traces);
    if (health >= Health::Degraded) finding.mark = health;
    finding.fewCases = shape.traces < 20;
    finding.sketch = sketchOf(difference, isMain, capture.calls());
    finding.bar = static_cast<double>(shape.traces) / static_cast<double>(group.traces);
    const SpanTable& spans = capture.spans();
    const auto placeIn = [&](TraceRow trace) {
        return FindingPlace{trace, SpanRow(spans.traces.firstSpan(trace.index()))};
    };
    finding.places = {placeIn(shape.slowest)};
    if (shape.median != shape.slowest) finding.places.push_back(placeIn(shape.median));
    finding.condition = QStringLiteral("traceShape = \"%1\"").arg(toQString(hexOf(shape.hash)));

    const auto example = [&](const QString& text, TraceRow trace, const std::optional<Duration>& duration) {
        finding.details.push_back(
            {text, duration ? FindingTexts::duration(*duration) : QStringLiteral("–"), placeIn(trace)});
    };
    example(Words::tr("Slowest: trace %1").arg(texts.traceId(shape.slowest).left(8)), shape.slowest,
            shape.duration ? std::optional(shape.duration->max) : std::nullopt);
    example(Words::tr("Median: trace %1").arg(texts.traceId(shape.median).left(8)), shape.median,
            shape.duration ? std::optional(shape.duration->p50) : std::nullopt);
    for (std::size_t i = 0; i < std::min(difference.lines.size(), mostLines); ++i) {
        const PathLine& line = difference.lines[i];
        finding.details.push_back(
            {texts.step(line.step), {}, line.step.node, toneOf(line.change), static_cast<int>(line.depth)});
    }
    const std::uint64_t all = difference.paths + difference.missing;
    if (all > mostLines)
        finding.details.push_back(
            {Words::tr("… %1 more paths").arg(FindingTexts::count(all - mostLines)), {}, {}, Tone::Soft});
    return finding;
}

} // namespace

Findings shapeFindingsOf(const Capture& capture, const Subset& subset) {
    const FindingTexts texts(capture);
    const ShapeOverview overview =
        shapeOverviewOf(capture.spans(), capture.calls(), capture.strings(), subset, listed);
    Findings sections;
    for (std::size_t index = 0; index < overview.differences.size(); ++index) {
        const ShapeGroup& group = overview.report.groups[index];
        FindingSection section;
        section.title = texts.step(group.root);
        section.columns = {Words::tr("Traces"), Words::tr("Share"), Words::tr("p50"), Words::tr("p99")};
        section.facts =
            group.shapes.size() == 1
                ? Words::tr("1 shape of %1").arg(FindingTexts::traces(group.traces))
                : Words::tr("%1 shapes of %2")
                      .arg(FindingTexts::count(group.shapes.size()), FindingTexts::traces(group.traces));
        for (std::size_t i = 0; i < overview.differences[index].size(); ++i)
            section.findings.push_back(
                findingOf(group.shapes[i], overview.differences[index][i], group, i == 0, capture, texts));
        sections.push_back(std::move(section));
    }
    return sections;
}

} // namespace hallway
