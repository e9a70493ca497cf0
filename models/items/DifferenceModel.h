// The findings as a list: what is different, the greatest effect first.
#pragma once

#include "items/DifferenceItem.h"

#include <QAbstractListModel>

namespace hallway {

/// GUI thread.
class DifferenceModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { ItemRole = Qt::UserRole }; ///< a DifferenceItem
    using QAbstractListModel::QAbstractListModel;

    void setItems(std::vector<DifferenceItem> items);
    [[nodiscard]] const std::vector<DifferenceItem>& items() const { return m_items; }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<DifferenceItem> m_items;
};

} // namespace hallway
