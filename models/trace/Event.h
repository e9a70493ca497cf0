// Events and links of a span in packed form.
//   event: zigzag varint time (ns), varint name id, varint dropped count, varint size, packed attributes
//   link:  one byte (bit 0 opaque trace, bit 1 opaque span), 16 bytes trace id, 8 bytes span id (big endian),
//          varint trace state id, varint size, packed attributes
#pragma once

#include "base/Time.h"
#include "trace/Attribute.h"
#include "trace/Ids.h"

#include <optional>
#include <string>
#include <string_view>

namespace hallway {

struct Event {
    Timestamp time;
    StringId name;
    std::uint32_t droppedCount = 0;
    std::string_view attributes; ///< packed
};

struct Link {
    TraceId trace;
    SpanId span;
    StringId traceState;
    std::string_view attributes; ///< packed
};

void appendEvent(std::string& target, const Event& event);
void appendLink(std::string& target, const Link& link);

/// Take one off the front of packed bytes; nothing at the end or where the bytes are damaged.
[[nodiscard]] std::optional<Event> takeEvent(std::string_view& rest);
[[nodiscard]] std::optional<Link> takeLink(std::string_view& rest);

} // namespace hallway
