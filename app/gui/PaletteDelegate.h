// Draws a line of the command palette: the found letters stand out, place and keys at the right.
#pragma once

#include "common/Fonts.h"
#include "common/Theme.h"

#include <QStyledItemDelegate>

namespace hallway {

class PaletteDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setTheme(const Theme& theme) { m_theme = theme; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    Theme m_theme;
    KeptFonts m_fonts;
};

} // namespace hallway
