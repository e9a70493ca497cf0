#include "cli/Input.h"
#include "cli/Terminal.h"
#include "cli/Verbs.h"

namespace hallway::cli {

namespace {

constexpr std::string_view ending = ".hallway";

} // namespace

ExitCode runImport(Arguments arguments) {
    Parser parser(
        "hallway import", "FILE... -o CAPTURE.hallway",
        "Writes everything of these files as one capture, which opens at once and can be handed on.\n"
        "Attributes may hold secrets: look before you hand it on.",
        "hallway import monday.json tuesday.json -o incident.hallway");
    FileArguments files;
    parser.addFiles(files);
    std::string target;
    parser.app()
        .add_option("-o,--output", target, "The capture to write; its name ends in .hallway")
        ->required()
        ->type_name("FILE");
    if (const auto exit = parser.parse(std::move(arguments))) return *exit;
    if (!target.ends_with(ending))
        return parser.refuse(
            {ErrorCode::BadArgument, {"-o", target, "a name that ends in .hallway"}, std::nullopt});

    if (const auto error = ownInput(files.paths, target)) return parser.refuse(*error);
    const OpenInput input = openInput(files);
    if (!input.capture) return input.exit;
    const Status written = CaptureOpener(defaultCacheFolder()).exportCapture(*input.capture, target);
    if (!written) return complain(written.error());
    return input.exit;
}

} // namespace hallway::cli
