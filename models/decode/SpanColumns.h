// What the columns of a table of spans hold, told by their names (formats.md 4.4, issue 4).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hallway {

/// What a cell says of its span. Attribute: what no other word fits.
enum class SpanField : std::uint8_t {
    Attribute,
    TraceId,
    SpanId,
    ParentId,
    Service,
    Pod, ///< a Kubernetes pod: an instance of a service
    Operation,
    Kind,
    Start,
    End,
    Elapsed,
    StatusCode,
    StatusMessage,
    Error, ///< whether it failed
    TraceState,
    ScopeName,
    ScopeVersion,
    Peer,               ///< whom a client span calls
    Attributes,         ///< a map
    ResourceAttributes, ///< a map
    EventTimes,         ///< an array each
    EventNames,
    EventAttributes,
    LinkTraces,
    LinkSpans,
    LinkStates,
    LinkAttributes,
    Count
};

/// Power of ten from the unit of a number to nanoseconds.
enum class TimeUnit : std::int8_t {
    Unknown = -1,
    Nanoseconds = 0,
    Microseconds = 3,
    Milliseconds = 6,
    Seconds = 9
};

struct SpanColumn {
    SpanField field = SpanField::Attribute;
    TimeUnit unit = TimeUnit::Unknown; ///< of Start, End and Elapsed, if the name says it
    std::string name;                  ///< as written
};

/// The columns of a header, in its order. Of several names that fit a field the usual one has it; the others
/// are attributes.
[[nodiscard]] std::vector<SpanColumn> spanColumns(const std::vector<std::string>& names);

/// What one name says, whatever stands beside it.
[[nodiscard]] SpanColumn spanColumn(std::string_view name);

} // namespace hallway
