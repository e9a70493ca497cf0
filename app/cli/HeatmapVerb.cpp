#include "base/FormatText.h"
#include "cli/Drawing.h"
#include "cli/Figures.h"
#include "cli/SourceArgument.h"
#include "heatmap/HeatmapPicture.h"
#include "report/PictureWords.h"
#include "report/RowsWriter.h"

#include <array>

namespace hallway::cli {

namespace {

constexpr std::uint32_t cellsPerDecade = 18; ///< pictures are taller than 400 px

struct Request {
    PictureOptions picture;
    bool linear = false, shareOfColumn = false;
};

void addOptions(Parser& parser, Request& request) {
    request.picture.addTo(parser);
    parser.addChoice<bool>("--axis", request.linear, {{"log", false}, {"linear", true}},
                           "Latencies by decades (default) or evenly from 0");
    parser.addChoice<bool>("--shade", request.shareOfColumn, {{"count", false}, {"share", true}},
                           "Shade by the number of calls (default) or by their share of the interval's");
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
    Parser parser("hallway heatmap", "FILE... [--edge A:B|--service A] [-o PICTURE] [OPTIONS]",
                  "Draws the latency of the calls of an edge, of the requests of a service or of those from\n"
                  "outside (the default) over time, as PNG, SVG or PDF, by the ending of the name.\n"
                  "Without -o it prints the percentiles over time.",
                  "hallway heatmap traces.json --edge checkout:payments -o heat.png");
    Request request;
    FigureOptions options(parser);
    const SourceOptions sourceOptions(parser);
    addOptions(parser, request);
    if (const auto exit = parse(parser, options, std::move(arguments))) return *exit;
    if (const auto error = sourceOptions.check()) return parser.refuse(*error);
    const std::string& target = request.picture.target;
    if (!target.empty() && !pictureFormatOf(target))
        return parser.refuse(unknownEnding(target, ".png, .svg or .pdf"));
    if (const auto error = ownInput(options.files.paths, target)) return parser.refuse(*error);

    const OpenFigures input = openFigures(options);
    if (!input.capture) return input.exit;
    const Capture& capture = *input.capture;
    const auto source = sourceOptions.source(capture);
    if (!source) return complain(source.error());

    HeatmapOptions axes;
    axes.cellsPerDecade = cellsPerDecade;
    axes.linear = request.linear;
    const EdgeSamples samples = samplesOf(callsOf(*source, capture.calls(), capture.spans(), input.subset));
    const auto heatmap = std::make_shared<const Heatmap>(heatmapOf(samples, input.subset.range, axes));
    if (target.empty()) return worse(input.exit, printPercentiles(*heatmap, options.format));

    const OffscreenGui gui;
    HeatmapPictureOptions look;
    look.theme = request.picture.theme();
    look.filter = QString::fromStdString(chosenText(input.subset));
    look.layers.shareOfColumn = request.shareOfColumn;
    const QString subject = QString::fromStdString(nameOf(*source, capture));
    const Picture picture = heatmapPicture(heatmap, subject, request.picture.textFor(capture), look);
    return worse(input.exit, writePictureTo(request.picture, picture, *pictureFormatOf(target)));
}

} // namespace hallway::cli
