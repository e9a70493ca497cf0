// Payloads of New Relic's trace API (formats.md 4.8).
#pragma once

#include "decode/JsonFormat.h"

namespace hallway {

[[nodiscard]] bool recognisesNewRelic(const JsonOutline& document);
[[nodiscard]] std::unique_ptr<JsonFormat> makeNewRelic(JsonFile& file);

} // namespace hallway
