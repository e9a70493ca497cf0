// The row of totals under a figure table: what each column comes to, below its figures.
#pragma once

#include "common/Fonts.h"
#include "common/Theme.h"

#include <QWidget>

class QAbstractScrollArea;
class QHeaderView;

namespace hallway {

/// Follows the head of the table it stands under; hidden while the model has no totals.
class TotalsStrip : public QWidget {
    Q_OBJECT

public:
    /// `table` shows the head's model; both outlive the strip.
    TotalsStrip(QAbstractScrollArea& table, QHeaderView& head, QWidget* parent = nullptr);
    void setTheme(const Theme& theme);
    /// The model has other figures now.
    void refresh();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QString textOf(int section, int role) const;

    QAbstractScrollArea& m_table;
    QHeaderView& m_head;
    Theme m_theme;
    KeptFonts m_fonts;
};

} // namespace hallway
