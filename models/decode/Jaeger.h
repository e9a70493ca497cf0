// Jaeger JSON of the query API, the UI's download and its uploads (formats.md 3.1 to 3.3), and of protobuf
// (formats.md 3.5): traces, and batches of one process.
#pragma once

#include "decode/JsonFormat.h"

namespace hallway {

[[nodiscard]] bool recognisesJaeger(const JsonOutline& document);

[[nodiscard]] bool recognisesJaegerProto(const JsonOutline& document);

[[nodiscard]] std::unique_ptr<JsonFormat> makeJaeger(JsonFile& file);
[[nodiscard]] std::unique_ptr<JsonFormat> makeJaegerProto(JsonFile& file);

} // namespace hallway
