#include "base/File.h"
#include "base/FormatText.h"
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
#include "session/GraphSubject.h"

#include <algorithm>

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
    std::string hide, trace;
    GraphControls controls; ///< what is arranged; ends are told in ids by `filter`
    bool collapsed = false; ///< every box
    LabelMeasure measure = LabelMeasure::P99;
};

/// What is drawn of a capture.
struct Drawn {
    GraphSubject subject;
    GraphReport report;
    VisibleGraph visible;
    GraphStage stage;
    Subset subset;
};

std::string labelOf(const GraphEdge& edge, LabelMeasure measure) {
    QString label;
    for (const Figure& figure : longLabelOf(edge, measure))
        label += (label.isEmpty() ? "" : " · ") + figure.text;
    return label.toStdString();
}

Result<GraphLayout> layOut(const Drawn& drawn, LabelMeasure measure) {
    const LayoutRequest request = layoutRequestOf(drawn.report.graph, drawn.visible, measure,
                                                  Fonts(pictureFont()), GraphPurpose::Picture, drawn.stage);
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

ExitCode draw(const Capture& capture, const Request& request, const Drawn& drawn) {
    const std::string title = request.picture.title.empty() ? graphTitle(capture) : request.picture.title;
    if (request.form.text == TextForm::Dot)
        return write(request, graphDot(drawn.report, title, [&](const GraphEdge& edge) {
                         return labelOf(edge, request.measure);
                     }));

    const auto layout = layOut(drawn, request.measure);
    if (request.form.text == TextForm::Json)
        return write(request, graphJson(capture, drawn.report, layout ? &*layout : nullptr, drawn.subset));
    if (!layout) return complain(layout.error());
    PictureText words = request.picture.textFor(capture);
    words.title = QString::fromStdString(title);
    std::string arrangement = arrangementText(request.controls);
    if (!request.trace.empty()) arrangement += (arrangement.empty() ? "" : ", ") + std::string("one trace");
    words.facts = QString::fromStdString(
        graphFacts(capture, graphSelectionOf(drawn.report.graph, request.filter, drawn.visible, drawn.subset,
                                             std::move(arrangement))));
    const auto graph = std::make_shared<const ServiceGraph>(drawn.report.graph);
    const auto scene = std::make_shared<const GraphScene>(
        makeScene(graph, drawn.visible, *layout, request.measure, drawn.stage));
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
    if (!edge) {
        const bool namesEnds = edge.error().code == ErrorCode::EdgeNotFound;
        return fail(namesEnds ? edge.error() : node.error());
    }
    focus.on = *edge;
    return focus;
}

/// The services whose operations are wanted, by label.
Status findServices(const CallTable& calls, GraphControls& controls) {
    for (std::string& typed : controls.operationsOf) {
        const auto node = findNode(calls, typed);
        if (!node) return fail(node.error());
        const Node& service = calls.nodes[node->index()];
        if (service.kind != NodeKind::Service)
            return fail(ErrorCode::BadArgument, {"--operations", typed, "a service with spans of its own"});
        typed = service.label;
    }
    std::sort(controls.operationsOf.begin(), controls.operationsOf.end());
    return {};
}

Result<Drawn> drawnOf(const std::shared_ptr<const Capture>& capture, Request& request, Subset subset) {
    if (!request.trace.empty()) {
        const auto trace = capture->findTrace(request.trace);
        if (!trace) return fail(ErrorCode::TraceNotFound, {request.trace});
        const TimeRange range = subset.range;
        subset = subsetOfTrace(*capture, *trace);
        subset.range = range;
    }
    if (const Status found = findServices(capture->calls(), request.controls); !found)
        return fail(found.error());
    auto subject = graphSubjectOf(capture, request.controls, nullptr, {});
    if (!subject) return fail(subject.error());
    if (subject->groups && subject->groups->names.empty())
        say("No service has the attribute \"" + format::printable(request.controls.groupBy) + "\".");
    if (request.collapsed && subject->groups) {
        request.controls.collapsed = subject->groups->names;
        subject = graphSubjectOf(capture, request.controls, &*subject, {});
        if (!subject) return fail(subject.error());
    }
    Drawn drawn{std::move(*subject), {}, {}, {}, subset};
    if (!request.focus.of.empty()) {
        const auto focus =
            focusOf(drawn.subject.projection ? drawn.subject.projection->calls : capture->calls(), request);
        if (!focus) return fail(focus.error());
        request.filter.focus = *focus;
    }
    drawn.report.graph = figuresOf(drawn.subject, *capture, subset);
    addRepeats(drawn.report.graph, drawn.subject, *capture, subset);
    if (request.measure == LabelMeasure::CriticalPath)
        addCriticalPath(drawn.report.graph, drawn.subject, *capture, subset);
    drawn.visible = visibleGraph(drawn.report.graph, request.filter);
    drawn.report.nodes = drawn.visible.nodes;
    drawn.report.edges = drawn.visible.edges;
    drawn.stage.direction = request.controls.direction;
    drawn.stage.projection = drawn.subject.projection;
    drawn.stage.boxes = drawn.subject.boxes;
    if (drawn.stage.projection)
        drawn.stage.recorded =
            std::make_shared<const ServiceGraph>(deriveGraph(capture->spans(), capture->calls(), subset));
    return drawn;
}

void addArrangement(Parser& parser, Request& request) {
    parser.app()
        .add_option("--group-by", request.controls.groupBy,
                    "Boxes around the services with one value of this resource attribute")
        ->type_name("KEY");
    parser.app().add_flag("--collapse", request.collapsed, "One card for each box of --group-by");
    parser.app()
        .add_option("--operations", request.controls.operationsOf,
                    "Take this service apart into its operations (several times)")
        ->type_name("SERVICE")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    parser.addChoice<bool>("--queues", request.controls.queuesAsNodes, {{"edges", false}, {"nodes", true}},
                           "Messages from service to service (default: edges), or through their queues");
    parser.addChoice<LayoutDirection>(
        "--direction", request.controls.direction,
        {{"LR", LayoutDirection::LeftToRight}, {"TB", LayoutDirection::TopDown}},
        "Callers left of their callees (default: LR) or above them");
    parser.app().add_option("--trace", request.trace, "Only what happened in this trace")->type_name("ID");
}

std::optional<ExitCode> parse(Parser& parser, Request& request, FileArguments& files,
                              const RangeOptions& range, Arguments arguments) {
    parser.addFiles(files);
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
                                    {"fan-out", LabelMeasure::FanOut},
                                    {"critical-path", LabelMeasure::CriticalPath}},
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
    addArrangement(parser, request);
    bool byPath = false;
    parser.addChoice<bool>("--width", byPath, {{"calls", false}, {"critical-path", true}},
                           "What makes edges wide: calls (default), or their time on the critical path, "
                           "which the labels then say");
    if (const auto exit = parser.parse(std::move(arguments))) return exit;
    if (byPath) request.measure = LabelMeasure::CriticalPath;
    if (const auto error = range.check()) return parser.refuse(*error);
    request.controls.groupBy = attributeNameOf(request.controls.groupBy).key;
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
    const RangeOptions range(parser);
    if (const auto exit = parse(parser, request, files, range, std::move(arguments))) return *exit;

    if (const auto error = ownInput(files.paths, request.picture.target)) return parser.refuse(*error);
    const OpenInput input = openInput(files);
    if (!input.capture) return input.exit;
    const auto subset = range.subset(*input.capture);
    if (!subset) return complain(subset.error());
    const auto drawn = drawnOf(input.capture, request, *subset);
    if (!drawn) return complain(drawn.error());
    const OffscreenGui gui;
    return worse(input.exit, draw(*input.capture, request, *drawn));
}

} // namespace hallway::cli
