#include "cli/Drawing.h"
#include "cli/Input.h"
#include "cli/NodeArgument.h"
#include "cli/Terminal.h"
#include "cli/Verbs.h"
#include "heatmap/HeatmapPicture.h"

namespace hallway::cli {

namespace {

constexpr std::uint32_t cellsPerDecade = 18; ///< pictures are taller than 400 px

struct Request {
    PictureOptions picture;
    std::string edge;
    std::optional<CallClass> callClass;
    TimeRange range;
};

std::optional<ExitCode> parse(Parser& parser, Request& request, std::vector<std::string>& files, Arguments arguments) {
    parser.addFiles(files);
    RangeOptions range(parser);
    request.picture.addTo(parser);
    parser.app().get_option("-o")->required();
    parser.app().add_option("--edge", request.edge, "Caller and callee, parted by a colon")->required()->type_name("A:B");
    std::vector<std::pair<std::string, std::optional<CallClass>>> classes;
    for (const CallClass callClass : {CallClass::Rpc, CallClass::Messaging, CallClass::Database, CallClass::Function,
                                      CallClass::External, CallClass::Unpaired})
        classes.emplace_back(wordOf(callClass), callClass);
    parser.addChoice<std::optional<CallClass>>("--class", request.callClass, std::move(classes),
                                               "Where the two have edges of several classes");
    if (const auto exit = parser.parse(std::move(arguments))) return exit;
    if (const auto error = range.check()) return parser.refuse(*error);
    request.range = range.range();
    if (!pictureFormatOf(request.picture.target))
        return parser.refuse(unknownEnding(request.picture.target, ".png, .svg or .pdf"));
    return std::nullopt;
}

} // namespace

ExitCode runHeatmap(Arguments arguments) {
    Parser parser("hallway heatmap", "FILE... --edge A:B -o PICTURE [OPTIONS]",
                  "Draws the latency of the calls of one edge over time, as PNG, SVG or PDF, by the ending of the name.",
                  "hallway heatmap traces.json --edge checkout:payments -o heat.png");
    Request request;
    std::vector<std::string> files;
    if (const auto exit = parse(parser, request, files, std::move(arguments))) return *exit;

    const OpenInput input = openInput(files);
    if (!input.capture) return input.exit;
    const Capture& capture = *input.capture;
    const auto edge = findEdge(capture.calls(), request.edge, request.callClass);
    if (!edge) return complain(edge.error());

    const OffscreenGui gui;
    HeatmapOptions options;
    options.cellsPerDecade = cellsPerDecade;
    const auto heatmap = std::make_shared<const Heatmap>(
        heatmapOf(samplesOf(*edge, capture.calls(), capture.spans(), request.range), request.range, options));
    const Edge& ends = capture.calls().edges[edge->index()];
    const QString subject = QString::fromStdString(capture.calls().nodes[ends.caller.index()].label + " → " +
                                                   capture.calls().nodes[ends.callee.index()].label);
    HeatmapPictureOptions look;
    look.theme = request.picture.theme();
    const Picture picture = heatmapPicture(heatmap, subject, request.picture.textFor(capture), look);
    return worse(input.exit, writePictureTo(request.picture, picture, *pictureFormatOf(request.picture.target)));
}

} // namespace hallway::cli
