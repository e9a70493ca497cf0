// Records that were compressed one by one, each behind its length: the collector's file exporter with zstd as
// it was, and gRPC's messages (formats.md 2.1, 3, 4 and 7).
#pragma once

#include "decode/Decoder.h"
#include "decode/JsonWindow.h"
#include "decode/Sniff.h"

namespace hallway {

[[nodiscard]] bool recognisesCompressedRecords(const Sniff& sniff);

/// A record that is damaged is counted, with its place in the file; what can be had of it and the next ones
/// are read. As Format::decode.
[[nodiscard]] Result<DecodedFile> decodeCompressedRecords(ByteSource& bytes, DecodeContext& context,
                                                          WindowLimits limits);

} // namespace hallway
