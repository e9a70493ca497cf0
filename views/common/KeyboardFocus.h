// Focus rings are for the keyboard only (look.md section 2).
#pragma once

#include <Qt>

namespace hallway {

[[nodiscard]] constexpr bool isKeyboardReason(Qt::FocusReason reason) {
    return reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason ||
           reason == Qt::ShortcutFocusReason;
}

} // namespace hallway
