#include "gui/GraphExport.h"

#include "base/File.h"
#include "graph/GraphGeometry.h"
#include "graph/GraphPicture.h"
#include "gui/PictureTexts.h"
#include "layout/MovedNodes.h"
#include "report/Dot.h"
#include "report/Json.h"
#include "report/PictureWords.h"

#include <QString>

#include <utility>

namespace hallway {

namespace {

/// What is exported of the capture.
struct Exported {
    GraphReport report;
    VisibleGraph visible;
};

/// As in the view, weak is what has few calls in the whole capture, whatever the subset.
Exported exportedOf(const GraphExport& graph, const GraphFilter& filter) {
    Exported exported{{figuresOf(*graph.subject, *graph.capture, graph.subset), {}, {}},
                      visibleGraph(*graph.base, filter)};
    addRepeats(exported.report.graph, *graph.subject, *graph.capture, graph.subset);
    if (graph.measure == LabelMeasure::CriticalPath)
        addCriticalPath(exported.report.graph, *graph.subject, *graph.capture, graph.subset);
    return exported;
}

Exported dataOf(const GraphExport& graph) {
    Exported exported = exportedOf(graph, graph.chosen);
    exported.visible = activeIn(exported.report.graph, exported.visible,
                                graph.chosen.focus ? graph.chosen.focus->node() : std::nullopt);
    exported.report.nodes = exported.visible.nodes;
    exported.report.edges = exported.visible.edges;
    return exported;
}

GraphStage stageOf(const GraphExport& graph) {
    GraphStage stage;
    stage.direction = graph.controls.direction;
    stage.projection = graph.subject->projection;
    stage.boxes = graph.subject->boxes;
    if (stage.projection)
        stage.recorded = std::make_shared<const ServiceGraph>(
            deriveGraph(graph.capture->spans(), graph.capture->calls(), graph.subset));
    return stage;
}

/// Where cards were placed by hand the picture is laid out as the window is: they would not fit anything
/// else.
Result<GraphLayout> layoutOf(const GraphExport& graph, const Exported& exported, const GraphStage& stage,
                             const CancelToken& cancel) {
    const GraphControls::Places& places = graph.controls.places();
    std::vector<MovedNode> moved;
    for (std::uint32_t i = 0; i < exported.visible.nodes.size(); ++i)
        if (const auto place = places.find(exported.report.label(exported.visible.nodes[i]));
            place != places.end())
            moved.push_back({i, place->second});
    const LayoutRequest request =
        layoutRequestOf(exported.report.graph, exported.visible, graph.measure, Fonts(pictureFont()),
                        moved.empty() ? GraphPurpose::Picture : GraphPurpose::Screen, stage);
    auto layout = layoutWithFallback(*graph.engine, request, LayoutPatience::exporting, cancel);
    if (!layout) return layout;
    return withMovedNodes(std::move(*layout), request, moved).layout;
}

PictureText wordsOf(const GraphExport& graph, const Exported& exported) {
    const Capture& capture = *graph.capture;
    PictureText words = pictureTextOf(capture);
    words.title = QString::fromStdString(graphTitle(capture));
    std::string arrangement = arrangementText(graph.controls);
    if (graph.oneTrace) arrangement += (arrangement.empty() ? "" : ", ") + std::string("one trace");
    words.facts = QString::fromStdString(
        graphFacts(capture, graphSelectionOf(exported.report.graph, graph.filter, exported.visible,
                                             graph.subset, std::move(arrangement))));
    return words;
}

Result<Picture> pictureOf(const GraphExport& graph, const CancelToken& cancel) {
    const Exported exported = exportedOf(graph, graph.filter);
    const GraphStage stage = stageOf(graph);
    const auto layout = layoutOf(graph, exported, stage, cancel);
    if (!layout) return fail(layout.error());
    const auto figures = std::make_shared<const ServiceGraph>(exported.report.graph);
    const auto scene = std::make_shared<const GraphScene>(
        makeScene(figures, exported.visible, *layout, graph.measure, stage));
    return graphPicture(scene, wordsOf(graph, exported), graph.theme);
}

std::string labelOf(const GraphEdge& edge, LabelMeasure measure) {
    QStringList parts;
    for (const Figure& figure : longLabelOf(edge, measure))
        parts << figure.text;
    return parts.join(QStringLiteral(" · ")).toStdString();
}

std::string dotOf(const GraphExport& graph) {
    const Exported exported = dataOf(graph);
    return graphDot(exported.report, graphTitle(*graph.capture),
                    [&graph](const GraphEdge& edge) { return labelOf(edge, graph.measure); });
}

std::string jsonOf(const GraphExport& graph, const CancelToken& cancel) {
    const Exported exported = dataOf(graph);
    const auto layout = layoutOf(graph, exported, stageOf(graph), cancel);
    return graphJson(*graph.capture, exported.report, layout ? &*layout : nullptr);
}

} // namespace

Status writeGraph(const GraphExport& graph, const std::string& path, const CancelToken& cancel) {
    const QString name = QString::fromStdString(path).toLower();
    if (name.endsWith(QLatin1String(".dot")) || name.endsWith(QLatin1String(".gv")))
        return writeFile(path, dotOf(graph));
    if (name.endsWith(QLatin1String(".json"))) return writeFile(path, jsonOf(graph, cancel));
    const auto format = pictureFormatOf(path);
    if (!format)
        return fail(ErrorCode::BadArgument, {path, name.toStdString(), ".png, .svg, .pdf, .dot or .json"});
    const auto picture = pictureOf(graph, cancel);
    return picture ? writePicture(*picture, path, *format, graph.scale) : fail(picture.error());
}

Result<QImage> paintGraph(const GraphExport& graph, const CancelToken& cancel) {
    const auto picture = pictureOf(graph, cancel);
    if (!picture) return fail(picture.error());
    return paintImage(*picture, graph.scale);
}

} // namespace hallway
