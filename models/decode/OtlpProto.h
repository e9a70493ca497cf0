// OTLP protobuf, bare or in the collector's framing (formats.md 2, 2.1).
#pragma once

#include "decode/Decoder.h"
#include "decode/JsonWindow.h"
#include "decode/Sniff.h"

namespace hallway {

/// Also for a file of OTLP's other signals, which has no spans.
[[nodiscard]] bool recognisesOtlpProto(const Sniff& sniff);

/// Errors: FileUnreadable, Cancelled. DecodedFile::bytes is left at 0.
[[nodiscard]] Result<DecodedFile> decodeOtlpProto(ByteSource& bytes, DecodeContext& context,
                                                  WindowLimits limits);

} // namespace hallway
