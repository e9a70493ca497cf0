#include "gui/MenuButton.h"

#include "common/Icons.h"

#include <QPainter>

namespace hallway {

namespace {
constexpr int chevronRoom = 20, chevronSize = 12; // px
} // namespace

MenuButton::MenuButton(QWidget* parent) : QToolButton(parent) {
    setPopupMode(QToolButton::InstantPopup);
    setProperty("menuButton", true); // the style sheet leaves the room
}

void MenuButton::setTheme(const Theme& theme) {
    m_theme = theme;
    update();
}

QSize MenuButton::sizeHint() const { return QToolButton::sizeHint() + QSize(chevronRoom, 0); }

void MenuButton::paintEvent(QPaintEvent* event) {
    QToolButton::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(isEnabled() ? 1 : 0.4);
    drawIcon(painter, Icon::Down, QPointF(width() - chevronRoom, (height() - chevronSize) / 2.0),
             m_theme.text2, chevronSize);
}

} // namespace hallway
