// Makes a span of the cells of one row, whatever the table: CSV, TSV, or a database's row as JSON.
#pragma once

#include "decode/CellJson.h"
#include "decode/FlatMembers.h"
#include "decode/RowResources.h"
#include "decode/SpanBench.h"
#include "decode/SpanColumns.h"
#include "decode/SpanTimes.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace hallway {

/// One thread.
class SpanRow {
public:
    explicit SpanRow(SpanBench& bench) : m_bench(bench), m_resources(bench) {}

    void begin(const SpanSlice& slice);
    /// An empty text is no value, and a column without a name no attribute. The text and the column stay as
    /// they are until keep().
    void set(const SpanColumn& column, std::string_view text);
    void addAttribute(std::string_view key, std::string_view text);
    /// Hands the span to the bench's assembler.
    void keep();

private:
    struct Cell {
        std::string_view text;
        const SpanColumn* column = nullptr;
    };

    [[nodiscard]] const Cell& cell(SpanField field) const { return m_cells[static_cast<std::size_t>(field)]; }
    [[nodiscard]] std::string_view text(SpanField field) const { return cell(field).text; }
    /// What a field does not say after all is an attribute.
    void addAttribute(const Cell& cell) { addAttribute(cell.column->name, cell.text); }

    void readMap(const SpanColumn& column, std::string_view text);
    void readKind();
    void readPeer();
    void readStatus();
    void readTimes();
    void readDuration(const WrittenTime& start);
    void readEvents();
    void readLinks();
    /// Reads arrays side by side: the `field`th array's element `index` goes to read(field, index, value).
    template <class Read>
    void forEachInArrays(std::initializer_list<SpanField> fields, Read&& read);
    /// Packs a map of an event or link.
    void pack(JsonAny& map, std::string& target);

    SpanBench& m_bench;
    RowResources m_resources;
    SpanRecord* m_record = nullptr;
    std::array<Cell, static_cast<std::size_t>(SpanField::Count)> m_cells{};
    CellJson m_json;
    FlatMembers m_members;
    // Of the row being read; they keep their memory.
    std::vector<Event> m_events;
    std::vector<Link> m_links;
    std::vector<std::string> m_packed; ///< attributes of an event or link each
};

} // namespace hallway
