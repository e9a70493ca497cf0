// A sortable table of figures: edges, services, traces or calls, whatever model it is given.
#pragma once

#include "common/Theme.h"

#include <QTableView>

namespace hallway {

class FigureDelegate;

class FigureTable : public QTableView {
    Q_OBJECT

public:
    enum class Rows { OneLine, TwoLines };

    FigureTable(Rows rows, QWidget* parent = nullptr);

    /// Once. The subject, usually the first column, takes what the others leave.
    void setModel(QAbstractItemModel* model) override;
    void setSubjectColumn(int column);
    void setTheme(const Theme& theme);

    /// Selects and shows a row without telling rowChosen(); -1 clears.
    void showRow(int row);

    /// The selected row as text: exact values, separated by tabs; empty without a selection.
    [[nodiscard]] QString selectedRowText() const;
    /// The current cell's exact value.
    [[nodiscard]] QString currentCellText() const;
    void copyRow() const;
    void copyCell() const;

signals:
    /// By mouse or keyboard; never by showRow().
    void rowChosen(int row);
    /// Enter or double click.
    void rowActivated(int row);

protected:
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitColumns();
    [[nodiscard]] double widthOfColumn(int column) const; ///< px, of the first rows
    void fitRows();

    Rows m_rows;
    int m_subject = 0;
    FigureDelegate* m_delegate;
    bool m_showing = false; ///< showRow() is at work
};

} // namespace hallway
