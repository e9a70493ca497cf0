#include "base/FormatText.h"
#include "cli/Parser.h"
#include "cli/Terminal.h"
#include "cli/Verbs.h"
#include "report/RowsWriter.h"
#include "session/CacheControl.h"
#include "session/CaptureOpener.h"

#include <array>

namespace hallway::cli {

namespace {

enum class Action { List, Clear };

std::string joined(const std::vector<std::string>& texts) {
    std::string all;
    for (const std::string& text : texts)
        all += (all.empty() ? "" : ", ") + text;
    return all;
}

/// People get rounded sizes and times, programs exact ones.
ExitCode list(const std::string& folder, OutputFormat outputFormat) {
    const bool isForPeople = outputFormat == OutputFormat::Table;
    const std::vector<std::string> columns =
        isForPeople ? std::vector<std::string>{"LAST USE (UTC)", "SIZE", "SOURCES", "FILE"}
                    : std::vector<std::string>{"last_use", "bytes", "sources", "file"};
    StandardOutput output;
    const auto rows = rowsWriter(outputFormat, "hallway.cache/1", columns,
                                 [&output](std::string_view part) { return output.write(part); });
    for (const CachedCapture& capture : cachedCaptures(folder)) {
        const std::string sources = joined(capture.sources), time = format::isoTime(capture.lastUse);
        const std::string size = format::bytes(capture.bytes);
        const RowCell sizeCell =
            isForPeople ? RowCell(std::string_view(size)) : RowCell(static_cast<std::int64_t>(capture.bytes));
        const std::array<RowCell, 4> cells{std::string_view(time), sizeCell, std::string_view(sources),
                                           std::string_view(capture.path)};
        rows->add(cells);
    }
    rows->finish();
    return output.exit();
}

ExitCode clear(const std::string& folder) {
    const auto cleared = clearCache(folder);
    if (!cleared) return complain(cleared.error());
    const std::string captures = cleared->captures == 1 ? " capture, " : " captures, ";
    return print("Removed " + format::countExact(cleared->captures) + captures +
                 format::bytes(cleared->bytes) + ".\n");
}

} // namespace

ExitCode runCache(Arguments arguments) {
    Parser parser("hallway cache", "list|clear [OPTIONS]",
                  "Lists or removes the captures kept of files read before, so that they open at once.\n"
                  "They lie in $XDG_CACHE_HOME/hallway or ~/.cache/hallway and may be removed at any time.",
                  "hallway cache list");
    Action action = Action::List;
    parser
        .addChoice<Action>("ACTION", action, {{"list", Action::List}, {"clear", Action::Clear}}, "What to do")
        ->required();
    OutputFormat format = OutputFormat::Table;
    parser.addFormat(format);
    if (const auto exit = parser.parse(std::move(arguments))) return *exit;
    const std::string folder = defaultCacheFolder();
    return action == Action::List ? list(folder, format) : clear(folder);
}

} // namespace hallway::cli
