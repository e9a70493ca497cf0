// Traces of SigNoz: what its waterfall and its queries answer (formats.md 4.3).
#pragma once

#include "decode/JsonFormat.h"

namespace hallway {

[[nodiscard]] bool recognisesSigNoz(const JsonOutline& document);
[[nodiscard]] std::unique_ptr<JsonFormat> makeSigNoz(JsonFile& file);

} // namespace hallway
