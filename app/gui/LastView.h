// What a person looked at, put into words and found again in another capture object of the same files.
#pragma once

#include "gui/Settings.h"

namespace hallway {

class Workspace;

/// Of an open capture; `files` are those it was opened from.
[[nodiscard]] LastView lastViewOf(Workspace& workspace, const QStringList& files);
/// What of it still exists is selected, and the filter is written as it was.
void showAgain(const LastView& view, Workspace& workspace);

} // namespace hallway
