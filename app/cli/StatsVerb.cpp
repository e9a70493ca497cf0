#include "cli/Figures.h"
#include "report/StatisticsReport.h"

#include <limits>

namespace hallway::cli {

namespace {

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
    FigureOptions options(parser);
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
    std::size_t limit = std::numeric_limits<std::size_t>::max();
    parser.app()
        .add_option("--limit", limit, "At most so many of them; the whole counts all")
        ->type_name("N");
    if (const auto exit = parse(parser, options, std::move(arguments))) return *exit;
    const auto byKey = statisticsKeyOf(by);
    if (!byKey) return parser.refuse(badKey("--by"));
    const auto thenKey = statisticsKeyOf(then);

    const OpenFigures input = openFigures(options);
    if (!input.capture) return input.exit;
    const Capture& capture = *input.capture;
    auto statistics = statisticsTableOf(spansIn(capture.spans(), input.subset), capture, *byKey, thenKey);
    if (!statistics) return complain(statistics.error());
    sortStatistics(statistics->rows, order);
    if (statistics->rows.size() > limit) statistics->rows.resize(limit);
    const auto json = [&] { return statisticsJson(capture, *statistics, input.subset); };
    const auto csv = [&] { return statisticsCsv(*statistics); };
    const auto table = [&] { return statisticsText(*statistics); };
    return worse(input.exit, printAs(options.format, json, csv, table));
}

} // namespace hallway::cli
