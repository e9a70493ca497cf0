// Rows of a table as text that leaves the window: for a spreadsheet, for a page, for a file.
#pragma once

#include <QList>
#include <QModelIndex>
#include <QString>

#include <string>

namespace hallway {

/// Some rows and columns of a model, in the order to be written. A row is any index of it.
struct TableExcerpt {
    QList<QModelIndex> rows;
    QList<int> columns;
};

/// Exact values between tabulators, a line a row; `withHead`: the columns' titles first. A cell that a
/// spreadsheet would take for a formula gets an apostrophe in front, and none holds a line end.
[[nodiscard]] QString tabSeparated(const TableExcerpt& excerpt, bool withHead);
/// The texts as shown, as a table of Markdown; what would act there is escaped.
[[nodiscard]] QString markdownTable(const TableExcerpt& excerpt);
/// Exact values, as CsvWriter makes them; the first row names the columns by ColumnKeyRole. UTF-8.
[[nodiscard]] std::string csvOf(const TableExcerpt& excerpt);

} // namespace hallway
