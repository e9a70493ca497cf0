#include "cli/Input.h"
#include "cli/Terminal.h"
#include "cli/Verbs.h"
#include "report/StatisticsReport.h"

namespace hallway::cli {

namespace {

std::string textOf(const Capture& capture, const StatisticsTable& table, OutputFormat format,
                   const Subset& subset) {
    switch (format) {
    case OutputFormat::Json:
        return statisticsJson(capture, table, subset);
    case OutputFormat::Csv:
        return statisticsCsv(table);
    case OutputFormat::Table:
        break;
    }
    return statisticsText(table);
}

Error badKey(const std::string& option) {
    return {
        ErrorCode::BadArgument, {option, "", "service, operation or the key of an attribute"}, std::nullopt};
}

} // namespace

ExitCode runStats(Arguments arguments) {
    Parser parser("hallway stats", "FILE... [OPTIONS]",
                  "Prints how many spans there are, how many failed and how long they took, by service, by "
                  "operation or by any attribute, in one or two levels.",
                  "hallway stats traces.json --by service --then http.route");
    FileArguments files;
    parser.addFiles(files);
    const RangeOptions range(parser);
    OutputFormat format = OutputFormat::Table;
    parser.addFormat(format);
    std::string by = "service", then;
    parser.app()
        .add_option("--by", by,
                    "What spans are counted by (default: service): service, operation, or a key "
                    "such as http.route, span.http.route or resource.host.name")
        ->type_name("service|operation|KEY");
    parser.app().add_option("--then", then, "What parts each of these")->type_name("service|operation|KEY");
    StatisticsOrder order = StatisticsOrder::Self;
    parser.addChoice<StatisticsOrder>(
        "--sort", order,
        {{"self", StatisticsOrder::Self},
         {"total", StatisticsOrder::Total},
         {"spans", StatisticsOrder::Spans},
         {"failed", StatisticsOrder::Failed},
         {"share", StatisticsOrder::FailedShare},
         {"p50", StatisticsOrder::P50},
         {"p95", StatisticsOrder::P95},
         {"p99", StatisticsOrder::P99},
         {"value", StatisticsOrder::Value}},
        "What comes first: the most self time (default), the longest in all, the most spans, …");
    if (const auto exit = parser.parse(std::move(arguments))) return *exit;
    if (const auto error = range.check()) return parser.refuse(*error);
    const auto byKey = statisticsKeyOf(by);
    if (!byKey) return parser.refuse(badKey("--by"));
    const auto thenKey = statisticsKeyOf(then);

    const OpenInput input = openInput(files);
    if (!input.capture) return input.exit;
    const Capture& capture = *input.capture;
    const auto subset = range.subset(capture);
    if (!subset) return complain(subset.error());
    auto table = statisticsTableOf(spansIn(capture.spans(), *subset), capture, *byKey, thenKey);
    if (!table) return complain(table.error());
    sortStatistics(table->rows, order);
    return worse(input.exit, print(textOf(capture, *table, format, *subset)));
}

} // namespace hallway::cli
