// Jaeger JSON of the query API, the UI's download and its uploads (formats.md 3.1 to 3.3).
#pragma once

#include "decode/JsonFormat.h"

namespace hallway {

[[nodiscard]] bool recognisesJaeger(const JsonOutline& document);

[[nodiscard]] std::unique_ptr<JsonFormat> makeJaeger(JsonFile& file);

} // namespace hallway
