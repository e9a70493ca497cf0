// A cell of a table's row of totals.
#pragma once

#include <QString>

namespace hallway {

/// What a column comes to over all rows.
struct ColumnTotal {
    QString text;  ///< an en dash where it cannot be known
    QString exact; ///< "" likewise
    QString toolTip{};
};

} // namespace hallway
