#include "decode/TableHeader.h"

#include "decode/DecimalText.h"
#include "decode/SpanTimes.h"

#include <algorithm>

namespace hallway {

namespace {

constexpr std::size_t longestName = 200;
constexpr std::string_view lostObject = "[object Object]";

/// Takes the next line that is not empty off the front, without its line break.
std::string_view takeLine(std::string_view& text) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (!line.empty()) return line;
    }
    return {};
}

bool isName(std::string_view cell, bool mayBeEmpty) {
    const std::string_view name = trimmed(cell);
    if (name.empty()) return mayBeEmpty; // an index that somebody's program put before the columns
    return name.size() <= longestName && name.find_first_of("{}\n\t") == name.npos &&
           !(name.front() >= '0' && name.front() <= '9');
}

/// A line of at least three names.
std::optional<TableHeader> headerOf(std::string_view line, TableDialect dialect) {
    TableHeader header;
    header.dialect = dialect;
    header.row = line;
    RowText cells;
    cells.split(line, dialect);
    if (cells.size() < 3 || cells.size() > maximumCells) return std::nullopt;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (!isName(cells[i], i == 0)) return std::nullopt;
        names.emplace_back(trimmed(cells[i]));
    }
    header.columns = spanColumns(names);
    const auto isNamed = [&](std::string_view name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    header.isClickHouse = isNamed("TraceId") && isNamed("SpanName");
    for (SpanColumn& column : header.columns)
        if (header.isClickHouse && column.name == "Duration") column.unit = TimeUnit::Nanoseconds;
    return header;
}

const SpanColumn* columnOf(const TableHeader& header, SpanField field) {
    const auto found = std::find_if(header.columns.begin(), header.columns.end(),
                                    [field](const SpanColumn& column) { return column.field == field; });
    return found == header.columns.end() ? nullptr : &*found;
}

/// The first cell of a column that holds anything.
std::string firstCell(const TableHeader& header, std::string_view text, const SpanColumn& column) {
    const auto index = static_cast<std::size_t>(&column - header.columns.data());
    RowText cells;
    for (std::string_view line = takeLine(text); !line.empty(); line = takeLine(text)) {
        if (line == header.row) continue;
        cells.split(line, header.dialect);
        if (cells.size() != header.columns.size()) continue;
        const std::string_view cell = trimmed(cells.plain(index));
        const bool isType =
            cell.starts_with("DateTime") || cell.starts_with("UInt") || cell.starts_with("Int");
        if (!cell.empty() && cell != "0" && !isType) return std::string(cell);
    }
    return {};
}

/// Why the table cannot be read; nothing if it can.
std::optional<std::string_view> flawOf(const TableHeader& header, std::string_view text) {
    if (!header.has(SpanField::TraceId)) return "a table (CSV) without a column of trace ids";
    if (!header.has(SpanField::SpanId)) return "a table (CSV) without a column of span ids";
    const SpanColumn* const start = columnOf(header, SpanField::Start);
    if (start == nullptr) return "a table (CSV) without a column of start times";
    const SpanColumn* const duration = columnOf(header, SpanField::Elapsed);
    if (!header.has(SpanField::End) && duration == nullptr)
        return "a table (CSV) without a column of end times or durations";
    if (text.find(lostObject) != text.npos)
        return "a table (CSV) that says [object Object] in place of its values, as Grafana's CSV download "
               "does "
               "(download the trace as JSON)";
    const std::string began = firstCell(header, text, *start);
    const auto time = writtenTime(began, start->unit);
    if (!time && !began.empty() && decimalInteger(began))
        return "a table (CSV) of spans whose start times could be of any unit (name their column start_ms, "
               "start_us or start_ns)";
    if (header.has(SpanField::End) || duration->unit != TimeUnit::Unknown) return std::nullopt;
    if (time && time->unit == TimeUnit::Unknown && decimalInteger(firstCell(header, text, *duration)))
        return "a table (CSV) of spans whose durations could be of any unit (name their column duration_ms, "
               "duration_us or duration_ns)";
    return std::nullopt;
}

} // namespace

bool TableHeader::has(SpanField field) const { return columnOf(*this, field) != nullptr; }

std::optional<TableHeader> tableHeaderOf(std::string_view text) {
    std::string_view rest = text;
    std::string_view line = takeLine(rest);
    if (line.starts_with("sep=")) line = takeLine(rest); // a spreadsheet's hint
    std::optional<TableHeader> best;
    for (const char separator : {',', ';', '\t'}) {
        TableDialect dialect{separator, true, false};
        // Tab-separated tables come from databases, which escape, unless a quote says otherwise.
        if (separator == '\t' && !text.starts_with('"') && text.find("\t\"") == text.npos &&
            text.find("\n\"") == text.npos)
            dialect = {separator, false, true};
        auto header = headerOf(line, dialect);
        if (header && (!best || header->columns.size() > best->columns.size())) best = std::move(header);
    }
    if (best && best->isClickHouse && best->dialect.separator == '\t') best->dialect = {'\t', false, true};
    return best;
}

bool isSpanTable(std::string_view text) {
    const auto header = tableHeaderOf(text);
    return header && !flawOf(*header, text);
}

std::optional<std::string_view> refusedTable(std::string_view text) {
    const auto header = tableHeaderOf(text);
    if (!header) return std::nullopt;
    if (header->has(SpanField::TraceId) || header->has(SpanField::SpanId)) return flawOf(*header, text);
    // Any words between commas look like names: a table goes on with rows of as many cells.
    std::string_view rest = text;
    for (std::string_view line = takeLine(rest); line != header->row; line = takeLine(rest)) {
    }
    RowText cells;
    cells.split(takeLine(rest), header->dialect);
    return cells.size() == header->columns.size() ? flawOf(*header, text) : std::nullopt;
}

} // namespace hallway
