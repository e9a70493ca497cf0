// Spans with OTLP's names that stand alone, one a document, as programs keep them in tables.
#pragma once

#include "decode/JsonFormat.h"

namespace hallway {

[[nodiscard]] bool recognisesOtlpRows(const JsonOutline& document);
[[nodiscard]] std::unique_ptr<JsonFormat> makeOtlpRows(JsonFile& file);

} // namespace hallway
