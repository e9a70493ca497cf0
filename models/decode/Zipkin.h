// Zipkin's JSON, version 2 and 1 (formats.md 4.1): spans in an array, in arrays of traces, or one a line.
#pragma once

#include "decode/JsonFormat.h"

namespace hallway {

[[nodiscard]] bool recognisesZipkin(const JsonOutline& document);
[[nodiscard]] std::unique_ptr<JsonFormat> makeZipkin(JsonFile& file);

} // namespace hallway
