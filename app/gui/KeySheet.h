// All keys of the window on one sheet, grouped by where they act.
#pragma once

#include "common/Theme.h"
#include "gui/CommandList.h"
#include "gui/Overlay.h"

class QHBoxLayout;

namespace hallway {

class KeyPlate;
class PanelHead;

class KeySheet : public Overlay {
    Q_OBJECT

public:
    explicit KeySheet(QWidget* parent);

    /// Those of the commands that have a key.
    void openWith(const std::vector<Command>& commands);
    void setTheme(const Theme& theme);

protected:
    [[nodiscard]] QRect placeIn(const QSize& area) const override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    Theme m_theme;
    PanelHead* m_head;
    QWidget* m_sheet;
    QHBoxLayout* m_columns;
};

} // namespace hallway
