#include "items/StatisticsModel.h"

#include "base/FormatText.h"
#include "items/FigureText.h"
#include "items/Roles.h"

#include <array>

namespace hallway {

namespace {

constexpr quintptr topLevel = 0; // else 1 + the row of the parent

/// A row's figure in a column; nothing where it has none.
std::optional<double> figureIn(const SpanFigures& figures, int column) {
    const auto count = [](const std::optional<Duration>& duration) {
        return duration ? std::optional(static_cast<double>(duration->count())) : std::nullopt;
    };
    switch (column) {
    case StatisticsModel::Spans:
        return static_cast<double>(figures.spans);
    case StatisticsModel::Failed:
        return static_cast<double>(figures.failed) /
               static_cast<double>(std::max<std::uint64_t>(1, figures.spans));
    case StatisticsModel::Total:
        return count(figures.total);
    case StatisticsModel::Self:
        return count(figures.self);
    case StatisticsModel::P50:
        return count(valueOf(figures.duration, Percentile::P50));
    case StatisticsModel::P95:
        return count(valueOf(figures.duration, Percentile::P95));
    case StatisticsModel::P99:
        return count(valueOf(figures.duration, Percentile::P99));
    default:
        return std::nullopt;
    }
}

Percentile percentileOf(int column) {
    return column == StatisticsModel::P50   ? Percentile::P50
           : column == StatisticsModel::P95 ? Percentile::P95
                                            : Percentile::P99;
}

QString durationText(const std::optional<Duration>& duration) {
    return duration ? toQString(format::duration(*duration)) : QStringLiteral("–");
}

QString durationExact(const std::optional<Duration>& duration) {
    return duration ? QString::number(duration->count()) : QString();
}

QString textIn(const SpanFigures& figures, int column) {
    switch (column) {
    case StatisticsModel::Spans:
        return toQString(format::countExact(figures.spans));
    case StatisticsModel::Failed:
        return toQString(format::share(figures.failed, figures.spans));
    case StatisticsModel::Total:
        return durationText(figures.total);
    case StatisticsModel::Self:
        return durationText(figures.self);
    default:
        return percentileText(figures.duration, percentileOf(column));
    }
}

QString exactIn(const SpanFigures& figures, int column) {
    switch (column) {
    case StatisticsModel::Spans:
        return QString::number(figures.spans);
    case StatisticsModel::Failed:
        return QString::number(figures.failed);
    case StatisticsModel::Total:
        return durationExact(figures.total);
    case StatisticsModel::Self:
        return durationExact(figures.self);
    default:
        return percentileExact(figures.duration, percentileOf(column));
    }
}

/// How many spans a sum of times stands on, where that is not all of them.
QString standsOn(const SpanFigures& figures) {
    const std::uint64_t timed = figures.duration ? figures.duration->samples : 0;
    if (timed == figures.spans) return {};
    return StatisticsModel::tr("%1 of %2 spans have a duration")
        .arg(toQString(format::countExact(timed)), toQString(format::countExact(figures.spans)));
}

QVariant moreIn(const SpanFigures& figures, int column, int role) {
    if (column == StatisticsModel::Failed) return failureRole(figures.failed, figures.spans, role);
    if (column >= StatisticsModel::P50) return percentileRole(figures.duration, percentileOf(column), role);
    if (column >= StatisticsModel::Total && role == Qt::ToolTipRole) return standsOn(figures);
    return {};
}

} // namespace

QString shownValue(const StatisticsValue& value) {
    switch (value.kind) {
    case StatisticsValue::Kind::None:
        return StatisticsModel::tr("(none)");
    case StatisticsValue::Kind::Rest:
        return StatisticsModel::tr("(further values)");
    case StatisticsValue::Kind::Value:
        break;
    }
    return value.value.text.empty() ? StatisticsModel::tr("(empty)")
                                    : toQString(format::printable(value.value.text));
}

QString shownKey(const StatisticsKey& key) {
    switch (key.kind) {
    case StatisticsKey::Kind::Service:
        return StatisticsModel::tr("Service");
    case StatisticsKey::Kind::Operation:
        return StatisticsModel::tr("Operation");
    case StatisticsKey::Kind::Attribute:
        break;
    }
    return toQString(format::printable(textOf(key)));
}

void StatisticsModel::setTable(StatisticsTable table) {
    beginResetModel();
    m_table = std::move(table);
    order();
    endResetModel();
}

void StatisticsModel::sortBy(const std::vector<SortKey>& keys) {
    beginResetModel(); // rows carry their parent's place
    m_keys = keys;
    std::erase_if(m_keys, [](const SortKey& key) { return key.column < 0 || key.column >= columns; });
    order();
    endResetModel();
}

void StatisticsModel::order() {
    sortStatistics(m_table.rows, StatisticsOrder::Self);
    if (m_keys.empty()) return;
    const auto before = [this](const StatisticsRow& a, const StatisticsRow& b) {
        for (const SortKey& key : m_keys) {
            const bool falls = key.order == Qt::DescendingOrder;
            if (key.column == Value) {
                const bool less = isBefore(a.value, b.value), more = isBefore(b.value, a.value);
                if (less != more) return falls ? more : less;
                continue;
            }
            const auto left = figureIn(a.figures, key.column), right = figureIn(b.figures, key.column);
            if (left != right) return falls ? right < left : left < right;
        }
        return false;
    };
    std::stable_sort(m_table.rows.begin(), m_table.rows.end(), before);
    for (StatisticsRow& row : m_table.rows)
        std::stable_sort(row.parts.begin(), row.parts.end(), before);
}

const StatisticsRow& StatisticsModel::groupOf(const QModelIndex& index) const {
    const auto group = index.internalId() == topLevel ? static_cast<std::size_t>(index.row())
                                                      : static_cast<std::size_t>(index.internalId() - 1);
    return m_table.rows[group];
}

const StatisticsRow& StatisticsModel::at(const QModelIndex& index) const {
    const StatisticsRow& group = groupOf(index);
    return index.internalId() == topLevel ? group : group.parts[static_cast<std::size_t>(index.row())];
}

QModelIndex StatisticsModel::index(int row, int column, const QModelIndex& parent) const {
    if (row < 0 || column < 0 || column >= columns || row >= rowCount(parent)) return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : topLevel);
}

QModelIndex StatisticsModel::parent(const QModelIndex& index) const {
    if (!index.isValid() || index.internalId() == topLevel) return {};
    return createIndex(static_cast<int>(index.internalId() - 1), 0, topLevel);
}

int StatisticsModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid()) return static_cast<int>(m_table.rows.size());
    if (parent.internalId() != topLevel || parent.column() > 0) return 0;
    return static_cast<int>(at(parent).parts.size());
}

QVariant StatisticsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const StatisticsRow& row = at(index);
    const bool isValue = index.column() == Value;
    switch (role) {
    case Qt::DisplayRole:
        return isValue ? shownValue(row.value) : textIn(row.figures, index.column());
    case Qt::TextAlignmentRole:
        return QVariant(static_cast<int>((isValue ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    case ExactRole:
        return isValue ? shownValue(row.value) : exactIn(row.figures, index.column());
    case Qt::ToolTipRole:
        if (isValue) return shownValue(row.value);
        break;
    default:
        break;
    }
    return isValue ? QVariant() : moreIn(row.figures, index.column(), role);
}

QVariant StatisticsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columns) return {};
    static constexpr std::array keys{"value",   "spans",  "failed", "total_ns",
                                     "self_ns", "p50_ns", "p95_ns", "p99_ns"};
    switch (role) {
    case Qt::DisplayRole: {
        const QStringList titles{shownKey(m_table.by),  tr("Spans"),          tr("Failed"),
                                 tr("Total"),           tr("Self"),           QStringLiteral("p50"),
                                 QStringLiteral("p95"), QStringLiteral("p99")};
        if (section == Value && m_table.then)
            return QString(titles[Value] + QStringLiteral(" › ") + shownKey(*m_table.then));
        return titles[section];
    }
    case Qt::ToolTipRole:
        if (section == Total) return tr("Durations, added up");
        if (section == Self) return tr("Time that no child of the spans covers, added up");
        return {};
    case Qt::TextAlignmentRole:
        return QVariant(
            static_cast<int>((section == Value ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    case Qt::InitialSortOrderRole:
        return QVariant::fromValue(section == Value ? Qt::AscendingOrder : Qt::DescendingOrder);
    case ColumnKeyRole:
        return QString::fromLatin1(keys[static_cast<std::size_t>(section)]);
    default:
        break;
    }
    if (m_table.rows.empty()) return {};
    if (section == Value) {
        const bool isTotal = role == TotalRole || role == TotalExactRole;
        return isTotal ? rowsTotal(m_table.rows.size(), tr("1 group"), tr("All %1 groups")).text : QVariant();
    }
    switch (role) {
    case TotalRole:
        return textIn(m_table.all, section);
    case TotalExactRole:
        return exactIn(m_table.all, section);
    case TotalToolTipRole:
        return moreIn(m_table.all, section, Qt::ToolTipRole);
    default:
        return {};
    }
}

} // namespace hallway
