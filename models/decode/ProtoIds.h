// Ids of traces and spans as protobuf holds them: bytes, most significant first.
#pragma once

#include "base/StringCache.h"
#include "trace/Ids.h"

#include <string_view>

namespace hallway {

/// Zero for no bytes or zero bytes. 8 bytes of a trace id are its low half; twice as many bytes as belong
/// there, all hex digits, are read as such. What has another length is an opaque id: its bytes in hex, added
/// to `strings`.
[[nodiscard]] TraceId traceIdOfBytes(std::string_view bytes, StringCache& strings);
[[nodiscard]] SpanId spanIdOfBytes(std::string_view bytes, StringCache& strings);

} // namespace hallway
