#include "cli/Input.h"
#include "cli/Terminal.h"
#include "cli/Verbs.h"
#include "report/Csv.h"
#include "report/Json.h"
#include "report/ReportTables.h"

namespace hallway::cli {

namespace {

std::string textOf(const Capture& capture, const GraphReport& report, OutputFormat format,
                   const Subset& subset) {
    switch (format) {
    case OutputFormat::Json:
        return edgesJson(capture, report, subset);
    case OutputFormat::Csv:
        return edgesCsv(report);
    case OutputFormat::Table:
        break;
    }
    return edgesTable(report);
}

} // namespace

ExitCode runEdges(Arguments arguments) {
    Parser parser("hallway edges", "FILE... [OPTIONS]",
                  "Prints the calls from service to service: how many, how many failed, how long, how often "
                  "per request.",
                  "hallway edges traces.json --format json");
    FileArguments files;
    parser.addFiles(files);
    const RangeOptions range(parser);
    OutputFormat format = OutputFormat::Table;
    parser.addFormat(format);
    bool withOrphans = false;
    parser.app().add_flag("--with-orphans", withOrphans, "Also calls whose caller is missing from the files");
    if (const auto exit = parser.parse(std::move(arguments))) return *exit;
    if (const auto error = range.check()) return parser.refuse(*error);

    const OpenInput input = openInput(files);
    if (!input.capture) return input.exit;
    const auto subset = range.subset(*input.capture);
    if (!subset) return complain(subset.error());
    const GraphReport report = graphReportOf(*input.capture, {*subset, withOrphans});
    return worse(input.exit, print(textOf(*input.capture, report, format, *subset)));
}

} // namespace hallway::cli
