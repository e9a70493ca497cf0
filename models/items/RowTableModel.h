// Tables of plain rows: a column says what it shows, how it sorts and what copying gives; the rest is here
// once.
#pragma once

#include "items/ColumnTotal.h"
#include "items/Roles.h"
#include "items/SortableModel.h"

#include <QAbstractTableModel>
#include <QMap>
#include <QStringList>

#include <algorithm>
#include <functional>
#include <iterator>
#include <numeric>
#include <vector>

namespace hallway {

template <class Row>
struct TableColumn {
    QString title;
    bool isFigure = true; ///< right-aligned, first sorted from the greatest down
    std::function<QString(const Row&)> text;
    std::function<QString(const Row&)> exact; ///< empty: the text
    /// Strict order of this column's values; ties keep the given order of the rows.
    std::function<bool(const Row&, const Row&)> less;
    /// Any other role; may be empty. An invalid QVariant means: nothing to say.
    std::function<QVariant(const Row&, int role)> more;
};

/// Rows in the order given until sort() or sortBy() is called; sort(-1) returns to it. GUI thread.
template <class Row>
class RowTableModel : public QAbstractTableModel, public SortableModel {
public:
    using QAbstractTableModel::QAbstractTableModel;

    /// Replaces all rows; the chosen sorting stays.
    void setRows(std::vector<Row> rows) {
        beginResetModel();
        m_rows = std::move(rows);
        m_knownTotals.clear();
        order();
        endResetModel();
    }

    [[nodiscard]] const Row& at(int row) const { return m_rows[m_order[static_cast<std::size_t>(row)]]; }
    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }

    /// Where a row is shown; -1 if there is none.
    template <class Predicate>
    [[nodiscard]] int find(Predicate matches) const {
        for (int row = 0; row < rowCount(); ++row)
            if (matches(at(row))) return row;
        return -1;
    }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(m_order.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
    }

    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
        const TableColumn<Row>& column = m_columns[static_cast<std::size_t>(index.column())];
        const Row& row = at(index.row());
        switch (role) {
        case Qt::DisplayRole:
            return column.text(row);
        case Qt::TextAlignmentRole:
            return QVariant(alignment(column));
        case ExactRole:
            return column.exact ? column.exact(row) : column.text(row);
        default:
            return column.more ? column.more(row, role) : QVariant();
        }
    }

    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override {
        if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
        const TableColumn<Row>& column = m_columns[static_cast<std::size_t>(section)];
        if (role == Qt::DisplayRole) return column.title;
        if (role == Qt::TextAlignmentRole) return QVariant(alignment(column));
        if (role == Qt::InitialSortOrderRole)
            return QVariant::fromValue(column.isFigure ? Qt::DescendingOrder : Qt::AscendingOrder);
        if (role == ColumnKeyRole) return m_keys.value(section);
        if (role == TotalRole || role == TotalExactRole || role == TotalToolTipRole)
            return totalData(section, role);
        return {};
    }

    void sort(int column, Qt::SortOrder direction) override { sortBy({{column, direction}}); }

    void sortBy(const std::vector<SortKey>& keys) override {
        m_sorted.clear();
        for (const SortKey& key : keys)
            if (key.column >= 0 && key.column < columnCount()) m_sorted.push_back(key);
        emit layoutAboutToBeChanged({}, VerticalSortHint);
        const std::vector<std::size_t> before = m_order;
        order();
        std::vector<int> placeOf(m_rows.size());
        for (std::size_t place = 0; place < m_order.size(); ++place)
            placeOf[m_order[place]] = static_cast<int>(place);
        const QModelIndexList old = persistentIndexList();
        for (const QModelIndex& index : old)
            changePersistentIndex(
                index, this->index(placeOf[before[static_cast<std::size_t>(index.row())]], index.column()));
        emit layoutChanged({}, VerticalSortHint);
        if (columnCount() > 0) emit headerDataChanged(Qt::Horizontal, 0, 0);
    }

protected:
    /// False: the rows stand in the order they were given.
    [[nodiscard]] bool isSorted() const { return !m_sorted.empty(); }
    using Total = std::function<ColumnTotal(const std::vector<Row>&)>;
    /// Once, before there are rows.
    void setColumns(std::vector<TableColumn<Row>> columns) { m_columns = std::move(columns); }
    void setColumnKeys(QStringList keys) { m_keys = std::move(keys); } ///< in the order of the columns
    void setTotal(int column, Total total) { m_totals.insert(column, std::move(total)); }

    /// Replaces all columns from `first` on, e.g. those of attributes; ends sorting by them.
    void replaceColumnsFrom(int first, std::vector<TableColumn<Row>> columns, const QStringList& keys) {
        beginResetModel();
        m_columns.resize(static_cast<std::size_t>(first));
        m_columns.insert(m_columns.end(), std::make_move_iterator(columns.begin()),
                         std::make_move_iterator(columns.end()));
        m_keys = m_keys.mid(0, first) + keys;
        std::erase_if(m_sorted, [first](const SortKey& key) { return key.column >= first; });
        order();
        endResetModel();
    }

private:
    [[nodiscard]] static int alignment(const TableColumn<Row>& column) {
        return static_cast<int>((column.isFigure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }

    void order() {
        m_order.resize(m_rows.size());
        std::iota(m_order.begin(), m_order.end(), std::size_t{0});
        if (m_sorted.empty()) return;
        std::stable_sort(m_order.begin(), m_order.end(), [this](std::size_t a, std::size_t b) {
            for (const SortKey& key : m_sorted) {
                const auto& less = m_columns[static_cast<std::size_t>(key.column)].less;
                const bool before = less(m_rows[a], m_rows[b]), after = less(m_rows[b], m_rows[a]);
                if (before != after) return key.order == Qt::DescendingOrder ? after : before;
            }
            return false;
        });
    }

    [[nodiscard]] QVariant totalData(int section, int role) const {
        const auto total = m_totals.constFind(section);
        if (total == m_totals.constEnd() || m_rows.empty()) return {};
        auto known = m_knownTotals.find(section); // painting asks often
        if (known == m_knownTotals.end()) known = m_knownTotals.insert(section, (*total)(m_rows));
        const ColumnTotal& value = *known;
        return role == TotalRole ? value.text : role == TotalExactRole ? value.exact : value.toolTip;
    }

    std::vector<TableColumn<Row>> m_columns;
    std::vector<Row> m_rows;
    std::vector<std::size_t> m_order; ///< places to rows
    std::vector<SortKey> m_sorted;
    QStringList m_keys;
    QMap<int, Total> m_totals; ///< by column
    mutable QMap<int, ColumnTotal> m_knownTotals;
};

} // namespace hallway
