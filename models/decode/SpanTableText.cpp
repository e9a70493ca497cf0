#include "decode/SpanTableText.h"

#include "decode/ProtoText.h"
#include "decode/RowBlock.h"
#include "decode/SpanPipeline.h"
#include "decode/SpanRow.h"
#include "decode/TableHeader.h"
#include "decode/TableRows.h"

#include <algorithm>

namespace hallway {

namespace {

class RowReader final : public SpanReader {
public:
    explicit RowReader(SpanBench& bench) : m_bench(bench), m_row(bench) {}

    void read(std::string_view bytes, const SpanSlice& slice) override {
        const std::vector<SpanColumn>& columns = slice.table->columns;
        m_cells.split(m_text.of(bytes), slice.table->dialect);
        if (m_text.takeRepaired())
            m_bench.problems.add(ProblemCode::InvalidUtf8,
                                 [] { return "text with bytes that stand for no character"; });
        if (m_cells.size() != columns.size()) {
            m_bench.problems.add(ProblemCode::BrokenRecord, [&] {
                return "a row of " + std::to_string(m_cells.size()) + " cells in a table of " +
                       std::to_string(columns.size()) + " columns";
            });
            return;
        }
        m_row.begin(slice);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const bool isRaw =
                m_cells[i].starts_with("{'") || m_cells[i].starts_with('['); // escaped once only
            m_row.set(columns[i], isRaw ? m_cells[i] : m_cells.plain(i));
        }
        m_row.keep();
    }

private:
    SpanBench& m_bench;
    SpanRow m_row;
    ProtoText m_text;
    RowText m_cells;
};

class SpanTableDecoder {
public:
    SpanTableDecoder(JsonWindow& window, DecodeContext& context, TableHeader header)
        : m_window(window), m_context(context), m_header(std::move(header)) {}

    Result<DecodedFile> run();

private:
    /// The header once more, where files were joined, or a row of types behind it.
    [[nodiscard]] bool isHeader(std::string_view row);
    /// At least up to its last cell. A cut one is counted.
    [[nodiscard]] bool isWhole(std::string_view row);

    JsonWindow& m_window;
    DecodeContext& m_context;
    const TableHeader m_header;
    RecordProblems m_problems{m_context.problems, m_window};
    TableRows m_rows{m_window, m_header.dialect, m_problems};
    SpanPipeline m_spans{m_context};
    RowText m_cells;
    bool m_isBehindHeader = false;
};

bool SpanTableDecoder::isHeader(std::string_view row) {
    if (row == m_header.row) {
        m_isBehindHeader = true;
        return true;
    }
    if (!std::exchange(m_isBehindHeader, false)) return false;
    m_cells.split(row, m_header.dialect);
    for (std::size_t i = 0; i < std::min(m_cells.size(), m_header.columns.size()); ++i)
        if (m_header.columns[i].field == SpanField::TraceId && m_cells[i].ends_with("String")) return true;
    return false;
}

bool SpanTableDecoder::isWhole(std::string_view row) {
    if (m_rows.isEnded()) return true;
    m_cells.split(row, m_header.dialect);
    const bool hasAllCells = m_cells.size() >= m_header.columns.size();
    if (hasAllCells && !m_rows.isOpen()) return true;
    m_problems.setPosition(m_rows.position());
    m_problems.add(ProblemCode::TruncatedFile, [] { return "the file ends inside a row"; });
    return hasAllCells;
}

Result<DecodedFile> SpanTableDecoder::run() {
    m_window.onRead = [this] {
        if (m_context.progress) m_context.progress(m_window.bytesRead(), m_spans.count());
    };
    const auto block = std::make_shared<RowBlock>(m_context.strings, m_problems);
    SpanSlice slice;
    slice.reader = makeSpanReader<RowReader>;
    slice.table = &m_header;
    bool isBehindHints = false; // what a spreadsheet wants to be told stands before the header
    while (const auto row = m_rows.next()) {
        if (isHeader(*row)) {
            isBehindHints = true;
        } else if (isBehindHints && isWhole(*row)) {
            slice.position = m_rows.position();
            m_spans.add(*row, slice, block);
        }
    }
    m_spans.finish(); // also what was read before the medium failed
    if (m_window.error()) return fail(*m_window.error());
    return DecodedFile{m_header.isClickHouse ? "clickhouse" : "csv", 0, m_spans.count(), 1};
}

} // namespace

bool recognisesSpanTable(const Sniff& sniff) { return isSpanTable(sniff.text); }

Result<DecodedFile> decodeSpanTable(ByteSource& text, DecodeContext& context, WindowLimits limits) {
    constexpr std::size_t longestHeader = std::size_t{1} << 20;
    JsonWindow window(text, limits, context.cancel);
    while (window.size() < longestHeader && window.readMore()) {
    }
    auto header = tableHeaderOf(window.text());
    if (!header)
        return window.error() ? Result<DecodedFile>(fail(*window.error())) : DecodedFile{"empty", 0, 0, 1};
    return SpanTableDecoder(window, context, std::move(*header)).run();
}

} // namespace hallway
