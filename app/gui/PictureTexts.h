// The words around exported pictures (look.md section 11): in English and UTC, as from the command line.
#pragma once

#include "common/PictureFrame.h"
#include "session/Capture.h"

namespace hallway {

/// Title and facts are left to the caller.
[[nodiscard]] PictureText pictureTextOf(const Capture& capture);

} // namespace hallway
