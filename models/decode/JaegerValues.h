// The KeyValue lists of Jaeger JSON: tags of spans and processes, fields of logs.
#pragma once

#include "decode/AttributeList.h"
#include "decode/JsonValue.h"

#include <string>
#include <string_view>

namespace hallway {

struct JaegerTag {
    std::string_view key;
    std::string_view type; ///< "string", "bool", "int64", "float64", "binary"; empty: as the value looks
    JsonScalar value;

    /// true, or the text "true".
    [[nodiscard]] bool isTrue() const;
    /// The text of a string, the digits of a number; empty for others.
    [[nodiscard]] std::string_view text() const;
};

class JaegerValues {
public:
    /// Calls visit(tag) for each tag of a list; the tag is valid as long as the element. Throws
    /// simdjson_error.
    template <class Visit>
    void forEachTag(JsonAny& list, Visit visit) {
        forEachElement(list, [&](JsonAny element) {
            JaegerTag tag;
            if (readTag(element, tag)) visit(tag);
        });
    }

    /// Adds a tag under another key, its value converted by its type.
    void add(StringId key, const JaegerTag& tag, AttributeList& target);

private:
    [[nodiscard]] static bool readTag(JsonAny& element, JaegerTag& tag);
    bool addTyped(StringId key, const JaegerTag& tag, AttributeList& target);
    void addAsWritten(StringId key, const JsonScalar& value, AttributeList& target);

    std::string m_decoded;
};

} // namespace hallway
