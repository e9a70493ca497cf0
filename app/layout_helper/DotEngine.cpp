#include "layout_helper/DotEngine.h"

#include "layout/ConnectedParts.h"
#include "layout/EdgeCurve.h"
#include "layout_helper/Parallels.h"
#include "layout_helper/Spikes.h"

#include <gvc.h>
#include <gvcext.h>

#include <array>
#include <cmath>
#include <locale>
#include <memory>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

extern "C" gvplugin_library_t gvplugin_dot_layout_LTX_library;

namespace hallway {
namespace {

constexpr double kPixelsPerInch = 72;    ///< one px of ours is one point of Graphviz
constexpr const char* kRoomInBox = "10"; ///< px from a box to what it holds
constexpr double kRoomOfLoop = 10;       ///< px dot keeps free above a node for each of its self edges

using Context = std::unique_ptr<GVC_t, decltype([](GVC_t* context) { gvFreeContext(context); })>;
using Graph = std::unique_ptr<Agraph_t, decltype([](Agraph_t* graph) { agclose(graph); })>;

/// Keeps Graphviz's layout data inside a graph for as long as it is read.
class LaidOut {
public:
    LaidOut(GVC_t* context, Agraph_t* graph)
        : m_context(context), m_graph(graph), m_fine(gvLayout(context, graph, "dot") == 0) {}
    ~LaidOut() {
        if (m_fine) gvFreeLayout(m_context, m_graph);
    }
    LaidOut(const LaidOut&) = delete;
    LaidOut& operator=(const LaidOut&) = delete;

    explicit operator bool() const { return m_fine; }

private:
    GVC_t* m_context;
    Agraph_t* m_graph;
    bool m_fine;
};

/// Graphviz takes its texts as char* and does not write to them.
char* text(const char* constant) { return const_cast<char*>(constant); }
char* text(const std::string& value) { return const_cast<char*>(value.c_str()); }

/// With a point, whatever the locale.
std::string inches(double pixels) {
    std::ostringstream stream;
    stream.imbue(std::locale::classic());
    stream << pixels / kPixelsPerInch;
    return stream.str();
}

void declare(Agraph_t* graph, int kind, const char* name, const std::string& value) {
    agattr(graph, kind, text(name), text(value));
}

void set(void* object, const char* name, const std::string& value) { agset(object, text(name), text(value)); }

Graph emptyGraph(const LayoutRequest& request) {
    Graph graph(agopen(text("g"), Agdirected, nullptr));
    declare(graph.get(), AGRAPH, "rankdir", request.direction == LayoutDirection::TopDown ? "TB" : "LR");
    // One ranking for all: box by box, callers would stand below their callees instead of before them.
    if (!request.boxes.empty()) declare(graph.get(), AGRAPH, "newrank", "true");
    declare(graph.get(), AGRAPH, "label", "");
    declare(graph.get(), AGRAPH, "labeljust", "l");
    declare(graph.get(), AGRAPH, "margin", kRoomInBox);
    declare(graph.get(), AGRAPH, "splines", "true");
    declare(graph.get(), AGRAPH, "ranksep", inches(request.rankSeparation));
    declare(graph.get(), AGRAPH, "nodesep", inches(request.nodeSeparation));
    declare(graph.get(), AGNODE, "shape", "box");
    declare(graph.get(), AGNODE, "fixedsize", "true");
    declare(graph.get(), AGNODE, "label", "");
    declare(graph.get(), AGNODE, "width", "1");
    declare(graph.get(), AGNODE, "height", "1");
    declare(graph.get(), AGEDGE, "arrowhead", "none"); // the curve then ends at the border of the node
    declare(graph.get(), AGEDGE, "weight", "1");
    declare(graph.get(), AGEDGE, "minlen", "1");
    declare(graph.get(), AGEDGE, "label", "");
    return graph;
}

/// An empty table of the wanted size: room without text, so no font is needed to measure it.
void reserve(Agraph_t* graph, void* object, const LayoutSize& room) {
    const auto px = [](double length) { return std::to_string(static_cast<int>(std::lround(length))); };
    const std::string table = "<TABLE BORDER=\"0\" CELLBORDER=\"0\" FIXEDSIZE=\"TRUE\" WIDTH=\"" +
                              px(room.width) + "\" HEIGHT=\"" + px(room.height) +
                              "\"><TR><TD></TD></TR></TABLE>";
    char* html = agstrdup_html(graph, text(table));
    agset(object, text("label"), html);
    agstrfree(graph, html);
}

/// What Graphviz calls clusters.
std::vector<Agraph_t*> addBoxes(Agraph_t* graph, const LayoutRequest& request) {
    std::vector<Agraph_t*> boxes;
    boxes.reserve(request.boxes.size());
    for (const BoxToDraw& wanted : request.boxes) {
        Agraph_t* around = wanted.parent ? boxes[*wanted.parent] : graph;
        Agraph_t* box = agsubg(around, text("cluster" + std::to_string(boxes.size())), 1);
        reserve(graph, box, wanted.title);
        boxes.push_back(box);
    }
    return boxes;
}

std::vector<Agnode_t*> addNodes(Agraph_t* graph, const LayoutRequest& request,
                                const std::vector<Agraph_t*>& boxes) {
    std::vector<Agnode_t*> nodes;
    nodes.reserve(request.nodes.size());
    for (const NodeToPlace& wanted : request.nodes) {
        Agnode_t* node = agnode(graph, text("n" + std::to_string(nodes.size())), 1);
        set(node, "width", inches(wanted.size.width));
        set(node, "height", inches(wanted.size.height));
        if (wanted.box) agsubnode(boxes[*wanted.box], node, 1);
        nodes.push_back(node);
    }
    return nodes;
}

/// One per edge of the request; null for self edges, which are drawn without dot.
std::vector<Agedge_t*> addEdges(Agraph_t* graph, const LayoutRequest& request,
                                const std::vector<Agnode_t*>& nodes) {
    std::vector<Agedge_t*> edges;
    edges.reserve(request.edges.size());
    for (const EdgeToRoute& wanted : request.edges) {
        if (wanted.tail == wanted.head) {
            edges.push_back(nullptr);
            continue;
        }
        Agedge_t* edge = agedge(graph, nodes[wanted.tail], nodes[wanted.head],
                                text("e" + std::to_string(edges.size())), 1);
        set(edge, "weight", std::to_string(wanted.weight));
        set(edge, "minlen", std::to_string(wanted.minLength));
        if (wanted.label) reserve(graph, edge, *wanted.label);
        edges.push_back(edge);
    }
    return edges;
}

/// dot's own loops are too flat for an arrow head, and labels on them would widen the whole graph. It is only
/// asked to keep the room for ours.
void keepRoomForLoops(Agraph_t* graph, const LayoutRequest& request, const std::vector<Agnode_t*>& nodes) {
    std::vector<std::size_t> loops(nodes.size(), 0);
    std::vector<double> room(nodes.size(), 0);
    for (const EdgeToRoute& edge : request.edges) {
        if (edge.tail != edge.head) continue;
        const double height = selfLoopHeight(loops[edge.tail]++, edge.label);
        for (; room[edge.tail] < height; room[edge.tail] += kRoomOfLoop)
            agedge(graph, nodes[edge.tail], nodes[edge.tail], nullptr, 1);
    }
}

/// Graphviz's y grows upwards.
LayoutPoint pointOf(pointf point) { return {point.x, -point.y}; }

PlacedBox boxOf(Agraph_t* cluster) {
    const boxf bounds = GD_bb(cluster);
    return {{bounds.LL.x, -bounds.UR.y}, {bounds.UR.x - bounds.LL.x, bounds.UR.y - bounds.LL.y}};
}

EdgeRoute routeOf(Agedge_t* edge, const PlacedNode& tail, const PlacedNode& head) {
    const splines* curves = ED_spl(edge);
    EdgeRoute route;
    if (!curves || curves->size == 0 || curves->list[0].size < 4) {
        route = straightRoute(tail, head); // dot gives up on an edge now and then
    } else {
        const bezier& curve = curves->list[0];
        for (int i = 0; i < curve.size; ++i)
            route.curve.push_back(pointOf(curve.list[i]));
        route.curve.front() = nearestOnBorder(tail, route.start()); // dot counts in whole px
        route.curve.back() = nearestOnBorder(head, route.tip());
        route = withoutSpikes(std::move(route));
    }
    if (const textlabel_t* label = ED_label(edge); label && label->set) route.label = pointOf(label->pos);
    return route;
}

Result<GraphLayout> layoutPart(GVC_t* context, const LayoutRequest& request) {
    const Graph graph = emptyGraph(request);
    const std::vector<Agraph_t*> boxes = addBoxes(graph.get(), request);
    const std::vector<Agnode_t*> nodes = addNodes(graph.get(), request, boxes);
    const std::vector<Agedge_t*> edges = addEdges(graph.get(), request, nodes);
    keepRoomForLoops(graph.get(), request, nodes);
    const LaidOut done(context, graph.get());
    if (!done) return fail(ErrorCode::LayoutFailed, {"Graphviz gave no layout"});

    GraphLayout layout;
    layout.nodes.reserve(nodes.size());
    for (std::size_t i = 0; i < nodes.size(); ++i)
        layout.nodes.push_back({pointOf(ND_coord(nodes[i])), request.nodes[i].size});
    layout.edges.reserve(edges.size());
    std::vector<std::size_t> loops(nodes.size(), 0);
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const EdgeToRoute& wanted = request.edges[i];
        const PlacedNode& tail = layout.nodes[wanted.tail];
        layout.edges.push_back(edges[i] ? routeOf(edges[i], tail, layout.nodes[wanted.head])
                                        : selfLoop(tail, loops[wanted.tail]++, wanted.label));
    }
    for (Agraph_t* box : boxes)
        layout.boxes.push_back(boxOf(box));
    separateParallels(layout, request);
    return layout;
}

} // namespace

Result<GraphLayout> layoutWithDot(const LayoutRequest& request) {
    std::array<lt_symlist_t, 2> plugins{
        {{"gvplugin_dot_layout_LTX_library", &gvplugin_dot_layout_LTX_library}, {nullptr, nullptr}}};
    const Context context(gvContextPlugins(plugins.data(), 0));
    if (!context) return fail(ErrorCode::LayoutFailed, {"Graphviz does not start"});
    agseterr(AGMAX); // its warnings are about things we do not use
    return layoutByParts(request, [&](const LayoutRequest& part) { return layoutPart(context.get(), part); });
}

} // namespace hallway
