// The KeyValue lists of Jaeger JSON: tags of spans and processes, fields of logs.
#pragma once

#include "decode/AttributeList.h"
#include "decode/JaegerDialect.h"
#include "decode/JsonValue.h"

#include <algorithm>
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
    explicit JaegerValues(JaegerDialect dialect = JaegerDialect::Query) : m_dialect(dialect) {}

    /// Calls visit(tag) for each tag of a list; the tag is valid as long as the element. Throws
    /// simdjson_error.
    template <class Visit>
    void forEachTag(JsonAny& list, Visit visit) {
        forEachElement(list, [&](JsonAny element) {
            JaegerTag tag;
            if (readTag(element, tag)) visit(tag);
        });
    }

    /// The same of a document's map `{"http@method":"GET"}`, whose keys have `@` for dots; the tag is valid
    /// during the call.
    template <class Visit>
    void forEachMapped(JsonAny& map, Visit visit) {
        forEachMember(map, [&](std::string_view name, JsonAny value) {
            m_key = name;
            std::replace(m_key.begin(), m_key.end(), '@', '.');
            visit(JaegerTag{m_key, {}, scalarOf(value)});
        });
    }

    /// Adds a tag under another key, its value converted by its type.
    void add(StringId key, const JaegerTag& tag, AttributeList& target) const;

private:
    [[nodiscard]] bool readTag(JsonAny& element, JaegerTag& tag) const;
    bool addTyped(StringId key, const JaegerTag& tag, AttributeList& target) const;

    JaegerDialect m_dialect;
    std::string m_key; ///< of a map
};

} // namespace hallway
