// What was wrong with the imported files, in the language of the window.
#pragma once

#include "trace/Source.h"

#include <QString>

namespace hallway {

/// "17 spans have no trace id"
[[nodiscard]] QString summaryOf(const Problem& problem);

/// The first one: "line 88,412: span "GET /" has kind 99"; empty if nothing is known of it. The detail is in
/// the words of the import, English.
[[nodiscard]] QString exampleOf(const Problem& problem);

} // namespace hallway
