#include "cli/Input.h"
#include "cli/Terminal.h"
#include "cli/Verbs.h"
#include "report/Csv.h"
#include "report/Json.h"
#include "report/ReportTables.h"

#include <limits>

namespace hallway::cli {

namespace {

std::string textOf(const Capture& capture, const TraceReport& report, OutputFormat format,
                   const Subset& subset) {
    switch (format) {
    case OutputFormat::Json:
        return tracesJson(capture, report, subset);
    case OutputFormat::Csv:
        return tracesCsv(report);
    case OutputFormat::Table:
        break;
    }
    return tracesTable(report);
}

} // namespace

ExitCode runTraces(Arguments arguments) {
    Parser parser("hallway traces", "FILE... [OPTIONS]",
                  "Prints the traces: when, how long, how many spans and failures.",
                  "hallway traces traces.json --sort failed --limit 20");
    FileArguments files;
    parser.addFiles(files);
    const RangeOptions range(parser);
    OutputFormat format = OutputFormat::Table;
    parser.addFormat(format);
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
    if (const auto exit = parser.parse(std::move(arguments))) return *exit;
    if (const auto error = range.check()) return parser.refuse(*error);

    const OpenInput input = openInput(files);
    if (!input.capture) return input.exit;
    const auto subset = range.subset(*input.capture);
    if (!subset) return complain(subset.error());
    const TraceReport report = traceReportOf(*input.capture, *subset, order, limit);
    return worse(input.exit, print(textOf(*input.capture, report, format, *subset)));
}

} // namespace hallway::cli
