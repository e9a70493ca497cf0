// Files of a capture that are no trace exports, kept with it: the next opening, from the cache, names them
// again.
#pragma once

#include "base/Error.h"

#include <string>
#include <string_view>
#include <vector>

namespace hallway {

/// True if a file with the same bytes is refused again: NotRecognised and UnsupportedFormat. All other errors
/// are of the moment or the machine.
[[nodiscard]] bool isLasting(const Error& error);

/// Code and arguments; positions are not kept.
[[nodiscard]] std::string encodeRefused(const std::vector<Error>& errors);
/// As far as the bytes are whole and hold lasting errors.
[[nodiscard]] std::vector<Error> decodeRefused(std::string_view bytes);

} // namespace hallway
