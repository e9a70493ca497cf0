// What the critical paths of many traces were spent in, as a table: a row an edge, service or call path.
#pragma once

#include "items/RowTableModel.h"
#include "report/CriticalPathReport.h"

namespace hallway {

struct CriticalPathItem {
    CriticalPathRow row;
    QString subject, tip; ///< the tip: a whole call path, line by line
    Duration whole{};     ///< what shares are of
};

/// Names of rows, made fit to be shown: "cart → carts@db-1", "cart", "cart: GET /carts".
[[nodiscard]] std::vector<CriticalPathItem>
criticalPathItems(std::vector<CriticalPathRow> rows, PathGrouping by, Duration whole,
                  const CallPathTree& tree, const CallTable& calls, const StringPool& strings);

class CriticalPathModel : public RowTableModel<CriticalPathItem> {
public:
    enum Column { Subject, Share, OnPath, Through, Traces };

    explicit CriticalPathModel(QObject* parent = nullptr);
};

} // namespace hallway
