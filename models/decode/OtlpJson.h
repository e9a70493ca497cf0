// OTLP JSON in every document shape and framing of formats.md 1.1.
#pragma once

#include "decode/Decoder.h"
#include "decode/JsonWindow.h"
#include "decode/Sniff.h"

namespace hallway {

/// Also for a file of OTLP's other signals, which has no spans.
[[nodiscard]] bool recognisesOtlpJson(const Sniff& sniff);

/// `text` is UTF-8 from its first byte on. Errors: FileUnreadable, Cancelled. DecodedFile::bytes is left at
/// 0.
[[nodiscard]] Result<DecodedFile> decodeOtlpJson(ByteSource& text, DecodeContext& context,
                                                 WindowLimits limits);

} // namespace hallway
