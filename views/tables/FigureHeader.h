// The head of a figure table: labels aligned as their column, a 7 px triangle at the sorted one (look.md
// section 8).
#pragma once

#include "common/Fonts.h"
#include "common/Theme.h"

#include <QHeaderView>

namespace hallway {

class FigureHeader : public QHeaderView {
    Q_OBJECT

public:
    explicit FigureHeader(QWidget* parent = nullptr);
    void setTheme(const Theme& theme);

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;
    [[nodiscard]] QSize sectionSizeFromContents(int section) const override;
    [[nodiscard]] QSize sizeHint() const override;

private:
    [[nodiscard]] bool isFigure(int section) const;

    Theme m_theme;
    KeptFonts m_fonts;
};

} // namespace hallway
