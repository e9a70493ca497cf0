// Tables of spans as CSV or TSV: with columns named one way or another, or as ClickHouse exports
// `otel_traces` (formats.md 4.4).
#pragma once

#include "decode/Decoder.h"
#include "decode/JsonWindow.h"
#include "decode/Sniff.h"

namespace hallway {

[[nodiscard]] bool recognisesSpanTable(const Sniff& sniff);

/// As Format::decode.
[[nodiscard]] Result<DecodedFile> decodeSpanTable(ByteSource& text, DecodeContext& context,
                                                  WindowLimits limits);

} // namespace hallway
