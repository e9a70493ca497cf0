// Paints the rows of a FindingView: heads of sections, findings of two lines with figures, their details.
#pragma once

#include "common/Fonts.h"
#include "common/Theme.h"
#include "items/FindingModel.h"

#include <QStyledItemDelegate>

#include <vector>

namespace hallway {

class FindingDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setTheme(const Theme& theme) { m_theme = theme; }
    /// Widths of the columns of figures, of each section: to be called whenever findings or font change.
    void measure(const FindingModel& model, const QFont& font);
    /// Left of it a click opens and closes a finding, px from the left edge of the row.
    [[nodiscard]] double expanderRoom(const QFont& font) const;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// Tooltips hold names of the capture: never rich text.
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

private:
    void paintSection(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintFinding(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintSketch(QPainter& painter, const QRectF& area, const std::vector<FindingCell>& sketch) const;
    void paintDetail(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    /// Calls visit(column, right end) from right to left; gives where the columns begin.
    template <class Visit>
    double forEachColumn(int section, const QRectF& row, const Fonts& fonts, Visit visit) const;

    Theme m_theme;
    KeptFonts m_fonts;
    std::vector<std::vector<double>> m_widths; ///< px, by section, by column
};

} // namespace hallway
