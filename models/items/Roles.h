// What item models tell delegates beyond the text of a cell.
#pragma once

#include <Qt>

namespace hallway {

enum ItemRole {
    ExactRole = Qt::UserRole + 1, ///< QString: the exact value, what copying gives
    IdRole,                       ///< quint32: the id of the row's subject (edge, node, trace, call, span)
    HealthRole,                   ///< int(Health): colour and mark of the cell; absent = none
    UncertainRole,                ///< bool: a percentile on too few calls (look.md section 8)
    BarRole,        ///< double 0..1: length of the bar under the figure; absent = none. Where health
                    ///< is told, only what hurts has one
    SecondLineRole, ///< QString: a strong second line under the text
    FewCallsRole,   ///< bool: the mark is drawn hollow
    // of heads
    ColumnKeyRole,    ///< QString: the column's name in files and settings, whatever the language
    TotalRole,        ///< QString: what stands in the row of totals; absent = the column has no such thing
    TotalExactRole,   ///< QString: its exact value
    TotalToolTipRole, ///< QString
};

} // namespace hallway
