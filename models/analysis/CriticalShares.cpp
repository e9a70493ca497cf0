#include "analysis/CriticalShares.h"

#include "analysis/CallsOfSpans.h"
#include "analysis/Parallel.h"
#include "analysis/ShareGatherer.h"
#include "analysis/TraceList.h"
#include "analysis/TracePieces.h"
#include "base/DurationSum.h"

#include <algorithm>
#include <iterator>
#include <optional>

namespace hallway {

namespace {

/// What one thread finds in one piece of the capture. Edges are followed by the services, for work that no
/// call opened.
struct PieceShares {
    PieceShares(std::size_t edgeCount, std::size_t nodeCount)
        : byEdge(edgeCount + nodeCount), byService(nodeCount) {}

    std::uint64_t traces = 0, roots = 0;
    Duration time{};
    ShareGatherer byEdge, byService;
};

class SharesOfTraces {
public:
    SharesOfTraces(const SpanTable& spans, const CallTable& calls, const StringPool& strings)
        : m_spans(spans), m_calls(calls), m_strings(strings), m_opened(edgesOpened(spans, calls)) {}

    void add(PieceShares& piece, TraceRow trace) const {
        const TracePath path = tracePathOf(trace, m_spans, m_strings);
        ++piece.traces;
        for (const TreeSpan& span : path.tree.spans) {
            if (span.parent != TreeSpan::none || !m_spans.hasDuration(span.row)) continue;
            ++piece.roots;
            addTo(piece.time, span.end - span.start);
        }
        piece.byEdge.add(path, edgesOf(path.tree));
        piece.byService.add(path, servicesOf(path.tree));
    }

private:
    /// A span is in the call it opens, else in that of its parent.
    [[nodiscard]] std::vector<std::uint32_t> edgesOf(const SpanTree& tree) const {
        std::vector<std::uint32_t> groups(tree.spans.size());
        for (std::size_t index = 0; index < groups.size(); ++index) {
            const TreeSpan& span = tree.spans[index];
            if (const EdgeId edge = m_opened[span.row.index()]; edge.valid())
                groups[index] = edge.value();
            else if (span.parent != TreeSpan::none)
                groups[index] = groups[span.parent];
            else
                groups[index] =
                    static_cast<std::uint32_t>(m_calls.edges.size()) + m_spans.node[span.row.index()].value();
        }
        return groups;
    }

    [[nodiscard]] std::vector<std::uint32_t> servicesOf(const SpanTree& tree) const {
        std::vector<std::uint32_t> groups;
        groups.reserve(tree.spans.size());
        for (const TreeSpan& span : tree.spans)
            groups.push_back(m_spans.node[span.row.index()].value());
        return groups;
    }

    const SpanTable& m_spans;
    const CallTable& m_calls;
    const StringPool& m_strings;
    std::vector<EdgeId> m_opened; ///< by row
};

} // namespace

CriticalShares criticalSharesOf(const SpanTable& spans, const CallTable& calls, const StringPool& strings,
                                const Subset& subset, unsigned threads, const CancelToken& cancel) {
    const SharesOfTraces shares(spans, calls, strings);
    std::size_t nodes = calls.nodes.size(); // spans may be of other nodes than calls that were projected
    for (const NodeId node : spans.node)
        nodes = std::max(nodes, node.index() + 1);
    const std::vector<TracePiece> pieces = piecesOf(spans.traces);
    std::vector<std::optional<PieceShares>> found(pieces.size());
    runPieces(pieces.size(), threads, [&](std::size_t index) {
        PieceShares& piece = found[index].emplace(calls.edges.size(), nodes);
        for (std::size_t trace = pieces[index].first; trace < pieces[index].end; ++trace) {
            if (cancel.cancelled()) return;
            if (subset.hasTrace(TraceRow(trace)) && overlaps(spans, TraceRow(trace), subset.range))
                shares.add(piece, TraceRow(trace));
        }
    });
    PieceShares all(calls.edges.size(), nodes);
    for (const std::optional<PieceShares>& piece : found) {
        all.traces += piece->traces;
        all.roots += piece->roots;
        addTo(all.time, piece->time);
        all.byEdge.merge(piece->byEdge);
        all.byService.merge(piece->byService);
    }
    CriticalShares result{all.traces, all.roots, all.time, std::move(all.byEdge).take(), {}, {}};
    const auto uncalled = result.edges.begin() + static_cast<std::ptrdiff_t>(calls.edges.size());
    result.uncalled.assign(std::move_iterator(uncalled), std::move_iterator(result.edges.end()));
    result.edges.erase(uncalled, result.edges.end());
    result.services = std::move(all.byService).take();
    return result;
}

void addCriticalPath(ServiceGraph& graph, const CriticalShares& shares) {
    for (GraphEdge& edge : graph.edges) {
        if (edge.id.index() >= shares.edges.size()) continue;
        const PathShare& share = shares.edges[edge.id.index()];
        edge.path = EdgePath{share.own, share.through, shares.time};
    }
}

} // namespace hallway
