#include "ShopGraph.h"

#include "graph/GraphGeometry.h"
#include "layout/LayeredFallback.h"

#include <QGuiApplication>

#include <algorithm>
#include <utility>

namespace hallway::test {

std::shared_ptr<const ServiceGraph> shopGraph() {
    GraphBuilder shop;
    shop.node("user", NodeKind::User);
    for (const char* service : {"gateway", "catalog", "search", "accounts", "cart", "checkout", "recommend"})
        shop.node(service);
    shop.node("thumb-resize", NodeKind::Function);
    shop.node("products@search-1", NodeKind::Database, "opensearch");
    shop.node("catalog@pg-read", NodeKind::Database, "postgresql");
    shop.node("carts@redis-1", NodeKind::Database, "redis");
    shop.node("api.acquirer.example", NodeKind::External);
    shop.node("stock@pg-main", NodeKind::Database, "postgresql");
    shop.node("orders@pg-main", NodeKind::Database, "postgresql");
    shop.node("order.events", NodeKind::Queue, "kafka");
    shop.node("sessions@redis-2", NodeKind::Database, "redis");
    using enum CallClass;
    shop.edge("user", "gateway", Rpc, 24180, 312, 10, 38, 2710);
    shop.edge("gateway", "catalog", Rpc, 9420, 2, 2, 12, 118, .39);
    shop.edge("gateway", "search", Rpc, 4310, 3, 3, 28, 342, .18);
    shop.edge("gateway", "accounts", Rpc, 7905, 0, 0, 6, 41, .33);
    shop.edge("gateway", "cart", Rpc, 5122, 4, 4, 244, 702, .21);
    shop.edge("gateway", "checkout", Rpc, 2418, 302, 11, 612, 3340, .10);
    shop.edge("gateway", "recommend", Rpc, 3880, 51, 51, 31, 610, .16);
    shop.edge("gateway", "thumb-resize", Function, 1204, 4, 4, 64, 1420, .05);
    shop.edge("search", "products@search-1", Database, 4310, 2, 2, 19, 298, 1);
    shop.edge("catalog", "catalog@pg-read", Database, 12380, 0, 0, 3, 31, 1);
    shop.edge("recommend", "catalog", Rpc, 2960, 0, 0, 9, 90, .76);
    shop.edge("cart", "pricing", Rpc, 106868, 0, 0, 18, 52, 14.2);
    shop.edge("cart", "carts@redis-1", Database, 15080, 0, 0, .4, 2.8, 2);
    shop.edge("pricing", "catalog@pg-read", Database, 5340, 0, 0, 4, 33, .05);
    shop.edge("checkout", "cart", Rpc, 2418, 0, 0, 251, 690, 1);
    shop.edge("checkout", "accounts", Rpc, 2418, 0, 0, 6, 40, 1);
    shop.edge("checkout", "inventory", Rpc, 2709, 32, 5, 44, 640, 1.12);
    shop.edge("checkout", "payments", Rpc, 2418, 291, 0, 290, 2940, 1);
    shop.edge("checkout", "orders", Rpc, 2127, 0, 0, 22, 160, .88);
    shop.edge("payments", "fraud", Rpc, 2418, 0, 0, 18, 96, 1);
    shop.edge("payments", "api.acquirer.example", External, 2830, 703, 703, 241, 1004, 1.17);
    shop.edge("inventory", "stock@pg-main", Database, 5418, 27, 27, 8, 590, 2);
    shop.edge("orders", "orders@pg-main", Database, 8508, 0, 0, 4, 44, 2);
    shop.edge("orders", "order.events", Messaging, 2127, 0, 0, 3, 21, .5);
    shop.edge("order.events", "email", Messaging, 2127, 14, 14, 61, 402);
    shop.edge("order.events", "shipping", Messaging, 2127, 0, 0, 48, 240);
    shop.edge("accounts", "sessions@redis-2", Database, 10323, 0, 0, .3, 1.9, 1);
    shop.edge("fraud", "fraud", Rpc, 620, 0, 0, 5, 30, .26);
    shop.edge("fraud", "payments", Rpc, 88, 0, 0, 9, 41, .04);
    shop.edge("shipping", "orders", Rpc, 2127, 0, 0, 12, 77, 1);
    return shop.build();
}

std::shared_ptr<const ServiceGraph> denseGraph(int services, int edges) {
    GraphBuilder dense;
    std::uint32_t state = 7;
    const auto random = [&state](int below) {
        state = state * 1'664'525 + 1'013'904'223;
        return static_cast<int>((state >> 8) % static_cast<std::uint32_t>(below));
    };
    const auto name = [](int i) {
        std::string digits = std::to_string(i);
        return "service-" + std::string(3 - std::min<std::size_t>(3, digits.size()), '0') + digits;
    };
    for (int i = 0; i < services; ++i)
        dense.node(name(i));
    for (int i = 0; i < edges; ++i) {
        const int tail = i < services - 1 ? std::max(0, i + 1 - 1 - random(9)) : random(services - 1);
        const int head =
            i < services - 1 ? i + 1 : std::min(services - 1, tail + 1 + random(services / 4 + 1));
        const auto calls = static_cast<std::uint64_t>(20 + random(100) * random(100));
        const std::uint64_t failed = i % 23 == 11 ? calls / 8 : i % 31 == 7 ? calls / 50 + 1 : 0;
        dense.edge(name(tail), name(head), CallClass::Rpc, calls, failed, i % 2 == 0 ? failed : 0,
                   5 + random(90), 100 + random(700), i % 40 == 3 ? 16.4 : 1);
    }
    return dense.build();
}

GraphScene sceneOf(std::shared_ptr<const ServiceGraph> graph, const GraphFilter& filter,
                   LabelMeasure measure) {
    const VisibleGraph visible = visibleGraph(*graph, filter);
    const Fonts fonts(QGuiApplication::font());
    GraphLayout layout =
        layeredLayout(layoutRequestOf(*graph, visible, measure, fonts, GraphPurpose::Screen));
    layout.engine = LayoutEngineUsed::Graphviz; // or else views would apologise for the fallback
    return makeScene(std::move(graph), visible, layout, measure);
}

} // namespace hallway::test
