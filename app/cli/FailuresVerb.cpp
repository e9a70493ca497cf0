#include "cli/Figures.h"
#include "report/FailureTexts.h"
#include "session/Exceptions.h"

namespace hallway::cli {

ExitCode runFailures(Arguments arguments) {
    Parser parser("hallway failures", "FILE... [OPTIONS]",
                  "Prints where failures start and who passed them on, exceptions by type and kind of "
                  "message, and the call paths that fail most.",
                  "hallway failures traces.json --limit 10");
    FigureOptions options(parser);
    FailureAnswer answer;
    answer.limit = 20;
    parser.app()
        .add_option("--limit", answer.limit, "At most so many origins, exceptions and paths (default: 20)")
        ->type_name("N");
    if (const auto exit = parse(parser, options, std::move(arguments))) return *exit;

    const OpenFigures input = openFigures(options);
    if (!input.capture) return input.exit;
    const Capture& capture = *input.capture;
    answer.failures = failuresOf(capture.spans(), capture.calls(), capture.strings(), input.subset);
    auto exceptions = exceptionsOf(capture, input.subset);
    if (!exceptions) return complain(exceptions.error());
    answer.exceptions = std::move(*exceptions);
    const auto json = [&] { return failuresJson(capture, answer, input.subset); };
    const auto csv = [&] { return failuresCsv(capture, answer); };
    const auto table = [&] { return failuresTable(capture, answer); };
    return worse(input.exit, printAs(options.format, json, csv, table));
}

} // namespace hallway::cli
