// What is wrong with a filter, in English.
#pragma once

#include "base/Error.h"
#include "query/FilterError.h"

#include <string>

namespace hallway::cli {

/// A sentence; foreign texts in it are printable.
[[nodiscard]] std::string sentenceOf(const FilterError& error);
/// A BadFilter, with the sentence.
[[nodiscard]] Error errorOf(const FilterError& error, const std::string& filter);
/// Two lines: the part of the filter around the position of a BadFilter, and a caret under it.
[[nodiscard]] std::string excerptOf(const Error& badFilter);

} // namespace hallway::cli
