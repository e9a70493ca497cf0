#include "items/DifferenceModel.h"

namespace hallway {

void DifferenceModel::setItems(std::vector<DifferenceItem> items) {
    beginResetModel();
    m_items = std::move(items);
    endResetModel();
}

int DifferenceModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant DifferenceModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const DifferenceItem& item = m_items[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return sentenceOf(item);
    case ItemRole:
        return QVariant::fromValue(item);
    default:
        return {};
    }
}

} // namespace hallway
