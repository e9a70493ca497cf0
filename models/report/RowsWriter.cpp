#include "report/RowsWriter.h"

#include "base/FormatText.h"
#include "report/Csv.h"
#include "report/TerminalSafe.h"
#include "report/TextTable.h"

#include <nlohmann/json.hpp>

#include <array>
#include <charconv>

namespace hallway {

namespace {

using Json = nlohmann::ordered_json;

std::string dumped(const Json& json) {
    return terminalSafeJson(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

class CsvRows final : public RowsWriter {
public:
    CsvRows(const std::vector<std::string>& columns, Sink sink) : m_sink(std::move(sink)) {
        CsvWriter csv;
        for (const std::string& column : columns)
            csv.text(column);
        csv.endRow();
        m_wanted = m_sink(csv.content());
    }

    bool add(std::span<const RowCell> cells) override {
        CsvWriter csv;
        for (const RowCell& cell : cells) {
            if (const auto* integer = std::get_if<std::int64_t>(&cell))
                csv.integer(*integer);
            else if (const auto* real = std::get_if<double>(&cell))
                csv.real(*real);
            else if (const auto* text = std::get_if<std::string_view>(&cell))
                csv.text(*text);
            else
                csv.absent();
        }
        csv.endRow();
        return m_wanted = m_wanted && m_sink(csv.content());
    }

    void finish() override {}

private:
    Sink m_sink;
    bool m_wanted = true;
};

class JsonRows final : public RowsWriter {
public:
    JsonRows(std::string_view schema, const std::vector<std::string>& columns, Sink sink)
        : m_sink(std::move(sink)) {
        m_wanted = m_sink("{\n \"schema\": " + dumped(schema) + ",\n \"columns\": " + dumped(columns) +
                          ",\n \"rows\": [");
    }

    bool add(std::span<const RowCell> cells) override {
        Json row = Json::array();
        for (const RowCell& cell : cells) {
            if (const auto* integer = std::get_if<std::int64_t>(&cell))
                row.push_back(*integer);
            else if (const auto* real = std::get_if<double>(&cell))
                row.push_back(*real);
            else if (const auto* text = std::get_if<std::string_view>(&cell))
                row.push_back(*text);
            else
                row.push_back(nullptr);
        }
        const std::string begin = m_any ? ",\n  " : "\n  ";
        m_any = true;
        return m_wanted = m_wanted && m_sink(begin + dumped(row));
    }

    void finish() override {
        if (m_wanted) m_sink(m_any ? "\n ]\n}\n" : "]\n}\n");
    }

private:
    Sink m_sink;
    bool m_wanted = true;
    bool m_any = false;
};

std::string textOf(const RowCell& cell) {
    if (const auto* integer = std::get_if<std::int64_t>(&cell)) return std::to_string(*integer);
    if (const auto* text = std::get_if<std::string_view>(&cell)) return std::string(*text);
    const auto* real = std::get_if<double>(&cell);
    if (!real) return std::string(format::absent);
    std::array<char, 32> buffer{};
    return {buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), *real).ptr};
}

/// Waits for all rows to know the widths, and which columns hold numbers: those go to the right.
class TableRows final : public RowsWriter {
public:
    TableRows(const std::vector<std::string>& columns, Sink sink) : m_sink(std::move(sink)) {
        for (const std::string& column : columns)
            m_columns.push_back({format::printable(column), TextTable::Align::Left});
    }

    bool add(std::span<const RowCell> cells) override {
        std::vector<std::string> row;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (std::holds_alternative<std::int64_t>(cells[i]) || std::holds_alternative<double>(cells[i]))
                m_columns[i].align = TextTable::Align::Right;
            row.push_back(textOf(cells[i]));
        }
        m_rows.push_back(std::move(row));
        return true;
    }

    void finish() override {
        TextTable table(std::move(m_columns));
        for (const auto& row : m_rows)
            table.addRow(row);
        m_sink(table.text());
    }

private:
    Sink m_sink;
    std::vector<TextTable::Column> m_columns;
    std::vector<std::vector<std::string>> m_rows;
};

} // namespace

std::unique_ptr<RowsWriter> rowsWriter(OutputFormat format, std::string_view schema,
                                       const std::vector<std::string>& columns, RowsWriter::Sink sink) {
    switch (format) {
    case OutputFormat::Csv:
        return std::make_unique<CsvRows>(columns, std::move(sink));
    case OutputFormat::Json:
        return std::make_unique<JsonRows>(schema, columns, std::move(sink));
    case OutputFormat::Table:
        break;
    }
    return std::make_unique<TableRows>(columns, std::move(sink));
}

} // namespace hallway
