// The head of a figure table: labels aligned as their column, a 7 px triangle at the sorted one (look.md
// section 8), with its place where several columns sort.
#pragma once

#include "common/Fonts.h"
#include "common/Theme.h"
#include "items/SortableModel.h"

#include <QHeaderView>

#include <vector>

namespace hallway {

/// A click sorts by a column, a second one the other way round, a third one no more. With Shift the column is
/// added to those that sort already.
class FigureHeader : public QHeaderView {
    Q_OBJECT

public:
    explicit FigureHeader(QWidget* parent = nullptr);
    void setTheme(const Theme& theme);

    [[nodiscard]] const std::vector<SortKey>& sortKeys() const { return m_keys; }
    void setSortKeys(std::vector<SortKey> keys);
    /// As a click with Shift.
    void addSortKey(int section);

signals:
    void sortKeysChanged();
    /// The menu of a head is wanted.
    void menuRequested(int section, const QPoint& globalPosition);

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool event(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;
    [[nodiscard]] QSize sectionSizeFromContents(int section) const override;
    [[nodiscard]] QSize sizeHint() const override;

private:
    [[nodiscard]] bool isFigure(int section) const;
    [[nodiscard]] const SortKey* keyOf(int section) const;
    /// Its place among several, 1 for the first; "" where it is the only one.
    [[nodiscard]] QString placeOf(int section) const;
    [[nodiscard]] Qt::SortOrder firstOrder(int section) const;

    Theme m_theme;
    KeptFonts m_fonts;
    std::vector<SortKey> m_keys;
    int m_pressedWithShift = -1; ///< section
};

} // namespace hallway
