// What the console exporter of OpenTelemetry .NET prints, with the lines of logs between (formats.md 4.8).
#pragma once

#include "decode/Decoder.h"
#include "decode/JsonWindow.h"
#include "decode/Sniff.h"

namespace hallway {

[[nodiscard]] bool recognisesDotnetConsole(const Sniff& sniff);

/// As Format::decode.
[[nodiscard]] Result<DecodedFile> decodeDotnetConsole(ByteSource& text, DecodeContext& context,
                                                      WindowLimits limits);

} // namespace hallway
