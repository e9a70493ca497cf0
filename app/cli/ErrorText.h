// Errors and problems as English sentences for stderr. Texts of an input in them are made printable.
#pragma once

#include "base/Error.h"
#include "trace/Source.h"

#include <string>

namespace hallway::cli {

/// One sentence, with a full stop.
[[nodiscard]] std::string sentenceOf(const Error& error);

/// "traces.json: 3 spans have a kind nobody knows (first: line 12, span "GET /" has kind 99)."
[[nodiscard]] std::string sentenceOf(const Source& source, const Problem& problem);

} // namespace hallway::cli
