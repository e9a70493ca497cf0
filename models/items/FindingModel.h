// Findings as a tree: sections, what was found in each, and the details of each.
#pragma once

#include "items/Finding.h"

#include <QAbstractItemModel>

namespace hallway {

/// One column. The texts of a row for delegates are asked of findingAt() and detailAt(). GUI thread.
class FindingModel : public QAbstractItemModel {
    Q_OBJECT

public:
    using QAbstractItemModel::QAbstractItemModel;

    void setFindings(Findings findings);
    [[nodiscard]] const Findings& findings() const { return m_findings; }

    // Of whatever row; null where it is of another level.
    [[nodiscard]] const FindingSection* sectionAt(const QModelIndex& index) const;
    [[nodiscard]] const Finding* findingAt(const QModelIndex& index) const;
    [[nodiscard]] const FindingDetail* detailAt(const QModelIndex& index) const;
    /// The section a row stands in, itself if it is one.
    [[nodiscard]] const FindingSection* sectionOf(const QModelIndex& index) const;
    /// The finding a row belongs to: itself, or the one its detail is of; invalid for a section.
    [[nodiscard]] QModelIndex findingOf(const QModelIndex& index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& index) const override;
    using QObject::parent;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    /// DisplayRole: the first line. ExactRole: all of the row, separated by tabs. AccessibleTextRole: all of
    /// it as a sentence. ToolTipRole: what may have been cut.
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    Findings m_findings;
};

} // namespace hallway
