// Lines of an AWS Lambda's standard output that hold an OTLP request each (formats.md 1.1).
#pragma once

#include "decode/JsonFormat.h"

namespace hallway {

[[nodiscard]] bool recognisesLambdaOutput(const JsonOutline& document);
[[nodiscard]] std::unique_ptr<JsonFormat> makeLambdaOutput(JsonFile& file);

} // namespace hallway
