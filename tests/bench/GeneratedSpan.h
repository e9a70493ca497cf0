// What the generator makes and the writers write: spans as an exporter would hold them.
#pragma once

#include "base/Time.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace hallway::bench {

struct TraceId {
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    bool operator==(const TraceId&) const = default;
};

using SpanId = std::uint64_t; ///< 0: none

/// The numbers of OTLP.
enum class Kind : std::uint8_t { Internal = 1, Server, Client, Producer, Consumer };

using AttributeValue = std::variant<std::string, std::int64_t, bool, double>;

struct Attribute {
    std::string_view key; ///< a literal
    AttributeValue value;
};

using Attributes = std::vector<Attribute>;

struct Event {
    Timestamp time;
    std::string_view name; ///< a literal
    Attributes attributes;
};

struct Link {
    TraceId trace;
    SpanId span = 0;
};

/// One instance of a service on one host.
struct Resource {
    std::size_t service = 0; ///< in Topology::services
    std::string serviceName;
    Attributes attributes; ///< with service.name
    Duration clockError{}; ///< what this host's clock adds to the true time
};

struct Span {
    TraceId trace;
    SpanId id = 0;
    SpanId parent = 0;
    std::size_t resource = 0; ///< in the list that the writer was given
    std::string name;
    Kind kind = Kind::Internal;
    Timestamp start; ///< whole microseconds, as `end`
    Timestamp end;
    bool error = false; ///< status ERROR, else UNSET
    std::string message;
    Attributes attributes;
    std::vector<Event> events;
    std::vector<Link> links;
};

} // namespace hallway::bench
