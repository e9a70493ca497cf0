// Everything an export said about one span, read from the store when somebody looks.
#pragma once

#include "base/Time.h"
#include "trace/Attribute.h"
#include "trace/Ids.h"
#include "trace/Span.h"

#include <string>
#include <vector>

namespace hallway {

/// An attribute that owns its texts. Json values are compact JSON text; Bytes are base64.
struct NamedValue {
    std::string key;
    ValueType type = ValueType::Null; ///< PooledText is given as Text
    std::int64_t integer = 0;
    double real = 0;
    std::string text; ///< always what a person reads
    bool operator==(const NamedValue&) const = default;
};

/// Unpacks a packed list, in its order.
[[nodiscard]] std::vector<NamedValue> unpack(std::string_view packed, const StringPool& strings);

struct EventDetails {
    Timestamp time;
    std::string name;
    std::vector<NamedValue> attributes;
    std::uint32_t droppedCount = 0;
};

struct LinkDetails {
    TraceId trace;
    SpanId span;
    std::string traceId, spanId; ///< as text
    std::string traceState;
    std::vector<NamedValue> attributes;
};

struct SpanDetails {
    StoreRow row;
    SourceId source;
    std::string parentId; ///< as the file had it, "" = none
    std::string statusMessage, traceState;
    std::string scopeName, scopeVersion;
    std::uint32_t droppedCount = 0;
    std::vector<NamedValue> attributes, resource, scope;
    std::vector<EventDetails> events;
    std::vector<LinkDetails> links;
};

} // namespace hallway
