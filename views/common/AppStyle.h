// Gives the platform's widgets the colours of the theme.
#pragma once

#include "common/Theme.h"

class QApplication;

namespace hallway {

/// Palette, tooltips (raised ground, one line of border, room around the text) and 5 px splitter grips with
/// one line. Call it again when the theme changes; views get the theme by their own setTheme().
void applyTheme(QApplication& application, const Theme& theme, const QString& moreRules = {});

} // namespace hallway
