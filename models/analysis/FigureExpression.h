// Conditions on the figures of edges and services, as a person types them to find or hide parts of a graph:
//
//   p99 > 200ms && failed > 1%        kind = database && !(name =~ "pg.*")        calls < 10 || name = "cart"
//
// Figures of edges: calls, retries, failed-here; caller, callee, class. Of services: requests, spans; name,
// kind, namespace, system. Of both: failed, p50, p95, p99, max, fan-out. docs/guide/graph.md is the manual.
#pragma once

#include "analysis/ServiceGraph.h"
#include "base/Result.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace hallway {

struct FigureCondition;

/// A checked expression; cheap to copy. Several threads may ask one.
///
/// A figure that does not exist (the p99 of no call, the entries of a database) makes a condition neither
/// true nor false, and so does its negation; matches() wants true.
class FigureExpression {
public:
    static constexpr std::size_t longest = 4'096; ///< bytes; more is refused

    /// Errors: BadExpression: what was found, what was expected; its position is the byte at fault.
    [[nodiscard]] static Result<FigureExpression> parse(std::string_view text);

    [[nodiscard]] const std::string& text() const { return m_text; }
    /// It asks for something only edges have (then no service matches), or the other way round.
    [[nodiscard]] bool isOfEdges() const { return m_target != Target::Nodes; }
    [[nodiscard]] bool isOfNodes() const { return m_target != Target::Edges; }

    /// `graph` holds the edge; its nodes tell the names of caller and callee.
    [[nodiscard]] bool matches(const GraphEdge& edge, const ServiceGraph& graph) const;
    [[nodiscard]] bool matches(const GraphNode& node) const;

    /// Typed alike.
    bool operator==(const FigureExpression& other) const { return m_text == other.m_text; }

private:
    friend class FigureExpressionParser;
    enum class Target : std::uint8_t { Both, Edges, Nodes };
    enum class Step : std::uint8_t { Condition, Not, And, Or };

    FigureExpression() = default;
    template <class Ask>
    [[nodiscard]] bool isTrue(const Ask& ask) const;

    std::string m_text;
    Target m_target = Target::Both;
    std::vector<Step> m_steps; ///< postfix; conditions in the order of m_conditions
    std::shared_ptr<const std::vector<FigureCondition>> m_conditions;
};

} // namespace hallway
