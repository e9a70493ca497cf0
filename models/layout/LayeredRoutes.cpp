#include "layout/LayeredRoutes.h"

#include "layout/EdgeCurve.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace hallway {
namespace {

using Index = std::uint32_t;

constexpr double kPortStep = 7;    ///< px between the ends of edges on one side of a node, at most
constexpr double kSteepest = 0.15; ///< px a gap widens for each px a curve climbs in it
constexpr double kPortMargin = 4;  ///< px from the corners to the first end

struct Column {
    double left = 0;
    double right = 0;
    [[nodiscard]] double middle() const { return (left + right) / 2; }
};

/// The highest swing of any curve in each gap, px.
std::vector<double> risesOf(const LayeredGraph& graph) {
    std::vector<double> rises(graph.columns.size(), 0);
    for (Index i = 0; i < graph.vertices.size(); ++i) {
        double& rise = rises[graph.vertices[i].rank];
        for (const Index next : graph.toTheRight.of(i))
            rise = std::max(rise, std::abs(graph.vertices[next].y - graph.vertices[i].y));
    }
    return rises;
}

/// As wide as the widest node; the gap to the right holds the widest label that starts in it, and is wider
/// where curves climb high, so that they do not look like walls.
std::vector<Column> columnsOf(const LayoutRequest& request, const LayeredGraph& graph) {
    std::vector<double> widths(graph.columns.size(), 0);
    for (std::size_t i = 0; i < request.nodes.size(); ++i) {
        double& width = widths[graph.vertices[i].rank];
        width = std::max(width, request.nodes[i].size.width);
    }
    std::vector<double> gaps;
    for (const double rise : risesOf(graph))
        gaps.push_back(request.rankSeparation + std::min(kSteepest * rise, request.rankSeparation));
    for (std::size_t i = 0; i < request.edges.size(); ++i) {
        const LayeredChain& chain = graph.chains[i];
        if (!request.edges[i].label || chain.left == chain.right) continue;
        double& gap = gaps[graph.vertices[chain.left].rank];
        gap = std::max(gap, request.edges[i].label->width);
    }
    std::vector<Column> columns;
    double x = 0;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        columns.push_back({x, x + widths[i]});
        x += widths[i] + gaps[i];
    }
    return columns;
}

/// Where edges meet the nodes: the y of each edge's end at its left and at its right node.
class Ports {
public:
    Ports(const LayoutRequest& request, const LayeredGraph& graph)
        : m_y(graph.chains.size()), m_leaving(request.nodes.size()), m_arriving(request.nodes.size()) {
        for (Index i = 0; i < graph.chains.size(); ++i) {
            const LayeredChain& chain = graph.chains[i];
            if (chain.left == chain.right) continue;
            const Index second = chain.bends ? chain.firstBend : chain.right;
            const Index lastButOne = chain.bends ? chain.firstBend + chain.bends - 1 : chain.left;
            m_leaving[chain.left].emplace_back(graph.vertices[second].y, i);
            m_arriving[chain.right].emplace_back(graph.vertices[lastButOne].y, i);
        }
        for (Index node = 0; node < request.nodes.size(); ++node) {
            const double height = request.nodes[node].size.height;
            const double y = graph.vertices[node].y;
            spread(m_leaving[node], y, height, [this](Index edge) -> double& { return m_y[edge].first; });
            spread(m_arriving[node], y, height, [this](Index edge) -> double& { return m_y[edge].second; });
        }
    }

    [[nodiscard]] double atLeftNode(std::size_t edge) const { return m_y[edge].first; }
    [[nodiscard]] double atRightNode(std::size_t edge) const { return m_y[edge].second; }

private:
    using Ends = std::vector<std::pair<double, Index>>; // height of the next vertex, edge

    template <class Port>
    static void spread(Ends& ends, double y, double height, Port port) {
        if (ends.empty()) return;
        std::sort(ends.begin(), ends.end());
        const double gaps = static_cast<double>(ends.size() - 1);
        const double room = std::max(0.0, height - 2 * kPortMargin);
        const double step = gaps > 0 ? std::min(kPortStep, room / gaps) : 0;
        for (std::size_t i = 0; i < ends.size(); ++i)
            port(ends[i].second) = y + (static_cast<double>(i) - gaps / 2) * step;
    }

    std::vector<std::pair<double, double>> m_y;
    std::vector<Ends> m_leaving;
    std::vector<Ends> m_arriving;
};

void levelTo(std::vector<LayoutPoint>& curve, double x) {
    const LayoutPoint from = curve.back();
    if (x - from.x < 0.5) return;
    const double third = (x - from.x) / 3;
    curve.insert(curve.end(), {{from.x + third, from.y}, {x - third, from.y}, {x, from.y}});
}

void swingTo(std::vector<LayoutPoint>& curve, LayoutPoint to) {
    const LayoutPoint from = curve.back();
    const double half = (to.x - from.x) / 2;
    curve.insert(curve.end(), {{from.x + half, from.y}, {to.x - half, to.y}, to});
}

class Router {
public:
    Router(const LayoutRequest& request, const LayeredGraph& graph, const std::vector<Column>& columns,
           const std::vector<PlacedNode>& nodes)
        : m_request(request), m_graph(graph), m_columns(columns), m_nodes(nodes), m_ports(request, graph),
          m_loops(nodes.size(), 0) {}

    [[nodiscard]] EdgeRoute route(std::size_t edge) {
        const LayeredChain& chain = m_graph.chains[edge];
        const auto& label = m_request.edges[edge].label;
        if (chain.left == chain.right) return selfLoop(m_nodes[chain.left], m_loops[chain.left]++, label);

        EdgeRoute route;
        std::vector<LayoutPoint>& curve = route.curve;
        curve.push_back({m_nodes[chain.left].right(), m_ports.atLeftNode(edge)});
        levelTo(curve, columnOf(chain.left).right);
        for (Index bend = chain.firstBend; bend < chain.firstBend + chain.bends; ++bend) {
            swingTo(curve, {columnOf(bend).left, m_graph.vertices[bend].y});
            levelTo(curve, columnOf(bend).right);
        }
        const double arrival = m_ports.atRightNode(edge);
        const double end = m_nodes[chain.right].left();
        swingTo(curve, {std::min(columnOf(chain.right).left, end), arrival});
        levelTo(curve, end);
        curve.back().x = end;
        if (label) route.label = middleOfFirstGap(chain, curve);
        if (chain.backwards) std::reverse(curve.begin(), curve.end());
        return route;
    }

private:
    [[nodiscard]] const Column& columnOf(Index vertex) const {
        return m_columns[m_graph.vertices[vertex].rank];
    }

    /// The first swing of a curve that still runs from left to right.
    [[nodiscard]] LayoutPoint middleOfFirstGap(const LayeredChain& chain,
                                               const std::vector<LayoutPoint>& curve) const {
        const bool level = columnOf(chain.left).right - m_nodes[chain.left].right() >= 0.5;
        const std::size_t first = level ? 3 : 0;
        return {(curve[first].x + curve[first + 3].x) / 2, (curve[first].y + curve[first + 3].y) / 2};
    }

    const LayoutRequest& m_request;
    const LayeredGraph& m_graph;
    const std::vector<Column>& m_columns;
    const std::vector<PlacedNode>& m_nodes;
    Ports m_ports;
    std::vector<std::size_t> m_loops; ///< drawn so far, per node
};

} // namespace

GraphLayout drawLayers(const LayoutRequest& request, const LayeredGraph& graph) {
    GraphLayout layout;
    layout.engine = LayoutEngineUsed::Layered;
    const std::vector<Column> columns = columnsOf(request, graph);
    for (std::size_t i = 0; i < request.nodes.size(); ++i) {
        const LayeredVertex& vertex = graph.vertices[i];
        layout.nodes.push_back({{columns[vertex.rank].middle(), vertex.y}, request.nodes[i].size});
    }
    Router router(request, graph, columns, layout.nodes);
    for (std::size_t i = 0; i < request.edges.size(); ++i)
        layout.edges.push_back(router.route(i));
    return layout;
}

} // namespace hallway
