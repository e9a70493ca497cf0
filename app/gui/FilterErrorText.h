// What is wrong with a filter, in the person's language; the twin of cli/FilterErrorText.
#pragma once

#include "query/FilterError.h"

#include <QString>

namespace hallway {

/// A sentence without its stop. Foreign texts in it are safe to show as plain text.
[[nodiscard]] QString sentenceOf(const FilterError& error);

} // namespace hallway
