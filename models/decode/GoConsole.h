// What Go's stdouttrace exporter writes (formats.md 4.8).
#pragma once

#include "decode/JsonFormat.h"

namespace hallway {

[[nodiscard]] bool recognisesGoConsole(const JsonOutline& document);
[[nodiscard]] std::unique_ptr<JsonFormat> makeGoConsole(JsonFile& file);

} // namespace hallway
