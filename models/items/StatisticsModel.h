// The statistics table as a tree of two levels: groups, and what they are parted into.
#pragma once

#include "items/ColumnTotal.h"
#include "items/SortableModel.h"
#include "session/Statistics.h"

#include <QAbstractItemModel>

#include <vector>

namespace hallway {

/// GUI thread. Sorted by most self time until somebody sorts otherwise.
class StatisticsModel : public QAbstractItemModel, public SortableModel {
    Q_OBJECT

public:
    enum Column { Value, Spans, Failed, Total, Self, P50, P95, P99 };
    static constexpr int columns = 8;

    using QAbstractItemModel::QAbstractItemModel;

    void setTable(StatisticsTable table);
    [[nodiscard]] const StatisticsTable& table() const { return m_table; }
    /// Needs a valid index.
    [[nodiscard]] const StatisticsRow& at(const QModelIndex& index) const;
    /// The group of a part; of a group itself.
    [[nodiscard]] const StatisticsRow& groupOf(const QModelIndex& index) const;

    void sort(int column, Qt::SortOrder order) override { sortBy({{column, order}}); }
    void sortBy(const std::vector<SortKey>& keys) override;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& = {}) const override { return columns; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void order();

    StatisticsTable m_table;
    std::vector<SortKey> m_keys;
};

/// "cart", "(none)": fit to be shown.
[[nodiscard]] QString shownValue(const StatisticsValue& value);
/// "Service", "Operation", the name of the attribute.
[[nodiscard]] QString shownKey(const StatisticsKey& key);

} // namespace hallway
