// A widget of Qt's in one of the sizes of type, whatever becomes of the text size and the style sheet.
#pragma once

#include "common/Fonts.h"

class QWidget;

namespace hallway {

/// `widget` follows its parent's font in this size. A font that was only set once would
/// not last: a new style sheet gives widgets back the font they had when it first saw them.
void wearFont(QWidget& widget, Typeface Fonts::*size);

} // namespace hallway
