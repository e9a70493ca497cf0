#include "gui/GraphExport.h"

#include "base/File.h"
#include "graph/GraphGeometry.h"
#include "graph/GraphPicture.h"
#include "gui/PictureTexts.h"
#include "report/Dot.h"
#include "report/Json.h"
#include "report/PictureWords.h"

#include <QString>

namespace hallway {

namespace {

/// What is exported of the capture.
struct Exported {
    GraphReport report;
    VisibleGraph visible;
};

/// As in the view, weak is what has few calls in the whole capture, whatever the subset.
Exported exportedOf(const GraphExport& graph, const GraphFilter& filter) {
    return {graphReportOf(*graph.capture, {graph.subset, filter.withMissingParent}),
            visibleGraph(graph.capture->graph(), filter)};
}

Exported dataOf(const GraphExport& graph) {
    Exported exported = exportedOf(graph, graph.chosen);
    exported.visible = activeIn(exported.report.graph, exported.visible,
                                graph.chosen.focus ? graph.chosen.focus->node() : std::nullopt);
    exported.report.nodes = exported.visible.nodes;
    exported.report.edges = exported.visible.edges;
    return exported;
}

Result<GraphLayout> layoutOf(const GraphExport& graph, const Exported& exported, const CancelToken& cancel) {
    const LayoutRequest request = layoutRequestOf(exported.report.graph, exported.visible, graph.measure,
                                                  Fonts(pictureFont()), GraphPurpose::Picture);
    return layoutWithFallback(*graph.engine, request, LayoutPatience::exporting, cancel);
}

PictureText wordsOf(const GraphExport& graph, const Exported& exported) {
    const Capture& capture = *graph.capture;
    PictureText words = pictureTextOf(capture);
    words.title = QString::fromStdString(graphTitle(capture));
    words.facts = QString::fromStdString(graphFacts(
        capture, graphSelectionOf(exported.report.graph, graph.filter, exported.visible, graph.subset)));
    return words;
}

Result<Picture> pictureOf(const GraphExport& graph, const CancelToken& cancel) {
    const Exported exported = exportedOf(graph, graph.filter);
    const auto layout = layoutOf(graph, exported, cancel);
    if (!layout) return fail(layout.error());
    const auto figures = std::make_shared<const ServiceGraph>(exported.report.graph);
    const auto scene =
        std::make_shared<const GraphScene>(makeScene(figures, exported.visible, *layout, graph.measure));
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
    const auto layout = layoutOf(graph, exported, cancel);
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
