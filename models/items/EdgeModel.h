// The edges of the graph as a table: what is called, how often, how badly, how slowly.
#pragma once

#include "analysis/ServiceGraph.h"
#include "items/RowTableModel.h"

namespace hallway {

struct EdgeItem {
    GraphEdge edge;
    QString caller, callee;
};

class EdgeModel : public RowTableModel<EdgeItem> {
public:
    enum Column { Subject, Calls, Failed, P99, P50, P95, FanOut };

    explicit EdgeModel(QObject* parent = nullptr);
    /// Edges with calls, worst first (look.md 5.1). Those from `(missing parent)` only if asked for.
    void setGraph(const ServiceGraph& graph, bool withOrphans = false);
    /// The row an edge is shown in; -1 if it is not.
    [[nodiscard]] int rowOf(EdgeId edge) const;
    /// The first head says it while the edges stand worst first.
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void addTotals();
};

} // namespace hallway
