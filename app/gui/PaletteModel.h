// What the command palette lists: the entries that match, best first.
#pragma once

#include "gui/CommandPalette.h"
#include "gui/FuzzyMatch.h"

#include <QAbstractListModel>

namespace hallway {

class PaletteModel : public QAbstractListModel {
    Q_OBJECT

public:
    struct Row {
        PaletteEntry entry;
        FuzzyMatch match;
    };

    using QAbstractListModel::QAbstractListModel;

    void setRows(std::vector<Row> rows);
    [[nodiscard]] const Row& row(const QModelIndex& index) const {
        return m_rows[static_cast<std::size_t>(index.row())];
    }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    /// Display: the text; AccessibleText: with place and keys.
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<Row> m_rows;
};

/// Those that match what is typed, best first, ties in their order; at most 200.
[[nodiscard]] std::vector<PaletteModel::Row> rankedRows(const std::vector<PaletteEntry>& entries,
                                                        const QString& typed);

} // namespace hallway
