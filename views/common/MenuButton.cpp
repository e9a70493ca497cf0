#include "common/MenuButton.h"

#include "common/Icons.h"

#include <QPainter>

namespace hallway {

namespace {
constexpr double chevronSize = 12, usualHeight = 15; // px, the second of the font the first is for
} // namespace

MenuButton::MenuButton(QWidget* parent) : QToolButton(parent) {
    setPopupMode(QToolButton::InstantPopup);
    setProperty("menuButton", true); // the style sheet leaves the room
}

void MenuButton::setTheme(const Theme& theme) {
    m_theme = theme;
    update();
}

void MenuButton::paintEvent(QPaintEvent* event) {
    QToolButton::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(isEnabled() ? 1 : 0.4);
    const double size = chevronSize * fontMetrics().height() / usualHeight;
    drawIcon(painter, Icon::Down, QPointF(width() - 1.5 * size, (height() - size) / 2), m_theme.text2, size);
}

} // namespace hallway
