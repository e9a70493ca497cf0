#include "items/AttributeModel.h"

#include "items/Roles.h"

#include <numeric>

namespace hallway {

AttributeModel::AttributeModel(QObject* parent) : QAbstractListModel(parent) {}

void AttributeModel::setSpan(std::optional<SpanInspection> span) {
    beginResetModel();
    m_span = std::move(span);
    build();
    endResetModel();
}

void AttributeModel::setFilter(const QString& text) {
    if (text == m_filter) return;
    beginResetModel();
    m_filter = text;
    filter();
    endResetModel();
}

void AttributeModel::setUtcOffset(format::UtcOffset offset) {
    if (offset == m_offset) return;
    beginResetModel();
    m_offset = offset;
    build();
    endResetModel();
}

int AttributeModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant AttributeModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const Row& row = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return row.value.isEmpty() ? row.name : QString(row.name + QStringLiteral(" = ") + row.value);
    case ExactRole:
        return row.exactValue;
    default:
        return {};
    }
}

Qt::ItemFlags AttributeModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) return Qt::NoItemFlags;
    return at(index.row()).kind == Kind::Section ? Qt::ItemIsEnabled
                                                 : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

void AttributeModel::build() {
    m_rows = m_span ? attributeRowsOf(*m_span, m_offset) : std::vector<Row>();
    filter();
}

void AttributeModel::filter() {
    m_shown.clear();
    if (m_filter.isEmpty()) {
        m_shown.resize(m_rows.size());
        std::iota(m_shown.begin(), m_shown.end(), std::size_t{0});
        return;
    }
    std::optional<std::size_t> section, item; // headings that are not shown yet
    bool withinMatch = false;                 // below an item that matches: all of it is shown
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const Row& row = m_rows[i];
        if (row.kind == Kind::Section) {
            section = i;
            item.reset();
        } else if (row.kind == Kind::Item) {
            item = i;
        } else if (row.depth == 0) {
            item.reset();
        }
        const bool matches = row.kind != Kind::Section && (row.name.contains(m_filter, Qt::CaseInsensitive) ||
                                                           row.value.contains(m_filter, Qt::CaseInsensitive));
        if (row.depth == 0) withinMatch = row.kind == Kind::Item && matches;
        if (!matches && !withinMatch) continue;
        for (std::optional<std::size_t>* heading : {&section, &item}) {
            if (!*heading) continue;
            if (**heading != i) m_shown.push_back(**heading);
            heading->reset();
        }
        m_shown.push_back(i);
    }
}

} // namespace hallway
