#include "items/EdgeModel.h"

#include "base/FormatText.h"
#include "items/FigureText.h"

#include <QCoreApplication>

namespace hallway {

namespace {

QString heading(const char* text) { return QCoreApplication::translate("EdgeModel", text); }

TableColumn<EdgeItem> subjectColumn() {
    return {heading(QT_TRANSLATE_NOOP("EdgeModel", "Edge")),
            false,
            [](const EdgeItem& item) { return item.caller; },
            [](const EdgeItem& item) { return item.caller + QStringLiteral(" → ") + item.callee; },
            [](const EdgeItem& a, const EdgeItem& b) {
                return std::tie(a.caller, a.callee) < std::tie(b.caller, b.callee);
            },
            [](const EdgeItem& item, int role) -> QVariant {
                switch (role) {
                case SecondLineRole:
                    return QString(QStringLiteral("→ ") + item.callee);
                case IdRole:
                    return item.edge.id.value();
                case Qt::ToolTipRole:
                case Qt::AccessibleTextRole:
                    return QString(item.caller + QStringLiteral(" → ") + item.callee);
                default:
                    return {};
                }
            }};
}

TableColumn<EdgeItem> percentileColumn(const QString& title, Percentile percentile) {
    return {title,
            true,
            [percentile](const EdgeItem& item) { return percentileText(item.edge.latency, percentile); },
            [percentile](const EdgeItem& item) { return percentileExact(item.edge.latency, percentile); },
            [percentile](const EdgeItem& a, const EdgeItem& b) {
                return percentileLess(a.edge.latency, b.edge.latency, percentile);
            },
            [percentile](const EdgeItem& item, int role) {
                return percentileRole(item.edge.latency, percentile, role);
            }};
}

double failedShare(const EdgeItem& item) {
    return item.edge.calls == 0
               ? 0
               : static_cast<double>(item.edge.failed) / static_cast<double>(item.edge.calls);
}

bool hasFanOut(const EdgeItem& item) { return item.edge.fanOut && item.edge.fanOut->entries > 0; }
double fanOutMean(const EdgeItem& item) { return hasFanOut(item) ? item.edge.fanOut->mean : -1; }

} // namespace

EdgeModel::EdgeModel(QObject* parent) : RowTableModel(parent) {
    setColumns({
        subjectColumn(),
        {heading(QT_TRANSLATE_NOOP("EdgeModel", "Calls")),
         true,
         [](const EdgeItem& item) { return toQString(format::countExact(item.edge.calls)); },
         [](const EdgeItem& item) { return QString::number(item.edge.calls); },
         [](const EdgeItem& a, const EdgeItem& b) { return a.edge.calls < b.edge.calls; },
         {}},
        {heading(QT_TRANSLATE_NOOP("EdgeModel", "Failed")), true,
         [](const EdgeItem& item) { return toQString(format::share(item.edge.failed, item.edge.calls)); },
         [](const EdgeItem& item) { return QString::number(item.edge.failed); },
         [](const EdgeItem& a, const EdgeItem& b) { return failedShare(a) < failedShare(b); },
         [](const EdgeItem& item, int role) { return failureRole(item.edge.failed, item.edge.calls, role); }},
        percentileColumn(QStringLiteral("p99"), Percentile::P99),
        percentileColumn(QStringLiteral("p50"), Percentile::P50),
        percentileColumn(QStringLiteral("p95"), Percentile::P95),
        {heading(QT_TRANSLATE_NOOP("EdgeModel", "Fan-out")),
         true,
         [](const EdgeItem& item) {
             return hasFanOut(item) ? toQString(format::fanOut(item.edge.fanOut->mean)) : QStringLiteral("–");
         },
         [](const EdgeItem& item) {
             return hasFanOut(item) ? QString::number(item.edge.fanOut->mean, 'g', 17) : QString();
         },
         [](const EdgeItem& a, const EdgeItem& b) { return fanOutMean(a) < fanOutMean(b); },
         {}},
    });
    setColumnKeys({QStringLiteral("edge"), QStringLiteral("calls"), QStringLiteral("failed"),
                   QStringLiteral("p99_ns"), QStringLiteral("p50_ns"), QStringLiteral("p95_ns"),
                   QStringLiteral("fan_out")});
    addTotals();
}

void EdgeModel::addTotals() {
    const auto sum = [](const std::vector<EdgeItem>& items, std::uint64_t GraphEdge::*member) {
        std::uint64_t total = 0;
        for (const EdgeItem& item : items)
            total += item.edge.*member;
        return total;
    };
    setTotal(Subject, [](const std::vector<EdgeItem>& items) {
        return rowsTotal(items.size(), heading(QT_TRANSLATE_NOOP("EdgeModel", "1 edge")),
                         heading(QT_TRANSLATE_NOOP("EdgeModel", "All %1 edges")));
    });
    setTotal(Calls, [sum](const auto& items) { return countTotal(sum(items, &GraphEdge::calls)); });
    setTotal(Failed, [sum](const auto& items) {
        return failedTotal(sum(items, &GraphEdge::failed), sum(items, &GraphEdge::calls));
    });
    for (const int column : {P99, P50, P95, FanOut})
        setTotal(column, [](const auto&) {
            return unknownTotal(heading(QT_TRANSLATE_NOOP(
                "EdgeModel", "Calls of several edges follow one another: their times have no "
                             "common percentile.")));
        });
}

void EdgeModel::setGraph(const ServiceGraph& graph, bool withOrphans) {
    std::vector<EdgeItem> items;
    for (const EdgeId id : edgesByPain(graph)) {
        const GraphEdge& edge = graph.edges[id.index()];
        if (edge.calls == 0 || (edge.fromMissingParent && !withOrphans)) continue;
        const auto name = [&](NodeId node) {
            return toQString(format::printable(graph.nodes[node.index()].node.label));
        };
        items.push_back({edge, name(edge.caller), name(edge.callee)});
    }
    setRows(std::move(items));
}

QVariant EdgeModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (section == Subject && orientation == Qt::Horizontal && role == Qt::DisplayRole && !isSorted())
        return heading(QT_TRANSLATE_NOOP("EdgeModel", "Edge, by pain"));
    return RowTableModel::headerData(section, orientation, role);
}

int EdgeModel::rowOf(EdgeId edge) const {
    return find([edge](const EdgeItem& item) { return item.edge.id == edge; });
}

} // namespace hallway
