#include "report/Csv.h"

#include "base/FormatText.h"
#include "report/Fields.h"

#include <array>
#include <charconv>

namespace hallway {

namespace {

bool looksLikeFormula(std::string_view text) {
    return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

/// "latency_ns" and "p99" make "latency_p99_ns".
std::string joined(std::string_view group, std::string_view part) {
    const bool isTime = group.ends_with("_ns");
    if (isTime) group.remove_suffix(3);
    std::string name = std::string(group) + "_" + std::string(part);
    return isTime && part != "samples" ? name + "_ns" : name;
}

/// visitFields() into the names of columns.
struct HeaderWriter {
    CsvWriter& csv;
    template <class Value>
    void operator()(std::string_view name, const Value&) const {
        csv.text(name);
    }
    void operator()(std::string_view name, const std::optional<Distribution>&) const {
        group(name, {"samples", "p50", "p95", "p99", "max"});
    }
    void operator()(std::string_view name, const std::optional<NodeFanOut>&) const {
        group(name, {"mean", "p50", "p95", "max"});
    }
    void operator()(std::string_view name, const std::optional<EdgeFanOut>&) const {
        group(name, {"entries", "mean", "share", "mean_when_called", "max"});
    }
    void group(std::string_view name, std::initializer_list<std::string_view> parts) const {
        for (const std::string_view part : parts)
            csv.text(joined(name, part));
    }
};

/// visitFields() into the cells of a row.
struct RowWriter {
    CsvWriter& csv;
    void operator()(std::string_view, std::string_view text) const { csv.text(text); }
    void operator()(std::string_view, std::uint64_t value) const { csv.count(value); }
    void operator()(std::string_view, bool value) const { csv.text(value ? "true" : "false"); }
    void operator()(std::string_view, const std::optional<std::uint64_t>& value) const {
        if (value)
            csv.count(*value);
        else
            csv.absent();
    }
    void operator()(std::string_view, const std::optional<std::string>& value) const {
        csv.text(value.value_or(""));
    }
    void operator()(std::string_view, const std::optional<Duration>& value) const {
        if (value)
            csv.integer(value->count());
        else
            csv.absent();
    }
    void operator()(std::string_view, const std::optional<Timestamp>& value) const {
        if (value)
            csv.integer(nanosecondsOf(*value));
        else
            csv.absent();
    }
    void operator()(std::string_view, const std::optional<Distribution>& value) const {
        if (!value) return absent(5);
        csv.count(value->samples);
        for (const Duration figure : {value->p50, value->p95, value->p99, value->max})
            csv.integer(figure.count());
    }
    void operator()(std::string_view, const std::optional<NodeFanOut>& value) const {
        if (!value) return absent(4);
        csv.real(value->mean);
        for (const std::uint64_t figure : {value->p50, value->p95, value->max})
            csv.count(figure);
    }
    void operator()(std::string_view, const std::optional<EdgeFanOut>& value) const {
        if (!value) return absent(5);
        csv.count(value->entries);
        if (value->entries == 0) return absent(4);
        csv.real(value->mean);
        csv.real(value->share);
        if (value->meanWhenCalled)
            csv.real(*value->meanWhenCalled);
        else
            csv.absent();
        csv.count(value->max);
    }
    void absent(int cells) const {
        for (int i = 0; i < cells; ++i)
            csv.absent();
    }
};

template <class... Record>
void writeHeader(CsvWriter& csv, const Record&... example) {
    visitFields(example..., HeaderWriter{csv});
    csv.endRow();
}

template <class... Record>
void writeRow(CsvWriter& csv, const Record&... record) {
    visitFields(record..., RowWriter{csv});
    csv.endRow();
}

} // namespace

void CsvWriter::raw(std::string_view cell) {
    if (m_rowBegun) m_content += ',';
    m_rowBegun = true;
    m_content += cell;
}

namespace {

/// A foreign text fit for a terminal too; line breaks and tabs stay, for a reader of CSV takes them back.
std::string withoutControls(std::string_view value) {
    std::string safe;
    for (;;) {
        const std::size_t at = value.find_first_of("\t\r\n");
        safe += format::printable(value.substr(0, at));
        if (at == std::string_view::npos) return safe;
        safe += value[at];
        value.remove_prefix(at + 1);
    }
}

} // namespace

void CsvWriter::text(std::string_view foreign) {
    const std::string value = withoutControls(foreign);
    const bool isFormula = looksLikeFormula(value);
    const bool needsQuotes = value.find_first_of("\",\r\n") != std::string_view::npos;
    std::string cell;
    if (needsQuotes) cell += '"';
    if (isFormula) cell += '\'';
    for (const char c : value)
        cell.append(needsQuotes && c == '"' ? 2 : 1, c);
    if (needsQuotes) cell += '"';
    raw(cell);
}

void CsvWriter::integer(std::int64_t value) { raw(std::to_string(value)); }

void CsvWriter::count(std::uint64_t value) { raw(std::to_string(value)); }

void CsvWriter::real(double value) {
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    raw({buffer.data(), static_cast<std::size_t>(end - buffer.data())});
}

void CsvWriter::absent() { raw({}); }

void CsvWriter::endRow() {
    m_content += '\n';
    m_rowBegun = false;
}

std::string edgesCsv(const GraphReport& report) {
    CsvWriter csv;
    const GraphReport example{{{GraphNode{}}, {}}, {}, {}};
    GraphEdge edge;
    edge.caller = edge.callee = NodeId(0u);
    writeHeader(csv, example, edge);
    for (const EdgeId id : report.edges)
        writeRow(csv, report, report.edge(id));
    return csv.content();
}

std::string servicesCsv(const GraphReport& report) {
    CsvWriter csv;
    writeHeader(csv, GraphNode{});
    for (const NodeId id : report.nodes)
        if (report.node(id).node.kind == NodeKind::Service) writeRow(csv, report.node(id));
    return csv.content();
}

std::string tracesCsv(const TraceReport& report) {
    CsvWriter csv;
    writeHeader(csv, TraceRecord{});
    for (const TraceRecord& record : report.traces)
        writeRow(csv, record);
    return csv.content();
}

std::string traceCsv(const WholeTrace& trace) {
    CsvWriter csv;
    writeHeader(csv, SpanLine{});
    for (const SpanLine& line : trace.spans)
        writeRow(csv, line);
    return csv.content();
}

} // namespace hallway
