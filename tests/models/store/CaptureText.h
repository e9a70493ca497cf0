// Everything a capture gives, as one text: two captures are the same when their texts are.
#pragma once

#include "store/CaptureReader.h"

#include <string>

namespace hallway::test {

[[nodiscard]] std::string textOf(const SpanDetails& details);

/// Of the whole file: opened, loaded, every span's details, every blob named `blobName`.
[[nodiscard]] Result<std::string> textOfCapture(const std::string& path, const std::string& blobName);

/// Of the tables alone, byte for byte.
[[nodiscard]] std::string textOf(const SpanTable& spans, const CallTable& calls);

} // namespace hallway::test
