// Zipkin's protobuf, ListOfSpans (formats.md 2, last line): what its collectors take, and what stands in
// topics of a broker.
#pragma once

#include "decode/Decoder.h"
#include "decode/JsonWindow.h"
#include "decode/Sniff.h"

namespace hallway {

/// Its first span has ids where OTLP has a resource.
[[nodiscard]] bool recognisesZipkinProto(const Sniff& sniff);

/// Errors: FileUnreadable, Cancelled. DecodedFile::bytes is left at 0.
[[nodiscard]] Result<DecodedFile> decodeZipkinProto(ByteSource& bytes, DecodeContext& context,
                                                    WindowLimits limits);

} // namespace hallway
