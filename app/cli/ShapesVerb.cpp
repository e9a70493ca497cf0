#include "cli/ErrorText.h"
#include "cli/Input.h"
#include "cli/Terminal.h"
#include "cli/Verbs.h"
#include "report/ShapeTexts.h"

namespace hallway::cli {

namespace {

std::string textOf(const Capture& capture, const ShapeOverview& overview, OutputFormat format,
                   const Subset& subset) {
    switch (format) {
    case OutputFormat::Json:
        return shapesJson(capture, overview, subset);
    case OutputFormat::Csv:
        return shapesCsv(capture, overview);
    case OutputFormat::Table:
        break;
    }
    return shapesTable(capture, overview);
}

} // namespace

ExitCode runShapes(Arguments arguments) {
    Parser parser("hallway shapes", "FILE... [OPTIONS]",
                  "Prints the traces grouped by shape, the set of their call paths: how many, how long, how "
                  "many failed, and how each differs from the most frequent shape with the same root.",
                  "hallway shapes traces.json --limit 5");
    FileArguments files;
    parser.addFiles(files);
    const RangeOptions range(parser);
    OutputFormat format = OutputFormat::Table;
    parser.addFormat(format);
    ShapeLimits limits{20, 20};
    parser.app()
        .add_option("--limit", limits.shapes, "At most so many roots, and shapes of each (default: 20)")
        ->type_name("N");
    if (const auto exit = parser.parse(std::move(arguments))) return *exit;
    if (const auto error = range.check()) return parser.refuse(*error);
    limits.groups = limits.shapes;

    const OpenInput input = openInput(files);
    if (!input.capture) return input.exit;
    const Capture& capture = *input.capture;
    const auto subset = range.subset(capture);
    if (!subset) return complain(subset.error());
    const ShapeOverview overview =
        shapeOverviewOf(capture.spans(), capture.calls(), capture.strings(), *subset, limits);
    return worse(input.exit, print(textOf(capture, overview, format, *subset)));
}

} // namespace hallway::cli
