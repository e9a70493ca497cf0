#include "base/FormatText.h"
#include "cli/DurationArgument.h"
#include "cli/Input.h"
#include "cli/Interrupts.h"
#include "cli/SourceArgument.h"
#include "cli/Terminal.h"
#include "cli/Verbs.h"
#include "report/DifferenceReport.h"
#include "session/DifferenceScan.h"

#include <variant>

namespace hallway::cli {

namespace {

struct Request {
    bool failed = false;
    std::optional<LatencyLimit> slowerThan;
    OutputFormat format = OutputFormat::Table;
};

void addOptions(Parser& parser, Request& request) {
    parser.app().add_flag("--failed", request.failed, "The failed calls against the others");
    const auto takeLimit = [&request](const std::string& typed) {
        request.slowerThan = parseLatencyLimit(typed);
        if (!request.slowerThan)
            throw CLI::ValidationError(
                "--slower-than wants a duration such as 250ms or a percentile such as p95, not \"" + typed +
                "\"");
    };
    parser.app()
        .add_option_function<std::string>("--slower-than", takeLimit, "The slow calls against the others")
        ->type_name("p95|250ms");
    parser.addFormat(request.format);
}

/// What is compared with what, and in words.
struct Comparison {
    ComparedCalls calls;
    std::string selected, others;
    ChosenBy chosenBy = ChosenBy::Anything;
};

Comparison comparisonOf(const Request& request, const std::vector<SourcedCall>& within,
                        const std::vector<SourcedCall>& everything, const Subset& subset) {
    if (request.failed)
        return {compare(within, [](const SourcedCall& call) { return call.failed; }), "failed", "",
                ChosenBy::Failure};
    if (request.slowerThan) {
        const Duration limit = durationOf(*request.slowerThan, within).value_or(Duration::max());
        return {
            compare(within, [&](const SourcedCall& call) { return call.latency && *call.latency > limit; }),
            "slower than " + format::duration(limit), "", ChosenBy::Anything};
    }
    return {compare(everything, [&](const SourcedCall& call) { return subset.range.contains(call.time); }),
            "in the range", "outside of it", ChosenBy::Anything};
}

std::string textOf(const Capture& capture, const DifferenceReport& report, OutputFormat format,
                   const Subset& subset) {
    switch (format) {
    case OutputFormat::Json:
        return differencesJson(capture, report, subset);
    case OutputFormat::Csv:
        return differencesCsv(capture, report);
    case OutputFormat::Table:
        break;
    }
    return differencesTable(capture, report);
}

} // namespace

ExitCode runDifferences(Arguments arguments) {
    Parser parser(
        "hallway differences", "FILE... --failed|--slower-than LATENCY|--from TIME --to TIME [OPTIONS]",
        "Prints by which attributes some calls differ from the others: the failed ones, the slow ones, or\n"
        "those of a range (which alone is held against the rest of the capture).",
        "hallway differences traces.json --edge checkout:payments --slower-than p95");
    Request request;
    FileArguments files;
    parser.addFiles(files);
    const RangeOptions range(parser);
    const SourceOptions sourceOptions(parser);
    addOptions(parser, request);
    if (const auto exit = parser.parse(std::move(arguments))) return *exit;
    if (const auto error = range.check()) return parser.refuse(*error);
    if (const auto error = sourceOptions.check()) return parser.refuse(*error);
    if (request.failed && request.slowerThan)
        return parser.refuse("--failed and --slower-than are two ways to choose calls; one is needed");
    const bool isChosen = request.failed || request.slowerThan;
    if (!isChosen && range.range().isEverything())
        return parser.refuse("Which calls? One of --failed, --slower-than, --from and --to says it");

    const OpenInput input = openInput(files);
    if (!input.capture) return input.exit;
    const Capture& capture = *input.capture;
    const auto source = sourceOptions.source(capture);
    if (!source) return complain(source.error());
    const auto subset = range.subset(capture);
    if (!subset) return complain(subset.error());

    const auto callsIn = [&](const Subset& part) {
        return callsOf(*source, capture.calls(), capture.spans(), part);
    };
    const Comparison comparison =
        comparisonOf(request, isChosen ? callsIn(*subset) : std::vector<SourcedCall>(),
                     isChosen ? std::vector<SourcedCall>() : callsIn({}), *subset);
    const Interrupts interrupts;
    auto differences = differencesOf(capture, comparison.calls, comparison.chosenBy, interrupts.token());
    if (!differences) return complain(differences.error());
    const DifferenceReport report{nameOf(*source, capture), comparison.selected, comparison.others,
                                  endsOf(*source, capture.calls()), std::move(*differences)};
    return worse(input.exit, print(textOf(capture, report, request.format, *subset)));
}

} // namespace hallway::cli
