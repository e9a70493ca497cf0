// What is asked of the rows of a capture: `span.http.route = "/pay"`, `event:name =~ "exception.*"`.
#pragma once

#include "trace/Relation.h"

#include <cstdint>
#include <string>

namespace hallway {

/// Where in the record of a span a value stands. The first six have a key.
enum class AttributePlace : std::uint8_t {
    Span,
    Resource,
    Anywhere, ///< the span's own, else that of its resource, else that of its instrumentation library
    Instrumentation,
    Event,
    Link,

    InstrumentationName,
    InstrumentationVersion,
    StatusMessage,
    ParentId, ///< lower-case hex or the opaque text, as exports name it
    EventName,
    EventTime, ///< ns since the span's start
    LinkTraceId,
    LinkSpanId,
};

[[nodiscard]] constexpr bool hasKey(AttributePlace place) { return place <= AttributePlace::Link; }

/// True of a span where the value fits, of one with several events or links where one of theirs does. Where
/// there is no value, only `= nil` is true: of spans none of whose events (or links) has one.
struct AttributePredicate {
    AttributePlace place = AttributePlace::Span;
    std::string key = {};
    Relation relation = Relation::Equal;
    Scalar value = {};
    bool operator==(const AttributePredicate&) const = default;
};

} // namespace hallway
