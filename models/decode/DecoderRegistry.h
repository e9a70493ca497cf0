// Which formats there are. A new one is a new file with two functions and a row in DecoderRegistry.cpp.
#pragma once

#include "decode/Decoder.h"
#include "decode/JsonWindow.h"
#include "decode/Sniff.h"

#include <span>

namespace hallway {

/// What a decoder reads: UTF-8 text without a byte-order mark, or the bytes as they are.
enum class Input : std::uint8_t { Text, Binary };

struct Format {
    std::string_view name; ///< for people, e.g. "OTLP JSON"
    Input input;
    bool (*recognises)(const Sniff&);
    /// Reads the stream from its first byte on. Errors: FileUnreadable, Cancelled.
    Result<DecodedFile> (*decode)(ByteSource& input, DecodeContext& context, WindowLimits limits);
};

/// In the order they are asked.
[[nodiscard]] std::span<const Format> supportedFormats();

/// Detects the format of `bytes`, which are not compressed, and decodes them. Errors: as of
/// FileContents::decode().
[[nodiscard]] Result<DecodedFile> decodeContent(ByteSource& bytes, const std::string& path,
                                                DecodeContext& context, WindowLimits limits);

} // namespace hallway
