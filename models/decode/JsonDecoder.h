// Reads text that holds JSON documents of one or several formats.
#pragma once

#include "decode/Decoder.h"
#include "decode/JsonFormat.h"
#include "decode/JsonWindow.h"
#include "decode/Sniff.h"

#include <span>

namespace hallway {

/// In the order they are asked: what is more particular stands first.
[[nodiscard]] std::span<const JsonFormatEntry> jsonFormats();

/// Any of the documents at the begin is of a format that can be read.
[[nodiscard]] bool recognisesJson(const Sniff& sniff);

/// Each document is read as what it is; one of no known format is counted and passed. As Format::decode.
[[nodiscard]] Result<DecodedFile> decodeJson(ByteSource& text, DecodeContext& context, WindowLimits limits);

} // namespace hallway
