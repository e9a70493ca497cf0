#include "cli/Figures.h"

namespace hallway::cli {

FigureOptions::FigureOptions(Parser& parser) : range(parser) {
    parser.addFiles(files);
    parser.addFormat(format);
}

std::optional<ExitCode> parse(Parser& parser, const FigureOptions& options, Arguments arguments) {
    if (const auto exit = parser.parse(std::move(arguments))) return exit;
    if (const auto error = options.range.check()) return parser.refuse(*error);
    return std::nullopt;
}

OpenFigures openFigures(const FigureOptions& options) {
    const OpenInput input = openInput(options.files);
    if (!input.capture) return {nullptr, {}, input.exit};
    const auto subset = options.range.subset(*input.capture);
    if (!subset) return {nullptr, {}, complain(subset.error())};
    return {input.capture, *subset, input.exit};
}

} // namespace hallway::cli
