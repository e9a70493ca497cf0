#include "cli/CommandLine.h"

#include "cli/Parser.h"
#include "cli/Terminal.h"
#include "cli/Verbs.h"

#include <algorithm>
#include <charconv>
#include <csignal>

namespace hallway::cli {

namespace {

constexpr std::string_view versionText = "Hallway " HALLWAY_VERSION;
constexpr int smallestSide = 200, largestSide = 16'384; ///< px

std::string verbList() {
    std::string list = "Commands, which need no window (hallway COMMAND --help):\n";
    std::size_t width = 0;
    for (const Verb& verb : verbs())
        width = std::max(width, verb.name.size());
    for (const Verb& verb : verbs()) {
        list += "  " + std::string(verb.name);
        list.append(width + 2 - verb.name.size(), ' ');
        list += std::string(verb.summary) + "\n";
    }
    return list;
}

/// "1440x900"
std::optional<WindowRequest::Size> parseSize(std::string_view text) {
    const auto side = [](std::string_view digits) -> std::optional<int> {
        int value = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        const bool isNumber = error == std::errc() && end == digits.data() + digits.size();
        return isNumber && smallestSide <= value && value <= largestSide ? std::optional(value)
                                                                         : std::nullopt;
    };
    const std::size_t cross = text.find('x');
    if (cross == std::string_view::npos) return std::nullopt;
    const auto width = side(text.substr(0, cross));
    const auto height = side(text.substr(cross + 1));
    if (!width || !height) return std::nullopt;
    return WindowRequest::Size{*width, *height};
}

std::variant<ExitCode, WindowRequest> parseWindow(std::vector<std::string> arguments) {
    Parser parser("hallway", "[FILE...] [OPTIONS]\n       hallway COMMAND FILE... [OPTIONS]",
                  "Shows who calls whom, how often, how slowly and how badly, from trace exports.\n"
                  "Opens a window on the files; without a file, on a page that offers to open some.",
                  "hallway traces.json");
    parser.app().footer(verbList() +
                        "\nExample:\n  hallway traces.json\n  hallway edges traces.json --format json");
    parser.app().set_version_flag("--version", std::string(versionText), "Print the version and end");
    WindowRequest request;
    using Theme = WindowRequest::ThemeChoice;
    parser.addList(
        "FILE", request.files, 0,
        "Trace exports, folders or archives of them, or - for standard input; together one capture");
    parser.addLimits(request.limits);
    parser.app()
        .add_option("--screenshot", request.screenshotFolder,
                    "Draw window, graph, waterfall and heatmap into PNG files here; needs no display")
        ->type_name("FOLDER");
    parser.addChoice<Theme>("--theme", request.theme, {{"light", Theme::Light}, {"dark", Theme::Dark}},
                            "Light or dark (default: as the system)");
    parser.app()
        .add_option("--lang", request.language, "Language of the window, e.g. de (default: as the system)")
        ->type_name("LANGUAGE");
    const auto takeSize = [&request](const std::string& typed) {
        request.size = parseSize(typed);
        if (!request.size)
            throw CLI::ValidationError("--size wants a width and a height such as 1440x900, not \"" + typed +
                                       "\"");
    };
    parser.app()
        .add_option_function<std::string>("--size", takeSize, "Size of the window in pixels")
        ->type_name("WxH");
    if (const auto exit = parser.parse(std::move(arguments))) return *exit;
    return request;
}

} // namespace

std::variant<ExitCode, WindowRequest> runCommandLine(std::vector<std::string> arguments) {
    std::signal(SIGPIPE, SIG_IGN); // print() sees it as EPIPE, and what is temporary is cleared away
    const auto all = verbs();
    const auto verb =
        arguments.empty() ? all.end() : std::find_if(all.begin(), all.end(), [&](const Verb& candidate) {
            return candidate.name == arguments.front();
        });
    if (verb == all.end()) return parseWindow(std::move(arguments));
    arguments.erase(arguments.begin());
    return verb->run(std::move(arguments));
}

} // namespace hallway::cli
