// Ids of traces and spans in every spelling exports use (formats.md 1.3).
#pragma once

#include "trace/Ids.h"

#include <string_view>

namespace hallway {

/// Hex of any case, `0x`, UUID dashes, base64 of the bytes or of their hex text; short hex is padded on the
/// left. Zero for an empty or all-zero text; what nothing fits is an opaque id: its trimmed text, added to
/// `strings`.
[[nodiscard]] TraceId traceIdOf(std::string_view text, StringPool& strings);
[[nodiscard]] SpanId spanIdOf(std::string_view text, StringPool& strings);

} // namespace hallway
