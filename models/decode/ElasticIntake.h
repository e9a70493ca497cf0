// Elastic APM's intake protocol, version 2: one event a line, behind lines that say who emits them
// (formats.md 4.7).
#pragma once

#include "decode/JsonFormat.h"

namespace hallway {

[[nodiscard]] bool recognisesElasticIntake(const JsonOutline& document);

[[nodiscard]] std::unique_ptr<JsonFormat> makeElasticIntake(JsonFile& file);

} // namespace hallway
