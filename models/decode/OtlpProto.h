// OTLP protobuf, bare or in one of its framings (formats.md 2, 2.1).
#pragma once

#include "decode/Decoder.h"
#include "decode/JsonWindow.h"
#include "decode/OtlpProtoShape.h"
#include "decode/Sniff.h"

namespace hallway {

/// Also for a file of OTLP's other signals, which has no spans. Not for gRPC (CompressedRecords.h).
[[nodiscard]] bool recognisesOtlpProto(const Sniff& sniff);

/// As Format::decode.
[[nodiscard]] Result<DecodedFile> decodeOtlpProto(ByteSource& bytes, DecodeContext& context,
                                                  WindowLimits limits);
/// Where the framing is known. Of gRPC no message is compressed.
[[nodiscard]] Result<DecodedFile> decodeFramedOtlpProto(ByteSource& bytes, ProtoFraming framing,
                                                        DecodeContext& context, WindowLimits limits);

} // namespace hallway
