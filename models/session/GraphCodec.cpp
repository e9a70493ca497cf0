#include "session/GraphCodec.h"

#include "base/Hash.h"
#include "session/ImportIdentity.h"

#include <bit>
#include <cstring>
#include <type_traits>

namespace hallway {

namespace {

/// Writes every field it is shown; its twin below reads them in the same order, so one `visit` serves both.
class FieldWriter {
public:
    template <class T>
    void value(const T& field) {
        static_assert(std::is_trivially_copyable_v<T>);
        char bytes[sizeof(T)];
        std::memcpy(bytes, &field, sizeof(T));
        m_bytes.append(bytes, sizeof(T));
    }
    template <class T, class Visit>
    void optional(const std::optional<T>& field, Visit visit) {
        value(static_cast<std::uint8_t>(field.has_value()));
        if (field) visit(*this, *field);
    }
    [[nodiscard]] std::string take() { return std::move(m_bytes); }
    [[nodiscard]] const std::string& bytes() const { return m_bytes; }

private:
    std::string m_bytes;
};

class FieldReader {
public:
    explicit FieldReader(std::string_view bytes) : m_rest(bytes) {}
    template <class T>
    void value(T& field) {
        static_assert(std::is_trivially_copyable_v<T>);
        if (m_rest.size() < sizeof(T)) {
            m_damaged = true;
            return;
        }
        std::memcpy(&field, m_rest.data(), sizeof(T));
        m_rest.remove_prefix(sizeof(T));
    }
    template <class T, class Visit>
    void optional(std::optional<T>& field, Visit visit) {
        std::uint8_t present = 0;
        value(present);
        if (present == 0) return;
        field.emplace();
        visit(*this, *field);
    }
    [[nodiscard]] bool isWhole() const { return !m_damaged && m_rest.empty(); }

private:
    std::string_view m_rest;
    bool m_damaged = false;
};

constexpr auto plain = [](auto& io, auto& field) { io.value(field); };

constexpr auto distribution = [](auto& io, auto& field) {
    io.value(field.samples);
    io.value(field.p50);
    io.value(field.p95);
    io.value(field.p99);
    io.value(field.max);
};

template <class Io, class NodeRef>
void visitNode(Io& io, NodeRef& node) {
    io.value(node.incomingCalls);
    io.value(node.incomingFailed);
    io.value(node.spans);
    io.optional(node.entries, plain);
    io.optional(node.failed, plain);
    io.optional(node.latency, distribution);
    io.optional(node.fanOut, [](auto& inner, auto& fanOut) {
        inner.value(fanOut.mean);
        inner.value(fanOut.p50);
        inner.value(fanOut.p95);
        inner.value(fanOut.max);
    });
}

template <class Io, class EdgeRef>
void visitEdge(Io& io, EdgeRef& edge) {
    for (auto* const count : {&edge.calls, &edge.failed, &edge.failedHere, &edge.strictFailed, &edge.retries,
                              &edge.extraAttempts, &edge.serverSpanMissing})
        io.value(*count);
    io.value(edge.failuresByKind);
    for (auto* const samples : {&edge.latency, &edge.client, &edge.server, &edge.network, &edge.delivery})
        io.optional(*samples, distribution);
    io.optional(edge.fanOut, [](auto& inner, auto& fanOut) {
        inner.value(fanOut.entries);
        inner.value(fanOut.mean);
        inner.value(fanOut.share);
        inner.optional(fanOut.meanWhenCalled, plain);
        inner.value(fanOut.max);
    });
}

} // namespace

std::string encodeGraph(const ServiceGraph& graph) {
    FieldWriter writer;
    writer.value(importIdentity());
    for (const GraphNode& node : graph.nodes)
        visitNode(writer, node);
    for (const GraphEdge& edge : graph.edges)
        visitEdge(writer, edge);
    writer.value(hashOf(writer.bytes()));
    return writer.take();
}

std::optional<ServiceGraph> decodeGraph(std::string_view bytes, const CallTable& calls) {
    std::uint64_t hash = 0, identity = 0;
    if (bytes.size() < sizeof hash) return std::nullopt;
    std::memcpy(&hash, bytes.data() + bytes.size() - sizeof hash, sizeof hash);
    bytes.remove_suffix(sizeof hash);
    if (hashOf(bytes) != hash) return std::nullopt;

    FieldReader reader(bytes);
    reader.value(identity);
    if (identity != importIdentity()) return std::nullopt;
    ServiceGraph graph;
    for (std::size_t index = 0; index < calls.nodes.size(); ++index) {
        GraphNode node;
        node.id = NodeId(index);
        node.node = calls.nodes[index];
        visitNode(reader, node);
        graph.nodes.push_back(std::move(node));
    }
    for (std::size_t index = 0; index < calls.edges.size(); ++index) {
        const Edge& source = calls.edges[index];
        GraphEdge edge;
        edge.id = EdgeId(index);
        edge.caller = source.caller;
        edge.callee = source.callee;
        edge.callClass = source.callClass;
        edge.fromMissingParent = calls.nodes[source.caller.index()].missingParent;
        visitEdge(reader, edge);
        graph.edges.push_back(std::move(edge));
    }
    if (!reader.isWhole()) return std::nullopt;
    return graph;
}

} // namespace hallway
