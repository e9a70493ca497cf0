#include "cli/ErrorText.h"
#include "cli/Input.h"
#include "cli/Terminal.h"
#include "cli/Verbs.h"
#include "report/FailureTexts.h"
#include "session/Exceptions.h"

namespace hallway::cli {

namespace {

std::string textOf(const Capture& capture, const FailureAnswer& answer, OutputFormat format,
                   const Subset& subset) {
    switch (format) {
    case OutputFormat::Json:
        return failuresJson(capture, answer, subset);
    case OutputFormat::Csv:
        return failuresCsv(capture, answer);
    case OutputFormat::Table:
        break;
    }
    return failuresTable(capture, answer);
}

} // namespace

ExitCode runFailures(Arguments arguments) {
    Parser parser("hallway failures", "FILE... [OPTIONS]",
                  "Prints where failures start and who passed them on, exceptions by type and kind of "
                  "message, and the call paths that fail most.",
                  "hallway failures traces.json --limit 10");
    FileArguments files;
    parser.addFiles(files);
    const RangeOptions range(parser);
    OutputFormat format = OutputFormat::Table;
    parser.addFormat(format);
    FailureAnswer answer;
    answer.limit = 20;
    parser.app()
        .add_option("--limit", answer.limit, "At most so many origins, exceptions and paths (default: 20)")
        ->type_name("N");
    if (const auto exit = parser.parse(std::move(arguments))) return *exit;
    if (const auto error = range.check()) return parser.refuse(*error);

    const OpenInput input = openInput(files);
    if (!input.capture) return input.exit;
    const Capture& capture = *input.capture;
    const auto subset = range.subset(capture);
    if (!subset) return complain(subset.error());
    answer.failures = failuresOf(capture.spans(), capture.calls(), capture.strings(), *subset);
    auto exceptions = exceptionsOf(capture, *subset);
    if (!exceptions) return complain(exceptions.error());
    answer.exceptions = std::move(*exceptions);
    return worse(input.exit, print(textOf(capture, answer, format, *subset)));
}

} // namespace hallway::cli
