// The way of a verb that prints figures: FILE… --from --to --where --count --format, opening, printing.
#pragma once

#include "cli/Input.h"
#include "cli/Terminal.h"
#include "cli/Verbs.h"

#include <memory>
#include <optional>

namespace hallway::cli {

/// Owns what was typed; the parser refers to it while it parses.
struct FigureOptions {
    /// Adds the options, in this order.
    explicit FigureOptions(Parser& parser);
    FigureOptions(const FigureOptions&) = delete;
    FigureOptions& operator=(const FigureOptions&) = delete;

    FileArguments files;
    RangeOptions range;
    OutputFormat format = OutputFormat::Table;
};

/// Parses all of the verb's arguments and checks the range; nothing: go on.
[[nodiscard]] std::optional<ExitCode> parse(Parser& parser, const FigureOptions& options,
                                            Arguments arguments);

struct OpenFigures {
    std::shared_ptr<const Capture> capture; ///< null: nothing could be opened, or the filter failed
    Subset subset = {};                     ///< what of it was asked for
    ExitCode exit = ExitCode::Fine;         ///< of an open capture: what became of files beside it
};
/// What could not be opened or filtered goes to stderr.
[[nodiscard]] OpenFigures openFigures(const FigureOptions& options);

/// Prints the answer in the form that was asked for; only this one is made. The forms are functions without
/// arguments.
template <class Json, class Csv, class Table>
[[nodiscard]] ExitCode printAs(OutputFormat format, Json json, Csv csv, Table table) {
    switch (format) {
    case OutputFormat::Json:
        return print(json());
    case OutputFormat::Csv:
        return print(csv());
    case OutputFormat::Table:
        break;
    }
    return print(table());
}

} // namespace hallway::cli
