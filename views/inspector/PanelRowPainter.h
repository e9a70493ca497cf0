// Draws one row of the inspector.
#pragma once

#include "inspector/PanelStyle.h"

class QPainter;
class QRectF;

namespace hallway {

struct PanelRowState {
    bool hovered = false, focused = false;
};

/// `area`: the whole width of the panel; text stands within its insets.
void paintPanelRow(QPainter& painter, const QRectF& area, const PanelRow& row, const PanelColumns& columns,
                   const PanelStyle& style, PanelRowState state);
/// What a screen reader says of it: "p99 1.00 s".
[[nodiscard]] QString spokenText(const PanelRow& row);
/// In px, for a panel of this width.
[[nodiscard]] double heightOf(const PanelRow& row, const PanelColumns& columns, const PanelStyle& style,
                              double width);

} // namespace hallway
