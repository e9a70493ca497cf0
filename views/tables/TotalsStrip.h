// The row of totals under a figure table: what each column comes to, below its figures.
#pragma once

#include "common/Fonts.h"
#include "common/Theme.h"

#include <QPointer>
#include <QWidget>

class QAbstractItemModel;
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

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();
    [[nodiscard]] QString textOf(int section, int role) const;

    QAbstractScrollArea& m_table;
    QHeaderView& m_head;
    Theme m_theme;
    KeptFonts m_fonts;
    QPointer<QAbstractItemModel> m_model; ///< whose resets are listened to
};

} // namespace hallway
