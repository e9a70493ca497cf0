// The line icons: SVG files of resources/icons, drawn as paths in any colour and size.
#pragma once

#include "trace/CallTable.h"

#include <QIcon>
#include <QPainterPath>

#include <functional>

class QPainter;

namespace hallway {

struct Theme;

enum class Icon {
    Service,
    Database,
    Queue,
    Function,
    External,
    User, // the node kinds
    Open,
    Export,
    Search,
    Close,
    Down,
    Right,
    Arrow,
    Fit,
    Plus,
    Minus,
    Warning,
    File,
    Clock,
    Copy,
    Reload,
    Back,
    Filter,
};

[[nodiscard]] Icon iconOf(NodeKind kind);

/// On a grid of 14 × 14; to be stroked with 1.25 px, round.
[[nodiscard]] const QPainterPath& iconPath(Icon icon);

/// `at` is the top left corner; `size` px square.
void drawIcon(QPainter& painter, Icon icon, QPointF at, const QColor& color, double size = 14);

/// What `paint` draws into a square of 16 px: for actions and buttons, sharp in every size.
[[nodiscard]] QIcon paintedIcon(const std::function<void(QPainter&)>& paint);
/// Such a one in the theme's label colour.
[[nodiscard]] QIcon themedIcon(Icon icon, const Theme& theme);

} // namespace hallway
