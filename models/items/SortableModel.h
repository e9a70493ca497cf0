// What figure tables ask of a model beyond QAbstractItemModel: sorting by several columns.
#pragma once

#include <QAbstractItemModel>

#include <vector>

namespace hallway {

struct SortKey {
    int column = 0;
    Qt::SortOrder order = Qt::AscendingOrder;
    bool operator==(const SortKey&) const = default;
};

/// A model that a table sorts by more than one column; models inherit it beside their Qt base.
class SortableModel {
public:
    virtual ~SortableModel() = default;
    /// The first key decides, the next ones among what is equal by those before; none: the given order.
    virtual void sortBy(const std::vector<SortKey>& keys) = 0;
};

} // namespace hallway
