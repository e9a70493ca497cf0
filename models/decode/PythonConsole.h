// What Python's ConsoleSpanExporter writes (formats.md 4.8), and Phoenix, which lists spans of the same
// shape.
#pragma once

#include "decode/JsonFormat.h"

namespace hallway {

/// A document is a span.
[[nodiscard]] bool recognisesPythonConsole(const JsonOutline& document);
[[nodiscard]] std::unique_ptr<JsonFormat> makePythonConsole(JsonFile& file);

/// Spans of Phoenix (OpenInference), each a document, or in lists within one.
[[nodiscard]] bool recognisesPhoenix(const JsonOutline& document);
[[nodiscard]] std::unique_ptr<JsonFormat> makePhoenix(JsonFile& file);
[[nodiscard]] bool recognisesPhoenixLists(const JsonOutline& document);
[[nodiscard]] std::unique_ptr<JsonFormat> makePhoenixLists(JsonFile& file);

} // namespace hallway
