#include "decode/ClickHouseRows.h"

#include "decode/RowBlock.h"
#include "decode/SpanRow.h"

#include <algorithm>
#include <vector>

namespace hallway {

namespace {

class RowReader final : public SpanReader {
public:
    explicit RowReader(SpanBench& bench) : m_bench(bench), m_row(bench) {}

    void read(std::string_view json, const SpanSlice& slice) override {
        m_row.begin(slice);
        m_member = 0;
        const bool isGood =
            m_elements.read({json, slice.position.offset, slice.hasEscapes}, [this](JsonObject object) {
                forEachMember(object, [this](std::string_view name, JsonAny value) {
                    const JsonScalar scalar = scalarOf(value);
                    const bool isBool = scalar.kind == JsonKind::True || scalar.kind == JsonKind::False;
                    m_row.set(columnOf(name), !isBool                         ? scalar.text
                                              : scalar.kind == JsonKind::True ? "true"
                                                                              : "false");
                });
            });
        if (isGood)
            m_row.keep();
        else
            m_bench.assembler.drop();
    }

private:
    /// Rows of a file have the same members in the same order.
    const SpanColumn& columnOf(std::string_view name) {
        const std::size_t index = m_member++;
        if (index < m_columns.size() && m_columns[index]->name == name) return *m_columns[index];
        m_columns.resize(std::max(m_columns.size(), index + 1));
        m_columns[index] = std::make_unique<SpanColumn>(spanColumn(name));
        if (name == "Duration") m_columns[index]->unit = TimeUnit::Nanoseconds;
        return *m_columns[index];
    }

    SpanBench& m_bench;
    SpanRow m_row;
    ElementReader m_elements{m_bench.problems};
    /// By the place of the member; cells of the row being read refer to them, and each place comes once a
    /// row.
    std::vector<std::unique_ptr<SpanColumn>> m_columns;
    std::size_t m_member = 0;
};

class ClickHouseRows final : public JsonFormat {
public:
    explicit ClickHouseRows(JsonFile& file) : m_file(file) { m_slice.reader = makeSpanReader<RowReader>; }

    void readDocument() override;
    [[nodiscard]] std::string_view word() const override { return "clickhouse"; }

private:
    /// The document that stands next has its rows in `data`.
    [[nodiscard]] bool isAnswer();
    void addRow() {
        if (const auto element = m_file.bench.takeElement()) m_file.addSpan(*element, m_slice, m_block);
    }

    JsonFile& m_file;
    SpanSlice m_slice;
    std::shared_ptr<RowBlock> m_block =
        std::make_shared<RowBlock>(m_file.context.strings, m_file.bench.problems);
};

bool ClickHouseRows::isAnswer() {
    constexpr std::size_t farEnough = 64;
    while (m_file.window.size() < farEnough && m_file.window.readMore()) {
    }
    const std::string_view begin = m_file.window.text().substr(0, farEnough);
    const std::string_view key = begin.substr(std::min(begin.find('"'), begin.size()));
    return key.starts_with("\"meta\"") || key.starts_with("\"data\"");
}

void ClickHouseRows::readDocument() {
    if (!isAnswer()) return addRow();
    JsonScanner& scanner = m_file.scanner;
    if (!scanner.enterObject()) return;
    std::string_view name;
    while (scanner.nextMember(name)) {
        if (name != "data")
            scanner.skipValue();
        else if (scanner.enterArray())
            while (scanner.nextElement())
                addRow();
    }
}

} // namespace

bool recognisesClickHouseRows(const JsonOutline& document) {
    return (document.has("TraceId") && document.has("SpanName")) ||
           (document.has("data[].TraceId") && document.has("data[].SpanName"));
}

std::unique_ptr<JsonFormat> makeClickHouseRows(JsonFile& file) {
    return std::make_unique<ClickHouseRows>(file);
}

} // namespace hallway
