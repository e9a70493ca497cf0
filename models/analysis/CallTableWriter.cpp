#include "analysis/CallTableWriter.h"

#include "analysis/Parallel.h"
#include "base/Hash.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace hallway {

namespace {

/// Rule 34, with provisional nodes.
struct EdgeKey {
    NodeId caller, callee;
    CallClass callClass;
    auto operator<=>(const EdgeKey&) const = default;
};

struct EdgeKeyHash {
    std::size_t operator()(const EdgeKey& key) const noexcept {
        return combineHash(std::uint64_t{key.caller.value()} << 32 | key.callee.value(),
                           static_cast<std::uint64_t>(key.callClass));
    }
};

/// The edges of one piece, numbered as they are met.
struct PieceEdges {
    std::vector<EdgeKey> keys;
    std::vector<std::uint32_t> counts; ///< calls, then where the next one goes; by edge of the piece
    std::vector<std::uint32_t> edgeOf; ///< by call

    explicit PieceEdges(const std::vector<CallDraft>& calls) {
        std::unordered_map<EdgeKey, std::uint32_t, EdgeKeyHash> numbers;
        edgeOf.reserve(calls.size());
        for (const CallDraft& call : calls) {
            const EdgeKey key{call.caller, call.callee, call.callClass};
            const auto [entry, isNew] = numbers.try_emplace(key, static_cast<std::uint32_t>(keys.size()));
            if (isNew) {
                keys.push_back(key);
                counts.push_back(0);
            }
            ++counts[entry->second];
            edgeOf.push_back(entry->second);
        }
    }
};

class CallTableWriter {
public:
    CallTableWriter(std::vector<CallDrafts> pieces, SpanTable& spans, const NodeDirectory& nodes,
                    const std::vector<SpanRow>& entryOf, unsigned threads, const CancelToken& cancel)
        : m_pieces(std::move(pieces)), m_spans(spans), m_nodes(nodes), m_entryOf(entryOf), m_threads(threads),
          m_cancel(cancel) {}

    CallTable write() {
        finishNodes();
        placeCalls();
        runPieces(m_table.edges.size(), m_threads, [this](std::size_t edge) {
            if (!m_cancel.cancelled()) sortCalls(m_table.edges[edge]);
        });
        writeColumns();
        return std::move(m_table);
    }

private:
    /// A call in its edge.
    struct Place {
        Timestamp time;
        std::uint32_t piece, call;
    };

    void finishNodes() {
        NodeDirectory::Needed needed;
        for (CallDrafts& drafts : m_pieces) {
            needed.peers.resize(drafts.needed.peers.size());
            for (std::size_t peer = 0; peer < needed.peers.size(); ++peer)
                if (drafts.needed.peers[peer]) needed.peers[peer] = true;
            needed.user |= drafts.needed.user;
            needed.missingParent |= drafts.needed.missingParent;
        }
        NodeDirectory::Finished finished = m_nodes.finish(needed);
        m_table.nodes = std::move(finished.nodes);
        m_renumbered = std::move(finished.renumbered);
        runParts(m_spans.size(), m_threads, [this](std::size_t begin, std::size_t end) {
            for (std::size_t row = begin; row < end; ++row)
                m_spans.node[row] = m_renumbered[m_spans.node[row].index()];
        });
    }

    /// The edges in their order, numbered.
    [[nodiscard]] std::map<EdgeKey, std::uint32_t> numberEdges(const std::vector<PieceEdges>& pieces) {
        std::map<EdgeKey, std::uint32_t> calls;
        for (const PieceEdges& piece : pieces)
            for (std::size_t edge = 0; edge < piece.keys.size(); ++edge)
                calls[piece.keys[edge]] += piece.counts[edge];

        std::vector<EdgeKey> order;
        for (const auto& [key, count] : calls)
            order.push_back(key);
        const auto labelOf = [this](NodeId provisional) -> const std::string& {
            return m_table.nodes[m_renumbered[provisional.index()].index()].label;
        };
        const auto place = [&](const EdgeKey& key) {
            return std::tuple<const std::string&, NodeId, const std::string&, NodeId, std::string_view>(
                labelOf(key.caller), m_renumbered[key.caller.index()], labelOf(key.callee),
                m_renumbered[key.callee.index()], wordOf(key.callClass));
        };
        std::sort(order.begin(), order.end(),
                  [&](const EdgeKey& a, const EdgeKey& b) { return place(a) < place(b); });

        std::uint32_t first = 0;
        for (const EdgeKey& key : order) {
            std::uint32_t& number = calls[key];
            const std::uint32_t count =
                std::exchange(number, static_cast<std::uint32_t>(m_table.edges.size()));
            m_table.edges.push_back({m_renumbered[key.caller.index()], m_renumbered[key.callee.index()],
                                     key.callClass, first, count});
            first += count;
        }
        return calls;
    }

    /// Sorts the calls by edge; within an edge they stay in the order of the pieces.
    void placeCalls() {
        std::vector<std::optional<PieceEdges>> found(m_pieces.size());
        runPieces(m_pieces.size(), m_threads,
                  [&](std::size_t piece) { found[piece].emplace(m_pieces[piece].calls); });
        std::vector<PieceEdges> edges;
        for (auto& held : found)
            edges.push_back(std::move(*held));

        const std::map<EdgeKey, std::uint32_t> numbers = numberEdges(edges);
        std::vector<std::uint32_t> next;
        for (const Edge& edge : m_table.edges)
            next.push_back(edge.firstCall);
        for (PieceEdges& piece : edges)
            for (std::size_t edge = 0; edge < piece.keys.size(); ++edge) {
                std::uint32_t& place = next[numbers.at(piece.keys[edge])];
                place += std::exchange(piece.counts[edge], place);
            }

        m_places.resize(m_table.edges.empty() ? 0 : next.back());
        runPieces(m_pieces.size(), m_threads, [&](std::size_t piece) {
            const std::vector<CallDraft>& calls = m_pieces[piece].calls;
            for (std::size_t call = 0; call < calls.size(); ++call)
                m_places[edges[piece].counts[edges[piece].edgeOf[call]]++] = {
                    calls[call].time(m_spans), static_cast<std::uint32_t>(piece),
                    static_cast<std::uint32_t>(call)};
        });
    }

    [[nodiscard]] const CallDraft& draft(const Place& place) const {
        return m_pieces[place.piece].calls[place.call];
    }

    void sortCalls(const Edge& edge) {
        const auto first = m_places.begin() + edge.firstCall;
        std::sort(first, first + edge.callCount, [this](const Place& a, const Place& b) {
            if (a.time != b.time) return a.time < b.time;
            const CallDraft &left = draft(a), &right = draft(b);
            return std::tie(left.client, left.server) < std::tie(right.client, right.server);
        });
    }

    void writeColumns() {
        const std::size_t count = m_places.size();
        m_table.client.resize(count);
        m_table.server.resize(count);
        m_table.entry.resize(count);
        m_table.time.resize(count);
        m_table.flags.resize(count);
        runParts(count, m_threads, [this](std::size_t begin, std::size_t end) {
            for (std::size_t row = begin; row < end; ++row) {
                const CallDraft& call = draft(m_places[row]);
                m_table.client[row] = call.client;
                m_table.server[row] = call.server;
                m_table.entry[row] = call.leaving.valid() ? m_entryOf[call.leaving.index()] : SpanRow();
                m_table.time[row] = m_places[row].time;
                m_table.flags[row] = call.flags;
            }
        });
        writeDeliveries();
    }

    void writeDeliveries() {
        std::size_t count = 0;
        for (const CallDrafts& drafts : m_pieces)
            count += drafts.deliveries.size();
        m_table.delivered.reserve(count);
        m_table.delivery.reserve(count);
        for (std::size_t row = 0; row < m_places.size(); ++row) {
            if (!m_table.has(CallRow(row), CallFlag::HasDelivery)) continue;
            const auto& known = m_pieces[m_places[row].piece].deliveries;
            const auto found =
                std::lower_bound(known.begin(), known.end(), m_places[row].call,
                                 [](const auto& held, std::uint32_t wanted) { return held.first < wanted; });
            m_table.delivered.emplace_back(row);
            m_table.delivery.push_back(found->second);
        }
    }

    std::vector<CallDrafts> m_pieces;
    SpanTable& m_spans;
    const NodeDirectory& m_nodes;
    const std::vector<SpanRow>& m_entryOf;
    unsigned m_threads;
    const CancelToken& m_cancel;
    std::vector<NodeId> m_renumbered; ///< by provisional id
    std::vector<Place> m_places;      ///< by call, sorted by edge
    CallTable m_table;
};

} // namespace

CallTable writeCallTable(std::vector<CallDrafts> pieces, SpanTable& spans, const NodeDirectory& nodes,
                         const std::vector<SpanRow>& entryOf, unsigned threads, const CancelToken& cancel) {
    return CallTableWriter(std::move(pieces), spans, nodes, entryOf, threads, cancel).write();
}

} // namespace hallway
