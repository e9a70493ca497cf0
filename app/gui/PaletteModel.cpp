#include "gui/PaletteModel.h"

#include <algorithm>

namespace hallway {

namespace {
constexpr std::size_t mostRows = 200;
} // namespace

void PaletteModel::setRows(std::vector<Row> rows) {
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const PaletteEntry& entry = row(index).entry;
    if (role == Qt::DisplayRole) return entry.text;
    if (role != Qt::AccessibleTextRole) return {};
    QStringList parts{entry.text};
    for (const QString& part : {entry.place, entry.keys})
        if (!part.isEmpty()) parts << part;
    return parts.join(QStringLiteral(", "));
}

std::vector<PaletteModel::Row> rankedRows(const std::vector<PaletteEntry>& entries, const QString& typed) {
    std::vector<PaletteModel::Row> rows;
    for (const PaletteEntry& entry : entries) {
        if (auto match = fuzzyMatch(typed, entry.text)) {
            rows.push_back({entry, std::move(*match)});
        } else if (auto inPlace = fuzzyMatch(typed, entry.place + QLatin1Char(' ') + entry.text)) {
            // Letters of the place count less than those of the name, and are not marked.
            rows.push_back({entry, {inPlace->score / 2, {}}});
        }
    }
    std::stable_sort(rows.begin(), rows.end(), [](const PaletteModel::Row& a, const PaletteModel::Row& b) {
        return a.match.score > b.match.score;
    });
    if (rows.size() > mostRows) rows.erase(rows.begin() + mostRows, rows.end());
    return rows;
}

} // namespace hallway
