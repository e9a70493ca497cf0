// How a person arranged a table's columns; remembered between two starts.
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

namespace hallway {

/// Columns by ColumnKeyRole; those not named stand where the model has them, shown, as wide as they need.
struct TableLayout {
    QStringList order; ///< from left to right
    QStringList hidden;
    QMap<QString, int> widths; ///< px, of those made wider or narrower by hand
    QStringList attributes;    ///< columns of attributes, as attributeNameOf() reads them
    bool operator==(const TableLayout&) const = default;
};

} // namespace hallway
