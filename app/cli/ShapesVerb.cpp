#include "cli/Figures.h"
#include "report/ShapeTexts.h"

namespace hallway::cli {

ExitCode runShapes(Arguments arguments) {
    Parser parser("hallway shapes", "FILE... [OPTIONS]",
                  "Prints the traces grouped by shape, the set of their call paths: how many, how long, how "
                  "many failed, and how each differs from the most frequent shape with the same root.",
                  "hallway shapes traces.json --limit 5");
    FigureOptions options(parser);
    ShapeLimits limits{20, 20};
    parser.app()
        .add_option("--limit", limits.shapes, "At most so many roots, and shapes of each (default: 20)")
        ->type_name("N");
    if (const auto exit = parse(parser, options, std::move(arguments))) return *exit;
    limits.groups = limits.shapes;

    const OpenFigures input = openFigures(options);
    if (!input.capture) return input.exit;
    const Capture& capture = *input.capture;
    const ShapeOverview overview =
        shapeOverviewOf(capture.spans(), capture.calls(), capture.strings(), input.subset, limits);
    const auto json = [&] { return shapesJson(capture, overview, input.subset); };
    const auto csv = [&] { return shapesCsv(capture, overview); };
    const auto table = [&] { return shapesTable(capture, overview); };
    return worse(input.exit, printAs(options.format, json, csv, table));
}

} // namespace hallway::cli
