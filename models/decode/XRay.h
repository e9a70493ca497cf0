// Traces of AWS X-Ray: what batch-get-traces answers, and segments as the daemon takes them (formats.md 4.6).
#pragma once

#include "decode/JsonFormat.h"

namespace hallway {

/// Each document is a segment, or the daemon's header before one.
[[nodiscard]] bool recognisesXRaySegments(const JsonOutline& document);
[[nodiscard]] std::unique_ptr<JsonFormat> makeXRaySegments(JsonFile& file);

/// A list of traces, each with its segments as texts of JSON.
[[nodiscard]] bool recognisesXRayTraces(const JsonOutline& document);
[[nodiscard]] std::unique_ptr<JsonFormat> makeXRayTraces(JsonFile& file);

} // namespace hallway
