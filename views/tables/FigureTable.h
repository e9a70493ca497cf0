// A sortable table of figures: edges, services, traces or calls, whatever model it is given.
#pragma once

#include "common/Theme.h"
#include "items/TableLayout.h"
#include "items/TableText.h"

#include <QTableView>

#include <optional>

namespace hallway {

class ColumnChoice;
class FigureDelegate;
class FigureHeader;

class FigureTable : public QTableView {
    Q_OBJECT

public:
    enum class Rows { OneLine, TwoLines };

    FigureTable(Rows rows, QWidget* parent = nullptr);

    /// Once. The subject, usually the first column, takes what the others leave.
    void setModel(QAbstractItemModel* model) override;
    void setSubjectColumn(int column);
    void setTheme(const Theme& theme);

    /// Selects and shows a row without telling rowChosen(); -1 clears. What is selected beside it stays.
    void showRow(int row);

    [[nodiscard]] ColumnChoice& columns() { return *m_columns; }
    [[nodiscard]] FigureHeader& head() { return *m_head; }

    /// The selected rows as text: exact values of the shown columns, separated by tabs; empty without a
    /// selection.
    [[nodiscard]] QString selectedRowText() const;
    /// The current cell's exact value.
    [[nodiscard]] QString currentCellText() const;
    void copyRow() const;
    void copyCell() const;
    void copyTable() const;    ///< as copyRow(), with the heads
    void copyMarkdown() const; ///< what is selected, as shown
    /// All rows, exact, as CSV.
    [[nodiscard]] QByteArray csv() const;

signals:
    /// By mouse or keyboard; never by showRow().
    void rowChosen(int row);
    /// Enter or double click.
    void rowActivated(int row);
    /// The person wants to keep this in a file.
    void saveRequested(const QByteArray& csv);

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitColumns();
    [[nodiscard]] double widthOfColumn(int column) const; ///< px, of the first rows
    void fitRows();
    void sortByHead();
    void showHeadMenu(int column, const QPoint& globalPosition);
    [[nodiscard]] TableExcerpt selection() const;

    Rows m_rows;
    int m_subject = 0;
    FigureDelegate* m_delegate;
    FigureHeader* m_head;
    ColumnChoice* m_columns;
    bool m_showing = false; ///< showRow() is at work
};

} // namespace hallway
