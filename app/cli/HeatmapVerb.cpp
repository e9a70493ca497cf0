#include "base/FormatText.h"
#include "cli/Drawing.h"
#include "cli/Input.h"
#include "cli/NodeArgument.h"
#include "cli/Terminal.h"
#include "cli/Verbs.h"
#include "heatmap/HeatmapPicture.h"
#include "report/PictureWords.h"
#include "report/RowsWriter.h"

#include <array>

namespace hallway::cli {

namespace {

constexpr std::uint32_t cellsPerDecade = 18; ///< pictures are taller than 400 px

struct Request {
    PictureOptions picture;
    std::string edge;
    std::optional<CallClass> callClass;
    std::optional<RangeOptions> range; ///< as typed
    OutputFormat format = OutputFormat::Table;
};

std::optional<ExitCode> parse(Parser& parser, Request& request, FileArguments& files, Arguments arguments) {
    parser.addFiles(files);
    request.range.emplace(parser);
    request.picture.addTo(parser);
    parser.addFormat(request.format);
    parser.app()
        .add_option("--edge", request.edge, "Caller and callee, parted by a colon")
        ->required()
        ->type_name("A:B");
    std::vector<std::pair<std::string, std::optional<CallClass>>> classes;
    for (const CallClass callClass : {CallClass::Rpc, CallClass::Messaging, CallClass::Database,
                                      CallClass::Function, CallClass::External, CallClass::Unpaired})
        classes.emplace_back(wordOf(callClass), callClass);
    parser.addChoice<std::optional<CallClass>>("--class", request.callClass, std::move(classes),
                                               "Where the two have edges of several classes");
    if (const auto exit = parser.parse(std::move(arguments))) return exit;
    if (const auto error = request.range->check()) return parser.refuse(*error);
    if (!request.picture.target.empty() && !pictureFormatOf(request.picture.target))
        return parser.refuse(unknownEnding(request.picture.target, ".png, .svg or .pdf"));
    return std::nullopt;
}

/// The percentile lines of the picture: one row an interval.
ExitCode printPercentiles(const Heatmap& heatmap, OutputFormat format) {
    const bool isForPeople = format == OutputFormat::Table;
    const std::vector<std::string> columns =
        isForPeople
            ? std::vector<std::string>{"FROM (UTC)", "TO (UTC)", "CALLS", "P50", "P95", "P99", "MAX"}
            : std::vector<std::string>{"from", "to", "samples", "p50_ns", "p95_ns", "p99_ns", "max_ns"};
    StandardOutput output;
    const auto rows = rowsWriter(format, "hallway.heatmap/1", columns,
                                 [&output](std::string_view part) { return output.write(part); });
    for (const HeatmapPercentiles& line : heatmap.percentiles) {
        const std::array ends{heatmap.columnRange(line.firstColumn).from,
                              heatmap.columnRange(line.firstColumn + line.columnCount - 1).to};
        std::vector<std::string> texts; // what the cells below look at
        for (const Timestamp end : ends)
            texts.push_back(isForPeople ? format::isoTime(end) : std::to_string(nanosecondsOf(end)));
        const Distribution& figures = line.distribution;
        const std::array latencies{figures.p50, figures.p95, figures.p99, figures.max};
        for (const Duration latency : latencies)
            texts.push_back(format::duration(latency));
        std::vector<RowCell> cells{std::string_view(texts[0]), std::string_view(texts[1]),
                                   static_cast<std::int64_t>(figures.samples)};
        for (std::size_t i = 0; i < latencies.size(); ++i)
            cells.push_back(isForPeople ? RowCell(std::string_view(texts[2 + i]))
                                        : RowCell(std::int64_t{latencies[i].count()}));
        if (!rows->add(cells)) break;
    }
    rows->finish();
    return output.exit();
}

} // namespace

ExitCode runHeatmap(Arguments arguments) {
    Parser parser("hallway heatmap", "FILE... --edge A:B [-o PICTURE] [OPTIONS]",
                  "Draws the latency of the calls of one edge over time, as PNG, SVG or PDF, by the ending "
                  "of the name.\n"
                  "Without -o it prints the percentiles over time.",
                  "hallway heatmap traces.json --edge checkout:payments -o heat.png");
    Request request;
    FileArguments files;
    if (const auto exit = parse(parser, request, files, std::move(arguments))) return *exit;

    if (const auto error = ownInput(files.paths, request.picture.target)) return parser.refuse(*error);
    const OpenInput input = openInput(files);
    if (!input.capture) return input.exit;
    const Capture& capture = *input.capture;
    const auto edge = findEdge(capture.calls(), request.edge, request.callClass);
    if (!edge) return complain(edge.error());

    const auto subset = request.range->subset(capture);
    if (!subset) return complain(subset.error());
    HeatmapOptions options;
    options.cellsPerDecade = cellsPerDecade;
    const auto heatmap = std::make_shared<const Heatmap>(
        heatmapOf(samplesOf(*edge, capture.calls(), capture.spans(), *subset), subset->range, options));
    if (request.picture.target.empty()) return worse(input.exit, printPercentiles(*heatmap, request.format));

    const OffscreenGui gui;
    const Edge& ends = capture.calls().edges[edge->index()];
    const QString subject = QString::fromStdString(capture.calls().nodes[ends.caller.index()].label + " → " +
                                                   capture.calls().nodes[ends.callee.index()].label);
    HeatmapPictureOptions look;
    look.theme = request.picture.theme();
    look.filter = QString::fromStdString(chosenText(*subset));
    const Picture picture = heatmapPicture(heatmap, subject, request.picture.textFor(capture), look);
    return worse(input.exit,
                 writePictureTo(request.picture, picture, *pictureFormatOf(request.picture.target)));
}

} // namespace hallway::cli
