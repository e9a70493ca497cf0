// AnyValue and KeyValue lists of OTLP JSON (formats.md 1.2, 1.3).
#pragma once

#include "decode/AttributeList.h"
#include "decode/JsonValue.h"
#include "decode/PlainJson.h"

#include <string>

namespace hallway {

/// Nested values deeper than this are kept as the text they were written with.
inline constexpr int maximumValueDepth = 64;

class OtlpValues {
public:
    /// Reads a list of KeyValue, or tolerantly a plain JSON object, into `target`. Throws simdjson_error.
    void readAttributes(JsonAny& list, AttributeList& target);
    /// The same of a list within `element`, the whole text that the parser was given.
    void readAttributes(JsonAny& list, AttributeList& target, std::string_view element);
    /// The same of a list that stands in plain JSON, which refuses it if one is of another shape than usual.
    void readAttributes(PlainAny& list, AttributeList& target, std::string_view element);

private:
    struct Value {
        ValueType type = ValueType::Null;
        std::int64_t integer = 0;
        double real = 0;
        std::string_view text;
        int members = 0; ///< of the AnyValue: one is right
    };

    void readKeyValue(JsonAny& element, AttributeList& target);
    /// `value` is an AnyValue, or tolerantly a plain JSON value.
    void readValue(JsonAny& value, Value& result, AttributeList& target, int depth);
    void readMember(JsonKey name, JsonAny& value, Value& result, AttributeList& target, int depth);
    void readNested(JsonAny& value, Value& result, AttributeList& target, bool isList);
    void add(std::string_view key, const Value& value, AttributeList& target);

    /// Append an AnyValue, and the content of arrayValue and kvlistValue, as plain JSON.
    void appendPlain(JsonAny& value, AttributeList& target, int depth);
    void appendArray(JsonAny& value, AttributeList& target, int depth);
    void appendList(JsonAny& value, AttributeList& target, int depth);
    void appendScalar(const JsonScalar& scalar);

    std::string m_key;     ///< of the KeyValue being read
    std::string m_decoded; ///< bytes or JSON text of the value being read
};

} // namespace hallway
