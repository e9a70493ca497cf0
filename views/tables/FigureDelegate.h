// Paints the cells of figure tables: tabular figures, health marks, bars under shares, grey for the uncertain
// (look.md section 8).
#pragma once

#include "common/Fonts.h"
#include "common/Theme.h"

#include <QStyledItemDelegate>

namespace hallway {

class FigureDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// `lines`: 1, or 2 where the first column has a strong second line.
    FigureDelegate(int lines, QObject* parent);

    void setTheme(const Theme& theme) { m_theme = theme; }
    [[nodiscard]] int rowHeight(const QFont& font) const;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    /// Tooltips hold names of the capture: never rich text.
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintGround(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintFocus(QPainter& painter, const QStyleOptionViewItem& option) const;
    void paintText(QPainter& painter, const QRectF& cell, const QModelIndex& index, const Fonts& fonts,
                   bool selected) const;
    void paintFigure(QPainter& painter, const QRectF& cell, const QModelIndex& index, const Fonts& fonts,
                     bool selected) const;

    int m_lines;
    Theme m_theme;
    KeptFonts m_fonts;
};

} // namespace hallway
