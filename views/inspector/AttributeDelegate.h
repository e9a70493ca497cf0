// Draws names and values of a span: in one line where both fit, else the value below its name, wrapped.
#pragma once

#include "common/Fonts.h"
#include "common/Theme.h"
#include "items/AttributeModel.h"

#include <QStyledItemDelegate>

namespace hallway {

class AttributeDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setTheme(const Theme& theme) { m_theme = theme; }

    /// Role of the view, not of the model: whether a long value is shown in full.
    enum class Extent { Short, Full };
    /// Lines that a short value is cut to.
    static constexpr int shortLines = 3, shortTextLines = 8; ///< of values, of those laid out in lines

    /// Whether the value is longer than Extent::Short shows.
    [[nodiscard]] bool isLong(const AttributeModel::Row& row, const QFont& font, int width) const;
    [[nodiscard]] int heightOf(const AttributeModel::Row& row, const QFont& font, int width,
                               Extent extent) const;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintSection(QPainter& painter, const QRectF& area, const AttributeModel::Row& row,
                      const Fonts& fonts) const;
    void paintField(QPainter& painter, const QRectF& area, const AttributeModel::Row& row, const Fonts& fonts,
                    Extent extent, bool selected) const;

    Theme m_theme;
    KeptFonts m_fonts;
};

} // namespace hallway
