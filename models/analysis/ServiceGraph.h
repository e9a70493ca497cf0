// The figures on nodes and edges, for all calls of a capture or those of a time range.
#pragma once

#include "analysis/Distribution.h"
#include "analysis/Subset.h"
#include "trace/CallTable.h"
#include "trace/SpanTable.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace hallway {

/// calls.md rule 25, per service.
struct NodeFanOut {
    double mean = 0;
    std::uint64_t p50 = 0, p95 = 0, max = 0;
    bool operator==(const NodeFanOut&) const = default;
};

/// calls.md rule 25, per edge. Absent where the caller is virtual; without entries in range mean, share and
/// max mean nothing.
struct EdgeFanOut {
    std::uint64_t entries = 0;            ///< of the caller
    double mean = 0;                      ///< calls that leave an entry's local tree / entries
    double share = 0;                     ///< of entries that make the call, 0..1
    std::optional<double> meanWhenCalled; ///< over entries with at least one such call
    std::uint64_t max = 0;
    bool operator==(const EdgeFanOut&) const = default;
};

struct GraphNode {
    NodeId id; ///< index into CallTable::nodes
    Node node;
    std::uint64_t incomingCalls = 0;
    std::uint64_t incomingFailed = 0;
    std::uint64_t spans = 0;              ///< emitted in range; 0 for virtual nodes
    std::optional<std::uint64_t> entries; ///< absent for virtual nodes, like the next three
    std::optional<std::uint64_t> failed;  ///< entries whose own side failed
    std::optional<Distribution> latency;  ///< of entry spans
    std::optional<NodeFanOut> fanOut;
    bool operator==(const GraphNode&) const = default;

    /// What a reader calls requests: entries of a service, incoming calls of any other node.
    [[nodiscard]] std::uint64_t requests() const { return entries.value_or(incomingCalls); }
    [[nodiscard]] std::uint64_t failedRequests() const { return failed.value_or(incomingFailed); }
};

/// What an edge is of the critical paths of many traces (calls.md 2.6).
struct EdgePath {
    Duration own{}, through{};
    Duration whole{}; ///< of all critical paths
    bool operator==(const EdgePath&) const = default;
};

/// N+1 (calls.md rule 25): requests of one kind that each make many calls of one operation along the edge;
/// of several such kinds the one that takes the most time.
struct EdgeRepeats {
    std::uint64_t requests = 0;   ///< that do so
    std::uint64_t ofRequests = 0; ///< of this kind
    std::uint64_t most = 0;       ///< such calls of one of them
    bool operator==(const EdgeRepeats&) const = default;
};

struct GraphEdge {
    EdgeId id; ///< index into CallTable::edges
    NodeId caller, callee;
    CallClass callClass = CallClass::Rpc;
    bool fromMissingParent = false; ///< rule 14: hidden by default
    std::uint64_t calls = 0, failed = 0, failedHere = 0, strictFailed = 0;
    std::uint64_t retries = 0, extraAttempts = 0, serverSpanMissing = 0;
    std::array<std::uint64_t, 7> failuresByKind{}; ///< by FailureKind; sum = failed
    std::optional<Distribution> latency, client, server, network, delivery;
    std::optional<EdgeFanOut> fanOut;
    std::optional<EdgePath> path;       ///< only where addCriticalPath() put it
    std::optional<EdgeRepeats> repeats; ///< only where addRepeats() put it
    bool operator==(const GraphEdge&) const = default;
};

/// calls.md section 3, `capture`; of the whole capture, whatever the range.
struct CaptureFigures {
    std::uint64_t traces = 0, spans = 0, services = 0, duplicates = 0, orphans = 0;
    std::uint64_t incompleteTraces = 0; ///< with at least one orphan
    std::optional<Timestamp> start, end;
    bool operator==(const CaptureFigures&) const = default;
};

/// Edges without a call in range and nodes without entries, calls or spans in range are kept with zero
/// figures, so that ids index the vectors: nodes[i].id.index() == i, edges[i].id.index() == i.
struct ServiceGraph {
    std::vector<GraphNode> nodes;
    std::vector<GraphEdge> edges;
    bool operator==(const ServiceGraph&) const = default;
};

/// Whose each span is, and by which spans requests come in, where it is not as recorded (CallProjection).
struct SpanRoles {
    const std::vector<NodeId>* node = nullptr; ///< by SpanRow; null: SpanTable::node
    const SpanSet* entries = nullptr;          ///< null: SpanFlag::Entry
};

/// All figures of calls.md rules 19–25 for the calls, entries and spans of a subset (rule 36). Pure. Works on
/// up to `threads` threads, 0 = one a processor; the result does not depend on them.
[[nodiscard]] ServiceGraph deriveGraph(const SpanTable& spans, const CallTable& calls, const Subset& subset,
                                       unsigned threads = 0, const SpanRoles& roles = {});

/// Health of a share of failures (look.md section 1): under 0.1 %, under 1 %, under 5 %, the rest.
enum class Health : std::uint8_t { Ok, Watch, Degraded, Failing };
[[nodiscard]] Health healthOf(std::uint64_t failed, std::uint64_t calls);

/// At least half of the failures were passed on from a callee (look.md section 4: drawn hollow).
[[nodiscard]] inline bool mostlyPassedOn(const GraphEdge& edge) {
    return edge.failed > 0 && (edge.failed - edge.failedHere) * 2 >= edge.failed;
}

/// Edge ids worst first (look.md 5.1): level, failures that start here, failed, tail time, calls, id.
[[nodiscard]] std::vector<EdgeId> edgesByPain(const ServiceGraph& graph);

} // namespace hallway
