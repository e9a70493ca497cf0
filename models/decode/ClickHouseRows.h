// Rows of the Collector's ClickHouse exporter as JSON objects: the formats JSONEachRow and JSON
// (formats.md 4.4).
#pragma once

#include "decode/JsonFormat.h"

namespace hallway {

[[nodiscard]] bool recognisesClickHouseRows(const JsonOutline& document);

[[nodiscard]] std::unique_ptr<JsonFormat> makeClickHouseRows(JsonFile& file);

} // namespace hallway
