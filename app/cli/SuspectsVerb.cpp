#include "cli/ErrorText.h"
#include "cli/Input.h"
#include "cli/Terminal.h"
#include "cli/Verbs.h"
#include "report/SuspectTexts.h"

namespace hallway::cli {

namespace {

std::string textOf(const Capture& capture, const SuspectAnswer& answer, OutputFormat format,
                   const Subset& subset) {
    switch (format) {
    case OutputFormat::Json:
        return suspectsJson(capture, answer, subset);
    case OutputFormat::Csv:
        return suspectsCsv(capture, answer);
    case OutputFormat::Table:
        break;
    }
    return suspectsTable(capture, answer);
}

} // namespace

ExitCode runSuspects(Arguments arguments) {
    Parser parser(
        "hallway suspects", "FILE... [OPTIONS]",
        "Prints requests that make the same call again and again (N+1), and edges with retries: how "
        "many, how many failures they hid, how long they took.",
        "hallway suspects traces.json --least 20");
    FileArguments files;
    parser.addFiles(files);
    const RangeOptions range(parser);
    OutputFormat format = OutputFormat::Table;
    parser.addFormat(format);
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
    if (const auto exit = parser.parse(std::move(arguments))) return *exit;
    if (const auto error = range.check()) return parser.refuse(*error);

    const OpenInput input = openInput(files);
    if (!input.capture) return input.exit;
    const Capture& capture = *input.capture;
    const auto subset = range.subset(capture);
    if (!subset) return complain(subset.error());
    const Requests requests(capture.spans(), capture.calls());
    answer.repeats =
        repeatedCallsOf(requests, capture.spans(), capture.calls(), capture.strings(), *subset, answer.least);
    answer.retries = retriesOf(capture.spans(), capture.calls(), *subset);
    return worse(input.exit, print(textOf(capture, answer, format, *subset)));
}

} // namespace hallway::cli
