#include "items/ServiceModel.h"

#include "base/FormatText.h"
#include "items/FigureText.h"

#include <QCoreApplication>

namespace hallway {

namespace {

QString heading(const char* text) { return QCoreApplication::translate("ServiceModel", text); }

QString kindText(NodeKind kind) {
    switch (kind) {
    case NodeKind::Service:
        return heading(QT_TRANSLATE_NOOP("ServiceModel", "service"));
    case NodeKind::Database:
        return heading(QT_TRANSLATE_NOOP("ServiceModel", "database"));
    case NodeKind::Queue:
        return heading(QT_TRANSLATE_NOOP("ServiceModel", "queue"));
    case NodeKind::Function:
        return heading(QT_TRANSLATE_NOOP("ServiceModel", "function"));
    case NodeKind::External:
        return heading(QT_TRANSLATE_NOOP("ServiceModel", "external"));
    case NodeKind::User:
        return heading(QT_TRANSLATE_NOOP("ServiceModel", "user"));
    }
    return {};
}

TableColumn<ServiceItem> percentileColumn(const QString& title, Percentile percentile) {
    return {title,
            true,
            [percentile](const ServiceItem& item) { return percentileText(item.node.latency, percentile); },
            [percentile](const ServiceItem& item) { return percentileExact(item.node.latency, percentile); },
            [percentile](const ServiceItem& a, const ServiceItem& b) {
                return percentileLess(a.node.latency, b.node.latency, percentile);
            },
            [percentile](const ServiceItem& item, int role) {
                return percentileRole(item.node.latency, percentile, role);
            }};
}

double failedShare(const ServiceItem& item) {
    const std::uint64_t requests = item.node.requests();
    return requests == 0 ? 0
                         : static_cast<double>(item.node.failedRequests()) / static_cast<double>(requests);
}

double fanOutMean(const ServiceItem& item) { return item.node.fanOut ? item.node.fanOut->mean : -1; }

} // namespace

ServiceModel::ServiceModel(QObject* parent) : RowTableModel(parent) {
    setColumns({
        {heading(QT_TRANSLATE_NOOP("ServiceModel", "Service")),
         false,
         [](const ServiceItem& item) { return item.label; },
         {},
         [](const ServiceItem& a, const ServiceItem& b) {
             return a.label.compare(b.label, Qt::CaseInsensitive) < 0;
         },
         [](const ServiceItem& item, int role) -> QVariant {
             if (role == IdRole) return item.node.id.value();
             if (role == Qt::ToolTipRole)
                 return QString(item.label + QStringLiteral(" · ") + kindText(item.node.node.kind));
             return {};
         }},
        {heading(QT_TRANSLATE_NOOP("ServiceModel", "Requests")),
         true,
         [](const ServiceItem& item) { return toQString(format::countExact(item.node.requests())); },
         [](const ServiceItem& item) { return QString::number(item.node.requests()); },
         [](const ServiceItem& a, const ServiceItem& b) { return a.node.requests() < b.node.requests(); },
         {}},
        {heading(QT_TRANSLATE_NOOP("ServiceModel", "Failed")), true,
         [](const ServiceItem& item) {
             return toQString(format::share(item.node.failedRequests(), item.node.requests()));
         },
         [](const ServiceItem& item) { return QString::number(item.node.failedRequests()); },
         [](const ServiceItem& a, const ServiceItem& b) { return failedShare(a) < failedShare(b); },
         [](const ServiceItem& item, int role) {
             return failureRole(item.node.failedRequests(), item.node.requests(), role);
         }},
        percentileColumn(QStringLiteral("p99"), Percentile::P99),
        percentileColumn(QStringLiteral("p50"), Percentile::P50),
        percentileColumn(QStringLiteral("p95"), Percentile::P95),
        {heading(QT_TRANSLATE_NOOP("ServiceModel", "Fan-out")),
         true,
         [](const ServiceItem& item) {
             return item.node.fanOut ? toQString(format::fanOut(item.node.fanOut->mean))
                                     : QStringLiteral("–");
         },
         [](const ServiceItem& item) {
             return item.node.fanOut ? QString::number(item.node.fanOut->mean, 'g', 17) : QString();
         },
         [](const ServiceItem& a, const ServiceItem& b) { return fanOutMean(a) < fanOutMean(b); },
         {}},
    });
    setColumnKeys({QStringLiteral("service"), QStringLiteral("requests"), QStringLiteral("failed"),
                   QStringLiteral("p99_ns"), QStringLiteral("p50_ns"), QStringLiteral("p95_ns"),
                   QStringLiteral("fan_out")});
    addTotals();
}

void ServiceModel::addTotals() {
    const auto sum = [](const std::vector<ServiceItem>& items, std::uint64_t (GraphNode::*figure)() const) {
        std::uint64_t total = 0;
        for (const ServiceItem& item : items)
            total += (item.node.*figure)();
        return total;
    };
    setTotal(Subject, [](const std::vector<ServiceItem>& items) {
        return rowsTotal(items.size(), heading(QT_TRANSLATE_NOOP("ServiceModel", "1 node")),
                         heading(QT_TRANSLATE_NOOP("ServiceModel", "All %1 nodes")));
    });
    setTotal(Requests, [sum](const auto& items) { return countTotal(sum(items, &GraphNode::requests)); });
    setTotal(Failed, [sum](const auto& items) {
        return failedTotal(sum(items, &GraphNode::failedRequests), sum(items, &GraphNode::requests));
    });
    for (const int column : {P99, P50, P95, FanOut})
        setTotal(column, [](const auto&) {
            return unknownTotal(
                heading(QT_TRANSLATE_NOOP("ServiceModel", "A request to one service is part of a request to "
                                                          "another: they have no common percentile.")));
        });
}

void ServiceModel::setGraph(const ServiceGraph& graph, bool withOrphans) {
    std::vector<ServiceItem> items;
    for (const GraphNode& node : graph.nodes) {
        if ((node.requests() == 0 && node.spans == 0) || (node.node.missingParent && !withOrphans)) continue;
        items.push_back({node, toQString(format::printable(node.node.label))});
    }
    std::stable_sort(items.begin(), items.end(), [](const ServiceItem& a, const ServiceItem& b) {
        const bool aIsService = a.node.node.kind == NodeKind::Service,
                   bIsService = b.node.node.kind == NodeKind::Service;
        return aIsService != bIsService ? aIsService : a.node.requests() > b.node.requests();
    });
    setRows(std::move(items));
}

int ServiceModel::rowOf(NodeId node) const {
    return find([node](const ServiceItem& item) { return item.node.id == node; });
}

} // namespace hallway
