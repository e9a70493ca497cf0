// One trace after the other: duplicates, shared ids and parents (calls.md rules 1, 3 and 4). Private to
// TraceResolver.
#pragma once

#include "analysis/CallInputColumns.h"
#include "analysis/NodeDirectory.h"

#include <compare>
#include <optional>
#include <span>
#include <vector>

namespace hallway {

/// What was found on the way.
struct Findings {
    std::vector<StoreRow> duplicates, selfParents, cycles, idCollisions;
    std::vector<std::pair<SpanRow, SpanId>> renamed; ///< spans with a synthetic id, with the file's; by row
};

/// Keeps its memory from trace to trace. Indices into its list of spans are "local".
class TraceWork {
public:
    /// `table` has all its rows; columns id, parent, storeRow and flags are written.
    TraceWork(const CallInput::Columns& input, const NodeDirectory& nodes, SpanTable& table,
              Findings& findings)
        : m_input(input), m_nodes(nodes), m_table(table), m_findings(findings) {}

    /// Writes the spans of a trace to the rows from `firstRow` on, in the order of SpanTable; returns their
    /// number. `members` may lie in those rows of SpanTable::storeRow.
    std::uint32_t resolve(std::span<const StoreRow> members, std::uint32_t firstRow);

private:
    using RawIndex = std::uint32_t; ///< value of a StoreRow
    static constexpr std::uint32_t none = 0xffffffff;
    struct Local {
        Timestamp start;
        SpanId id; ///< final, unique in the trace
        RawIndex raw = 0;
        std::uint32_t parent = none;
        std::uint32_t group = none; ///< of spans that share its id in the file
        std::uint32_t holder = 0;   ///< its place among them
        SpanFlags flags{};
        bool isSharedServer = false; ///< rule 3
    };
    /// Spans that had one id in the files, in rule 1's order: [first, first + count) of m_holders.
    struct Group {
        SpanId id;
        std::uint32_t first = 0, count = 0;
        bool clientCalls = false; ///< rule 3: a CLIENT and SERVERs share the id
    };

    void placeRows();
    [[nodiscard]] bool indexIds();
    [[nodiscard]] std::size_t slotOf(SpanId id) const;

    void groupById(std::span<const RawIndex> members);
    [[nodiscard]] std::weak_ordering compareContent(RawIndex a, RawIndex b) const;
    [[nodiscard]] bool preferred(RawIndex a, RawIndex b) const;
    void sortByContent(std::vector<RawIndex>& members) const;
    void separate(Group& group);
    [[nodiscard]] SpanId syntheticId(RawIndex index) const;

    void findParents();
    [[nodiscard]] std::uint32_t firstHolder(const Group& group, std::optional<SpanKind> kind,
                                            NodeId service = {}) const;
    [[nodiscard]] std::uint32_t holderFor(const Group& group, NodeId child) const;
    [[nodiscard]] std::uint32_t clientFor(const Group& group, NodeId server) const;
    void breakCycles();
    void write(std::uint32_t firstRow);

    [[nodiscard]] NodeId nodeOf(RawIndex index) const { return m_nodes.serviceOf(m_input.resource[index]); }
    /// The id in the file.
    [[nodiscard]] SpanId idInFile(const Local& local) const {
        return local.group == none ? local.id : m_groups[local.group].id;
    }

    const CallInput::Columns& m_input;
    const NodeDirectory& m_nodes;
    SpanTable& m_table;
    Findings& m_findings;
    std::vector<Local> m_locals;
    std::vector<std::uint32_t> m_slots; ///< open addressing: first holder of each id of the file
    std::vector<Group> m_groups;
    std::vector<std::uint32_t> m_holders; ///< locals, by group
};

} // namespace hallway
