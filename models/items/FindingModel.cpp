#include "items/FindingModel.h"

#include "items/Roles.h"

#include <utility>

namespace hallway {

namespace {

// An index says where its parent stands: 0 = at the top, else section + 1 and, of a detail, finding + 1.
constexpr int sectionBits = 16;

quintptr idOf(int section, int finding) {
    return static_cast<quintptr>(section + 1) | static_cast<quintptr>(finding + 1) << sectionBits;
}
int sectionIn(quintptr id) { return static_cast<int>(id & ((1u << sectionBits) - 1)) - 1; }
int findingIn(quintptr id) { return static_cast<int>(id >> sectionBits) - 1; }

bool isSection(const QModelIndex& index) { return index.isValid() && index.internalId() == 0; }
bool isFinding(const QModelIndex& index) {
    return index.isValid() && index.internalId() != 0 && findingIn(index.internalId()) < 0;
}
bool isDetail(const QModelIndex& index) { return index.isValid() && findingIn(index.internalId()) >= 0; }

/// "Failures 12, Traces 7"
QString spoken(const Finding& finding, const QStringList& columns) {
    QStringList parts{finding.title, finding.subtitle};
    for (qsizetype i = 0; i < std::min(finding.figures.size(), columns.size()); ++i)
        if (!finding.figures[i].isEmpty()) parts << columns[i] + u' ' + finding.figures[i];
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QString lines(QStringList parts) {
    parts.removeAll(QString());
    return parts.join(u'\n');
}

} // namespace

void FindingModel::setFindings(Findings findings) {
    beginResetModel();
    m_findings = std::move(findings);
    endResetModel();
}

const FindingSection* FindingModel::sectionAt(const QModelIndex& index) const {
    return isSection(index) ? &m_findings[static_cast<std::size_t>(index.row())] : nullptr;
}

const FindingSection* FindingModel::sectionOf(const QModelIndex& index) const {
    if (!index.isValid()) return nullptr;
    const int section = isSection(index) ? index.row() : sectionIn(index.internalId());
    return &m_findings[static_cast<std::size_t>(section)];
}

const Finding* FindingModel::findingAt(const QModelIndex& index) const {
    return isFinding(index) ? &sectionOf(index)->findings[static_cast<std::size_t>(index.row())] : nullptr;
}

const FindingDetail* FindingModel::detailAt(const QModelIndex& index) const {
    if (!isDetail(index)) return nullptr;
    const auto finding = static_cast<std::size_t>(findingIn(index.internalId()));
    return &sectionOf(index)->findings[finding].details[static_cast<std::size_t>(index.row())];
}

QModelIndex FindingModel::findingOf(const QModelIndex& index) const {
    if (isFinding(index)) return index;
    return isDetail(index) ? parent(index) : QModelIndex();
}

QModelIndex FindingModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent)) return {};
    if (!parent.isValid()) return createIndex(row, column, quintptr{0});
    if (isSection(parent)) return createIndex(row, column, idOf(parent.row(), -1));
    return createIndex(row, column, idOf(sectionIn(parent.internalId()), parent.row()));
}

QModelIndex FindingModel::parent(const QModelIndex& index) const {
    if (isFinding(index)) return createIndex(sectionIn(index.internalId()), 0, quintptr{0});
    if (isDetail(index))
        return createIndex(findingIn(index.internalId()), 0, idOf(sectionIn(index.internalId()), -1));
    return {};
}

int FindingModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid()) return static_cast<int>(m_findings.size());
    if (const FindingSection* const section = sectionAt(parent))
        return static_cast<int>(section->findings.size());
    if (const Finding* const finding = findingAt(parent)) return static_cast<int>(finding->details.size());
    return 0;
}

int FindingModel::columnCount(const QModelIndex&) const { return 1; }

Qt::ItemFlags FindingModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

QVariant FindingModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    if (const FindingSection* const section = sectionAt(index)) {
        switch (role) {
        case Qt::DisplayRole:
            return section->title;
        case ExactRole:
            return QStringList({section->title, section->facts}).join(u'\t');
        case Qt::AccessibleTextRole:
            return section->findings.empty() ? section->title + QStringLiteral(", ") + section->nothing
                                             : section->title + QStringLiteral(", ") + section->facts;
        default:
            return {};
        }
    }
    if (const Finding* const finding = findingAt(index)) {
        switch (role) {
        case Qt::DisplayRole:
            return finding->title;
        case ExactRole:
            return (QStringList{finding->title, finding->subtitle} + finding->figures).join(u'\t');
        case Qt::AccessibleTextRole:
            return spoken(*finding, sectionOf(index)->columns);
        case Qt::ToolTipRole:
            return lines({finding->title, finding->subtitle});
        default:
            return {};
        }
    }
    const FindingDetail* const detail = detailAt(index);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return detail->text;
    case ExactRole:
        return detail->figure.isEmpty() ? detail->text : detail->text + u'\t' + detail->figure;
    case Qt::AccessibleTextRole:
        return detail->figure.isEmpty() ? detail->text : detail->text + QStringLiteral(", ") + detail->figure;
    default:
        return {};
    }
}

} // namespace hallway
