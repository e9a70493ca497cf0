// OTLP JSON in every document shape and framing of formats.md 1.1.
#pragma once

#include "decode/JsonFormat.h"

namespace hallway {

/// Also a document of OTLP's other signals, which has no spans.
[[nodiscard]] bool recognisesOtlpJson(const JsonOutline& document);

[[nodiscard]] std::unique_ptr<JsonFormat> makeOtlpJson(JsonFile& file);

} // namespace hallway
