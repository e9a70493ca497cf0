#include "cli/Input.h"
#include "cli/Terminal.h"
#include "cli/Verbs.h"
#include "report/RowsWriter.h"
#include "session/CaptureSql.h"

#include <deque>

namespace hallway::cli {

namespace {

std::string hexOf(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        text += digits[byte >> 4];
        text += digits[byte & 0xF];
    }
    return text;
}

/// The current row; `hex` keeps the text of its blobs.
std::vector<RowCell> cellsOf(const CaptureSql& query, std::deque<std::string>& hex) {
    std::vector<RowCell> cells;
    for (std::size_t column = 0; column < query.columns().size(); ++column) {
        const CellValue value = query.cell(column);
        if (const auto* integer = std::get_if<std::int64_t>(&value))
            cells.emplace_back(*integer);
        else if (const auto* real = std::get_if<double>(&value))
            cells.emplace_back(*real);
        else if (const auto* text = std::get_if<std::string_view>(&value))
            cells.emplace_back(*text);
        else if (const auto* binary = std::get_if<BinaryValue>(&value))
            cells.emplace_back(std::string_view(hex.emplace_back(hexOf(binary->bytes))));
        else
            cells.emplace_back();
    }
    return cells;
}

ExitCode answer(const Capture& capture, const std::string& sql, const Chosen* chosen, OutputFormat format) {
    auto query = CaptureSql::prepare(capture, sql, chosen);
    if (!query) return complain(query.error());
    StandardOutput output;
    const auto rows = rowsWriter(format, "hallway.sql/1", query->columns(),
                                 [&output](std::string_view part) { return output.write(part); });
    while (true) {
        const auto more = query->next();
        if (!more) return complain(more.error());
        if (!*more) break;
        std::deque<std::string> hex;
        if (!rows->add(cellsOf(*query, hex))) return output.exit();
    }
    rows->finish();
    return output.exit();
}

} // namespace

ExitCode runSql(Arguments arguments) {
    Parser parser(
        "hallway sql", "FILE... \"SELECT ...\" [OPTIONS]",
        "Answers one SELECT on the capture: tables spans, calls, edges, services, problems; read-only.\n"
        "attr(span, 'key') is an attribute of a span. The time range of other commands is a WHERE here.\n"
        "With --where, spans and calls hold what the filter names; the figures of edges and services do not.",
        "hallway sql traces.json \"SELECT service, count(*) FROM spans GROUP BY service\" --format csv");
    FileArguments files;
    parser.addList(
        "FILE", files.paths, 2,
        "Trace exports, folders or archives of them, or - for standard input; the last one is the SELECT");
    parser.addLimits(files.limits);
    const FilterOptions filter(parser);
    OutputFormat format = OutputFormat::Table;
    parser.addFormat(format);
    if (const auto exit = parser.parse(std::move(arguments))) return *exit;
    if (const auto error = filter.check()) return parser.refuse(*error);
    const std::string sql = files.paths.back();
    files.paths.pop_back();

    const OpenInput input = openInput(files);
    if (!input.capture) return input.exit;
    const auto chosen = filter.chosen(*input.capture);
    if (!chosen) return complain(chosen.error());
    return worse(input.exit, answer(*input.capture, sql, chosen->get(), format));
}

} // namespace hallway::cli
