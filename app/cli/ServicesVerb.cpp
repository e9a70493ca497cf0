#include "cli/Figures.h"
#include "report/Csv.h"
#include "report/Json.h"
#include "report/ReportTables.h"

namespace hallway::cli {

ExitCode runServices(Arguments arguments) {
    Parser parser("hallway services", "FILE... [OPTIONS]",
                  "Prints the services: their requests, failures, latencies and calls per request.",
                  "hallway services traces.json --format json");
    FigureOptions options(parser);
    bool withOrphans = false;
    parser.app().add_flag("--with-orphans", withOrphans, "As for edges; services are the same");
    if (const auto exit = parse(parser, options, std::move(arguments))) return *exit;

    const OpenFigures input = openFigures(options);
    if (!input.capture) return input.exit;
    const Capture& capture = *input.capture;
    const GraphReport report = graphReportOf(capture, {input.subset, withOrphans});
    const auto json = [&] { return servicesJson(capture, report, input.subset); };
    const auto csv = [&] { return servicesCsv(report); };
    const auto table = [&] { return servicesTable(report); };
    return worse(input.exit, printAs(options.format, json, csv, table));
}

} // namespace hallway::cli
