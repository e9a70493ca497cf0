// Which formats there are. A new one is a new file with two functions and a row in DecoderRegistry.cpp.
#pragma once

#include "decode/Decoder.h"
#include "decode/JsonWindow.h"
#include "decode/Sniff.h"

#include <span>

namespace hallway {

struct Format {
    std::string_view name; ///< for people, e.g. "OTLP JSON"
    bool (*recognises)(const Sniff&);
    /// Reads the stream from its first byte on, as UTF-8 text. Errors: FileUnreadable, Cancelled.
    Result<DecodedFile> (*decode)(ByteSource& text, DecodeContext& context, WindowLimits limits);
};

/// In the order they are asked.
[[nodiscard]] std::span<const Format> supportedFormats();

/// decodeFile() with the memory bound stated, for tests.
[[nodiscard]] Result<DecodedFile> decodeFile(ByteSource& source, const std::string& path,
                                             DecodeContext& context, WindowLimits limits);

} // namespace hallway
