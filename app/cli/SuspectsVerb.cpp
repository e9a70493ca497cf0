#include "cli/Figures.h"
#include "report/SuspectTexts.h"

namespace hallway::cli {

ExitCode runSuspects(Arguments arguments) {
    Parser parser(
        "hallway suspects", "FILE... [OPTIONS]",
        "Prints requests that make the same call again and again (N+1), and edges with retries: how "
        "many, how many failures they hid, how long they took.",
        "hallway suspects traces.json --least 20");
    FigureOptions options(parser);
    SuspectAnswer answer;
    answer.limit = 20;
    parser.app()
        .add_option("--least", answer.least,
                    "Calls of one operation in one request that are suspect (default: 10)")
        ->check(CLI::Range(2u, 1'000'000'000u))
        ->type_name("K");
    parser.app()
        .add_option("--limit", answer.limit, "At most so many of each kind (default: 20)")
        ->type_name("N");
    if (const auto exit = parse(parser, options, std::move(arguments))) return *exit;

    const OpenFigures input = openFigures(options);
    if (!input.capture) return input.exit;
    const Capture& capture = *input.capture;
    const Requests requests(capture.spans(), capture.calls());
    answer.repeats = repeatedCallsOf(requests, capture.spans(), capture.calls(), capture.strings(),
                                     input.subset, answer.least);
    answer.retries = retriesOf(capture.spans(), capture.calls(), input.subset);
    const auto json = [&] { return suspectsJson(capture, answer, input.subset); };
    const auto csv = [&] { return suspectsCsv(capture, answer); };
    const auto table = [&] { return suspectsTable(capture, answer); };
    return worse(input.exit, printAs(options.format, json, csv, table));
}

} // namespace hallway::cli
