// How Qt's own widgets get the look of look.md: fonts, palette and one style sheet, all from the theme.
#pragma once

#include "cli/WindowRequest.h"
#include "common/Theme.h"

#include <QIcon>
#include <QPalette>
#include <QString>

class QApplication;

namespace hallway {

/// `system`: the palette before Hallway changed it, which decides where the choice is System.
[[nodiscard]] Theme themeFor(WindowRequest::ThemeChoice choice, const QPalette& system);

/// Style and font; once, before the first widget. Inter where it is installed, 12 px.
void setUpLook(QApplication& application);
/// Font, palette and style sheet; again whenever theme or text size (percent) change. Does nothing where all
/// is so already.
void applyLook(QApplication& application, const Theme& theme, int textPercent);

/// The mark of something that is not well, for buttons.
[[nodiscard]] QIcon warningIcon(const Theme& theme);

/// Widgets are addressed by their class and by object names such as "toolBar" and "chip".
/// `textPercent` scales its lengths, but for lines.
[[nodiscard]] QString styleSheetOf(const Theme& theme, int textPercent);

} // namespace hallway
