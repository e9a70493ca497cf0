#include "items/TableText.h"

#include "items/Roles.h"
#include "report/Csv.h"

#include <QAbstractItemModel>

namespace hallway {

namespace {

const QAbstractItemModel* modelOf(const TableExcerpt& excerpt) {
    return excerpt.rows.isEmpty() ? nullptr : excerpt.rows.front().model();
}

QString titleOf(const QAbstractItemModel& model, int column) {
    return model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
}

bool isFigure(const QAbstractItemModel& model, int column) {
    return (model.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt() & Qt::AlignRight) != 0;
}

/// A cell for a spreadsheet, which no formula may become.
QString pastable(QString text) {
    for (QChar& sign : text)
        if (sign == u'\t' || sign == u'\n' || sign == u'\r') sign = u' ';
    return !text.isEmpty() && QStringLiteral("=+-@").contains(text.front()) ? u'\'' + text : text;
}

QString escaped(const QString& text) {
    QString result;
    for (const QChar sign : text) {
        if (sign == u'\n' || sign == u'\r') {
            result += u' ';
            continue;
        }
        if (QStringLiteral("\\`*_{}[]<>#!|~&").contains(sign)) result += u'\\';
        result += sign;
    }
    return result;
}

/// Numbers as numbers, anything else as text.
void writeCell(CsvWriter& csv, const QString& exact) {
    bool isInteger = false, isReal = false;
    const qlonglong integer = exact.toLongLong(&isInteger);
    const double real = exact.toDouble(&isReal);
    if (isInteger && QString::number(integer) == exact)
        csv.integer(integer);
    else if (isReal && QString::number(real, 'g', 17) == exact)
        csv.real(real);
    else
        csv.text(exact.toStdString());
}

} // namespace

QString tabSeparated(const TableExcerpt& excerpt, bool withHead) {
    const QAbstractItemModel* const model = modelOf(excerpt);
    if (model == nullptr) return {};
    QStringList lines;
    if (withHead) {
        QStringList cells;
        for (const int column : excerpt.columns)
            cells << pastable(titleOf(*model, column));
        lines << cells.join(u'\t');
    }
    for (const QModelIndex& row : excerpt.rows) {
        QStringList cells;
        for (const int column : excerpt.columns)
            cells << pastable(row.siblingAtColumn(column).data(ExactRole).toString());
        lines << cells.join(u'\t');
    }
    return lines.join(u'\n');
}

QString markdownTable(const TableExcerpt& excerpt) {
    const QAbstractItemModel* const model = modelOf(excerpt);
    if (model == nullptr) return {};
    const auto line = [](const QStringList& cells) {
        return QStringLiteral("| ") + cells.join(QStringLiteral(" | ")) + QStringLiteral(" |\n");
    };
    QStringList titles, rules;
    for (const int column : excerpt.columns) {
        titles << escaped(titleOf(*model, column));
        rules << (isFigure(*model, column) ? QStringLiteral("---:") : QStringLiteral("---"));
    }
    QString text = line(titles) + line(rules);
    for (const QModelIndex& row : excerpt.rows) {
        QStringList cells;
        for (const int column : excerpt.columns) {
            const QModelIndex cell = row.siblingAtColumn(column);
            const QString second = cell.data(SecondLineRole).toString();
            const QString shown = cell.data(Qt::DisplayRole).toString();
            cells << escaped(second.isEmpty() ? shown : shown + u' ' + second);
        }
        text += line(cells);
    }
    return text;
}

std::string csvOf(const TableExcerpt& excerpt) {
    const QAbstractItemModel* const model = modelOf(excerpt);
    if (model == nullptr) return {};
    CsvWriter csv;
    for (const int column : excerpt.columns) {
        const QString key = model->headerData(column, Qt::Horizontal, ColumnKeyRole).toString();
        csv.text((key.isEmpty() ? titleOf(*model, column) : key).toStdString());
    }
    csv.endRow();
    for (const QModelIndex& row : excerpt.rows) {
        for (const int column : excerpt.columns) {
            const QModelIndex cell = row.siblingAtColumn(column);
            const QString exact = cell.data(ExactRole).toString();
            if (exact.isEmpty())
                csv.absent();
            else if (isFigure(*model, column))
                writeCell(csv, exact);
            else
                csv.text(exact.toStdString());
        }
        csv.endRow();
    }
    return csv.content();
}

} // namespace hallway
