// Reads one OpenSearch document of a span, as Data Prepper (otel-v1-apm-span) and the Collector's exporter
// write it.
#pragma once

#include "decode/FlatMembers.h"
#include "decode/JsonAttributes.h"
#include "decode/SpanBuilder.h"

#include <string>
#include <string_view>

namespace hallway {

class OpenSearchSpanReader final : public SpanReader {
public:
    explicit OpenSearchSpanReader(SpanBench& bench) : m_span(bench), m_strings(bench.strings) {}

    void read(std::string_view json, const SpanSlice& slice) override;

private:
    void readMember(std::string_view name, JsonAny& value);
    /// The name has dots again where it had `@`.
    void readField(std::string_view name, JsonAny& value);
    void readResourceAttribute(std::string_view name, JsonAny& value);
    void readEvent(JsonAny& value);
    void readLink(JsonAny& value);
    void readInnerAttributes(JsonAny& object, AttributeList& target);

    SpanBuilder m_span;
    StringCache& m_strings;
    JsonAttributes m_values;
    FlatMembers m_fields;
    FlatMembers m_innerFields;
    std::string m_name; ///< of a field, with dots
    std::string m_scopeName;
    std::string m_scopeVersion;
};

} // namespace hallway
