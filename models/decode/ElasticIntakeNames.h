// What the fields of Elastic APM's intake are called in documents (formats.md 4.7).
#pragma once

#include <string>
#include <string_view>

namespace hallway {

/// Each puts the name of a document's field into `target`.
void putTransactionField(std::string& target, std::string_view field);
void putSpanField(std::string& target, std::string_view field);
void putMetadataField(std::string& target, std::string_view field);

} // namespace hallway
