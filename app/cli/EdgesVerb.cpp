#include "cli/Figures.h"
#include "report/Csv.h"
#include "report/Json.h"
#include "report/ReportTables.h"

namespace hallway::cli {

ExitCode runEdges(Arguments arguments) {
    Parser parser("hallway edges", "FILE... [OPTIONS]",
                  "Prints the calls from service to service: how many, how many failed, how long, how often "
                  "per request.",
                  "hallway edges traces.json --format json");
    FigureOptions options(parser);
    bool withOrphans = false;
    parser.app().add_flag("--with-orphans", withOrphans, "Also calls whose caller is missing from the files");
    if (const auto exit = parse(parser, options, std::move(arguments))) return *exit;

    const OpenFigures input = openFigures(options);
    if (!input.capture) return input.exit;
    const Capture& capture = *input.capture;
    const GraphReport report = graphReportOf(capture, {input.subset, withOrphans});
    const auto json = [&] { return edgesJson(capture, report, input.subset); };
    const auto csv = [&] { return edgesCsv(report); };
    const auto table = [&] { return edgesTable(report); };
    return worse(input.exit, printAs(options.format, json, csv, table));
}

} // namespace hallway::cli
