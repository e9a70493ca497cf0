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
        return servicesJson(capture, report, subset);
    case OutputFormat::Csv:
        return servicesCsv(report);
    case OutputFormat::Table:
        break;
    }
    return servicesTable(report);
}

} // namespace

ExitCode runServices(Arguments arguments) {
    Parser parser("hallway services", "FILE... [OPTIONS]",
                  "Prints the services: their requests, failures, latencies and calls per request.",
                  "hallway services traces.json --format json");
    FileArguments files;
    parser.addFiles(files);
    const RangeOptions range(parser);
    OutputFormat format = OutputFormat::Table;
    parser.addFormat(format);
    bool withOrphans = false;
    parser.app().add_flag("--with-orphans", withOrphans, "As for edges; services are the same");
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
