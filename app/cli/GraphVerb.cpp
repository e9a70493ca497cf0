#include "base/File.h"
#include "cli/Drawing.h"
#include "cli/Input.h"
#include "cli/NodeArgument.h"
#include "cli/Terminal.h"
#include "cli/Verbs.h"
#include "graph/GraphGeometry.h"
#include "graph/GraphPicture.h"
#include "layout/GraphvizProcess.h"
#include "report/Dot.h"
#include "report/Json.h"
#include "report/PictureWords.h"

namespace hallway::cli {

namespace {

constexpr std::string_view endings = ".png, .svg, .pdf, .dot or .json";

enum class TextForm { Dot, Json };

/// What -o or --format asks for.
struct Form {
    std::optional<PictureFormat> picture;
    std::optional<TextForm> text;
};

Form formOf(const std::string& target) {
    const QString name = QString::fromStdString(target).toLower();
    if (name.endsWith(QLatin1String(".dot")) || name.endsWith(QLatin1String(".gv")))
        return {std::nullopt, TextForm::Dot};
    if (name.endsWith(QLatin1String(".json"))) return {std::nullopt, TextForm::Json};
    return {pictureFormatOf(target), std::nullopt};
}

struct Request {
    PictureOptions picture;
    Form form;
    GraphFilter filter;
    struct {
        std::string of; ///< as typed
        std::optional<int> hops, up, down;
    } focus;
    std::string hide;
    LabelMeasure measure = LabelMeasure::P99;
    TimeRange range;
};

std::string labelOf(const GraphEdge& edge, LabelMeasure measure) {
    QString label;
    for (const Figure& figure : longLabelOf(edge, measure))
        label += (label.isEmpty() ? "" : " · ") + figure.text;
    return label.toStdString();
}

Result<GraphLayout> layOut(const GraphReport& report, const VisibleGraph& visible, LabelMeasure measure) {
    const LayoutRequest request =
        layoutRequestOf(report.graph, visible, measure, Fonts(pictureFont()), GraphPurpose::Picture);
    const GraphvizProcess engine(layoutHelperCandidates());
    auto layout = layoutWithFallback(engine, request, LayoutPatience::exporting, {});
    if (layout && layout->fallbackReason) {
        say("A plain layout is used instead of Graphviz'.");
        static_cast<void>(complain(*layout->fallbackReason));
    }
    return layout;
}

ExitCode write(const Request& request, const std::string& text) {
    if (request.picture.target.empty()) return print(text);
    const Status written = writeFile(request.picture.target, text);
    return written ? ExitCode::Fine : complain(written.error());
}

ExitCode draw(const Capture& capture, const Request& request, const GraphReport& report,
              const VisibleGraph& visible) {
    const std::string title = request.picture.title.empty() ? graphTitle(capture) : request.picture.title;
    if (request.form.text == TextForm::Dot)
        return write(request, graphDot(report, title, [&](const GraphEdge& edge) {
                         return labelOf(edge, request.measure);
                     }));

    const auto layout = layOut(report, visible, request.measure);
    if (request.form.text == TextForm::Json)
        return write(request, graphJson(capture, report, layout ? &*layout : nullptr));
    if (!layout) return complain(layout.error());
    PictureText words = request.picture.textFor(capture);
    words.title = QString::fromStdString(title);
    words.facts = QString::fromStdString(
        graphFacts(capture, graphSelectionOf(report.graph, request.filter, visible, request.range)));
    const auto graph = std::make_shared<const ServiceGraph>(report.graph);
    const auto scene =
        std::make_shared<const GraphScene>(makeScene(graph, visible, *layout, request.measure));
    return writePictureTo(request.picture, graphPicture(scene, words, request.picture.theme()),
                          *request.form.picture);
}

/// A node, or else an edge.
Result<GraphFocus> focusOf(const CallTable& calls, const Request& request) {
    GraphFocus focus;
    const int hops = request.focus.hops.value_or(1);
    focus.up = request.focus.up.value_or(hops);
    focus.down = request.focus.down.value_or(hops);
    const auto node = findNode(calls, request.focus.of);
    if (node) {
        focus.on = *node;
        return focus;
    }
    const auto edge = findEdge(calls, request.focus.of, std::nullopt);
    if (!edge)
        return fail(node.error().code == ErrorCode::NodeNotFound && edge.error().arguments.size() > 1 &&
                            request.focus.of.find(':') != std::string::npos
                        ? edge.error()
                        : node.error());
    focus.on = *edge;
    return focus;
}

std::optional<ExitCode> parse(Parser& parser, Request& request, FileArguments& files, Arguments arguments) {
    parser.addFiles(files);
    RangeOptions range(parser);
    request.picture.addTo(parser);
    std::optional<TextForm> printed;
    parser.addChoice<std::optional<TextForm>>(
        "--format", printed, {{"dot", TextForm::Dot}, {"json", TextForm::Json}}, "Without -o: what to print");
    parser.addChoice<LabelMeasure>("--label", request.measure,
                                   {{"calls", LabelMeasure::Calls},
                                    {"failed", LabelMeasure::Failed},
                                    {"p50", LabelMeasure::P50},
                                    {"p95", LabelMeasure::P95},
                                    {"p99", LabelMeasure::P99},
                                    {"fan-out", LabelMeasure::FanOut}},
                                   "What the edges show (default: p99)");
    parser.app()
        .add_option("--focus", request.focus.of,
                    "Only what is near this service or this edge (caller:callee)")
        ->type_name("NODE");
    const auto addHops = [&parser](const char* name, std::optional<int>& hops, const char* what) {
        parser.app().add_option(name, hops, what)->check(CLI::Range(0, 1'000'000))->type_name("N");
    };
    addHops("--hops", request.focus.hops, "How near: so many calls up and down (default 1)");
    addHops("--up", request.focus.up, "How many calls up, to callers");
    addHops("--down", request.focus.down, "How many calls down, to callees");
    parser.app()
        .add_option("--hide", request.hide,
                    "Hide the edges or services this is true of, e.g. 'calls < 10', 'kind = database'")
        ->type_name("EXPR");
    parser.app()
        .add_option("--min-calls", request.filter.least.calls,
                    "Hide edges with fewer calls; the picture says how many")
        ->type_name("N");
    if (const auto exit = parser.parse(std::move(arguments))) return exit;
    if (const auto error = range.check()) return parser.refuse(*error);
    request.range = range.range();
    if (!request.hide.empty()) {
        auto hide = FigureExpression::parse(request.hide);
        if (!hide) return parser.refuse(hide.error());
        request.filter.hide = std::move(*hide);
    }
    const std::string& target = request.picture.target;
    if (target.empty() && !printed)
        return parser.refuse("-o is missing: the picture to write, whose name ends in " +
                             std::string(endings));
    request.form = target.empty() ? Form{std::nullopt, printed} : formOf(target);
    if (!request.form.picture && !request.form.text)
        return parser.refuse(unknownEnding(target, std::string(endings)));
    return std::nullopt;
}

} // namespace

ExitCode runGraph(Arguments arguments) {
    Parser parser(
        "hallway graph", "FILE... -o PICTURE [OPTIONS]",
        "Draws who calls whom: as PNG, SVG or PDF, or writes it as DOT or JSON, by the ending of the name.",
        "hallway graph traces.json -o graph.png --focus checkout --label p95");
    Request request;
    FileArguments files;
    if (const auto exit = parse(parser, request, files, std::move(arguments))) return *exit;

    if (const auto error = ownInput(files.paths, request.picture.target)) return parser.refuse(*error);
    const OpenInput input = openInput(files);
    if (!input.capture) return input.exit;
    const Capture& capture = *input.capture;
    if (!request.focus.of.empty()) {
        const auto focus = focusOf(capture.calls(), request);
        if (!focus) return complain(focus.error());
        request.filter.focus = *focus;
    }
    const OffscreenGui gui;
    GraphReport report = graphReportOf(capture, {request.range, false});
    const VisibleGraph visible = visibleGraph(report.graph, request.filter);
    report.nodes = visible.nodes;
    report.edges = visible.edges;
    return worse(input.exit, draw(capture, request, report, visible));
}

} // namespace hallway::cli
