#include "cli/Figures.h"
#include "report/Csv.h"
#include "report/Json.h"
#include "report/ReportTables.h"

#include <limits>

namespace hallway::cli {

ExitCode runTraces(Arguments arguments) {
    Parser parser("hallway traces", "FILE... [OPTIONS]",
                  "Prints the traces: when, how long, how many spans and failures.",
                  "hallway traces traces.json --sort failed --limit 20");
    FigureOptions options(parser);
    TraceOrder order = TraceOrder::Longest;
    parser.addChoice<TraceOrder>(
        "--sort", order,
        {{"duration", TraceOrder::Longest},
         {"start", TraceOrder::Earliest},
         {"spans", TraceOrder::MostSpans},
         {"failed", TraceOrder::MostFailed}},
        "What comes first: the longest (default), the earliest, the largest, the worst");
    std::size_t limit = std::numeric_limits<std::size_t>::max();
    parser.app().add_option("--limit", limit, "At most so many traces")->type_name("N");
    if (const auto exit = parse(parser, options, std::move(arguments))) return *exit;

    const OpenFigures input = openFigures(options);
    if (!input.capture) return input.exit;
    const Capture& capture = *input.capture;
    const TraceReport report = traceReportOf(capture, input.subset, order, limit);
    const auto json = [&] { return tracesJson(capture, report, input.subset); };
    const auto csv = [&] { return tracesCsv(report); };
    const auto table = [&] { return tracesTable(report); };
    return worse(input.exit, printAs(options.format, json, csv, table));
}

} // namespace hallway::cli
