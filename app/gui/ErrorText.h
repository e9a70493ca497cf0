// Errors as sentences in the language of the window; its twin is cli/ErrorText.
#pragma once

#include "base/Error.h"

#include <QString>

namespace hallway {

/// One sentence with a full stop. Foreign text in it is made safe to show.
[[nodiscard]] QString sentenceOf(const Error& error);

} // namespace hallway
