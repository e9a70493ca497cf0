// One JSON format: how its documents are told from others, and how they are read. A new one is a new file
// with a class of these and a row in JsonDecoder.cpp.
#pragma once

#include "decode/JsonFile.h"
#include "decode/JsonOutline.h"

#include <memory>
#include <string_view>

namespace hallway {

/// Made for a file when the first document of its format comes, and kept to the end of the file.
class JsonFormat {
public:
    virtual ~JsonFormat() = default;

    /// Reads the document that stands next in the file's scanner, to its end or its failure.
    virtual void readDocument() = 0;
    /// All spans of the file have been delivered (SpanPipeline.h).
    virtual void finish() {}
    /// The word of calls.md section 3 for a file of such documents; asked at its end.
    [[nodiscard]] virtual std::string_view word() const = 0;
};

struct JsonFormatEntry {
    std::string_view name; ///< for people, e.g. "OTLP JSON"
    bool (*recognises)(const JsonOutline& document);
    std::unique_ptr<JsonFormat> (*make)(JsonFile& file);
    /// False for what only stands between the documents of another format.
    bool holdsSpans = true;
};

} // namespace hallway
