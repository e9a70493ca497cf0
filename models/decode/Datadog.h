// Datadog's trace JSON: what tracers send to the agent, and what the API answers (formats.md 4.5).
#pragma once

#include "decode/JsonFormat.h"

namespace hallway {

/// `[[span, …], …]`: each span is a document.
[[nodiscard]] bool recognisesDatadogSpans(const JsonOutline& document);
[[nodiscard]] std::unique_ptr<JsonFormat> makeDatadogSpans(JsonFile& file);

/// A trace, or the spans that a search found.
[[nodiscard]] bool recognisesDatadogAnswer(const JsonOutline& document);
[[nodiscard]] std::unique_ptr<JsonFormat> makeDatadogAnswer(JsonFile& file);

} // namespace hallway
