// Jaeger JSON of the query API, the UI's download and its uploads (formats.md 3.1 to 3.3).
#pragma once

#include "decode/Decoder.h"
#include "decode/JsonWindow.h"
#include "decode/Sniff.h"

namespace hallway {

[[nodiscard]] bool recognisesJaeger(const Sniff& sniff);

/// `text` is UTF-8 from its first byte on. Errors: FileUnreadable, Cancelled. DecodedFile::bytes is left at
/// 0.
[[nodiscard]] Result<DecodedFile> decodeJaeger(ByteSource& text, DecodeContext& context, WindowLimits limits);

} // namespace hallway
