// A button that opens a menu, with a chevron that says so.
#pragma once

#include "common/Theme.h"

#include <QToolButton>

namespace hallway {

class MenuButton : public QToolButton {
    Q_OBJECT

public:
    explicit MenuButton(QWidget* parent = nullptr);
    void setTheme(const Theme& theme);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Theme m_theme;
};

} // namespace hallway
