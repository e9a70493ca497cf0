// W A S D by their place on the keyboard, whatever letters are printed there.
#pragma once

#include <QKeyEvent>

namespace hallway {

/// Qt::Key_W, A, S or D for the key at that place; 0 for any other. Events without a scan code (tests, remote
/// desktops) go by their letter.
[[nodiscard]] inline int physicalKey(const QKeyEvent& event) {
    switch (event.nativeScanCode()) { // evdev + 8, as X11 and Wayland give it
    case 25:
        return Qt::Key_W;
    case 38:
        return Qt::Key_A;
    case 39:
        return Qt::Key_S;
    case 40:
        return Qt::Key_D;
    case 0:
        break;
    default:
        return 0;
    }
    switch (event.key()) {
    case Qt::Key_W:
    case Qt::Key_A:
    case Qt::Key_S:
    case Qt::Key_D:
        return event.key();
    default:
        return 0;
    }
}

} // namespace hallway
