// What is taken out of a search store: answers to a search, dumps of an index, and files for the bulk API
// (formats.md 3.4). Each document is looked at by itself.
#pragma once

#include "decode/JsonFormat.h"

namespace hallway {

/// `{"hits":{"hits":[{"_source":{…}}]}}`, `{"_index":…,"_source":{…}}`.
[[nodiscard]] bool recognisesSearchHits(const JsonOutline& document);
[[nodiscard]] std::unique_ptr<JsonFormat> makeSearchHits(JsonFile& file);

/// The documents themselves.
[[nodiscard]] bool recognisesStoreDocument(const JsonOutline& document);
[[nodiscard]] std::unique_ptr<JsonFormat> makeStoreDocuments(JsonFile& file);

/// The lines of a bulk file that stand before its documents: `{"index":{…}}`.
[[nodiscard]] bool recognisesBulkAction(const JsonOutline& document);
[[nodiscard]] std::unique_ptr<JsonFormat> makeBulkActions(JsonFile& file);

} // namespace hallway
