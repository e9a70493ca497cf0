// Tables of plain rows: a column says what it shows, how it sorts and what copying gives; the rest is here
// once.
#pragma once

#include "items/Roles.h"

#include <QAbstractTableModel>

#include <algorithm>
#include <functional>
#include <numeric>
#include <optional>
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

/// Rows in the order given until sort() is called; sort(-1) returns to it. GUI thread.
template <class Row>
class RowTableModel : public QAbstractTableModel {
public:
    using QAbstractTableModel::QAbstractTableModel;

    /// Replaces all rows; the chosen sorting stays.
    void setRows(std::vector<Row> rows) {
        beginResetModel();
        m_rows = std::move(rows);
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
        return {};
    }

    void sort(int column, Qt::SortOrder direction) override {
        m_sorted = column >= 0 && column < columnCount() ? std::optional<int>(column) : std::nullopt;
        m_direction = direction;
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
    [[nodiscard]] bool isSorted() const { return m_sorted.has_value(); }
    void setColumns(std::vector<TableColumn<Row>> columns) { m_columns = std::move(columns); }

private:
    [[nodiscard]] static int alignment(const TableColumn<Row>& column) {
        return static_cast<int>((column.isFigure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }

    void order() {
        m_order.resize(m_rows.size());
        std::iota(m_order.begin(), m_order.end(), std::size_t{0});
        if (!m_sorted) return;
        const auto& less = m_columns[static_cast<std::size_t>(*m_sorted)].less;
        const bool descending = m_direction == Qt::DescendingOrder;
        std::stable_sort(m_order.begin(), m_order.end(), [&](std::size_t a, std::size_t b) {
            return descending ? less(m_rows[b], m_rows[a]) : less(m_rows[a], m_rows[b]);
        });
    }

    std::vector<TableColumn<Row>> m_columns;
    std::vector<Row> m_rows;
    std::vector<std::size_t> m_order; ///< places to rows
    std::optional<int> m_sorted;
    Qt::SortOrder m_direction = Qt::AscendingOrder;
};

} // namespace hallway
