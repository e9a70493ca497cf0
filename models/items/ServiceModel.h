// The nodes of the graph as a table.
#pragma once

#include "analysis/ServiceGraph.h"
#include "items/RowTableModel.h"

namespace hallway {

struct ServiceItem {
    GraphNode node;
    QString label;
};

class ServiceModel : public RowTableModel<ServiceItem> {
public:
    enum Column { Subject, Requests, Failed, P99, P50, P95, FanOut };

    explicit ServiceModel(QObject* parent = nullptr);
    /// Nodes with requests or spans; services first, then by requests.
    void setGraph(const ServiceGraph& graph, bool withOrphans = false);
    [[nodiscard]] int rowOf(NodeId node) const;

private:
    void addTotals();
};

} // namespace hallway
