// One KeyValue of Jaeger's model.proto as protobuf's JSON (formats.md 3.5).
#pragma once

#include "decode/JaegerValues.h"

namespace hallway {

/// False if it has no key. Throws simdjson_error.
[[nodiscard]] bool readProtoTag(JsonAny& element, JaegerTag& tag);

} // namespace hallway
