// A sortable table of figures whose rows open into parts.
#pragma once

#include "common/Theme.h"
#include "items/TableText.h"

#include <QTreeView>

namespace hallway {

class ColumnChoice;
class FigureDelegate;
class FigureHeader;

/// As FigureTable; rows that were open stay open when the model is sorted, known by their text.
class FigureTree : public QTreeView {
    Q_OBJECT

public:
    explicit FigureTree(QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override; ///< once
    void setTheme(const Theme& theme);
    [[nodiscard]] FigureHeader& head() { return *m_head; }
    [[nodiscard]] ColumnChoice& columns() { return *m_columns; }

    /// The selected rows, or, without a selection, all of the first level and what is open of the second.
    [[nodiscard]] TableExcerpt excerpt() const;
    /// Everything: parts, too, whose group is closed.
    [[nodiscard]] QByteArray csv() const;

signals:
    /// The menu of a row, or of none; the owner may add to it before it opens.
    void menuAboutToShow(QMenu& menu, const QModelIndex& index);
    void rowActivated(const QModelIndex& index);
    void saveRequested(const QByteArray& csv);

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitColumns();
    void sortByHead();

    FigureDelegate* m_delegate;
    FigureHeader* m_head;
    ColumnChoice* m_columns;
    Theme m_theme;
};

} // namespace hallway
