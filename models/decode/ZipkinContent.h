// What one record of Zipkin says, whatever its encoding (formats.md 4.1): mostly one span; of version 1 also
// several, as client and server may have told theirs in one record.
#pragma once

#include "base/StringPool.h"
#include "decode/JsonValue.h"
#include "trace/Ids.h"
#include "trace/Span.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace hallway {

/// Who took part in a span. Texts are views into the record.
struct ZipkinEndpoint {
    std::string_view service;
    std::string_view ipv4; ///< dotted, or the number of its four bytes, signed or not
    std::string_view ipv6;
    std::uint16_t port = 0; ///< 0 = not known
    bool isGiven = false;   ///< an object stood there, empty perhaps

    /// Nothing of it is known.
    [[nodiscard]] bool isBlank() const {
        return service.empty() && ipv4.empty() && ipv6.empty() && port == 0;
    }
};

/// One span of a record. Times are nanoseconds.
struct ZipkinSide {
    ZipkinEndpoint local, remote;
    SpanKind kind = SpanKind::Unspecified;
    bool shared = false;
    std::optional<std::int64_t> start;
    std::optional<std::int64_t> duration;
};

struct ZipkinTag {
    StringId key;
    JsonScalar value;
    std::size_t side = 0; ///< index in ZipkinContent::sides
};

struct ZipkinAnnotation {
    std::int64_t time = 0; ///< ns
    std::string_view value;
    std::size_t side = 0; ///< likewise
};

struct ZipkinContent {
    TraceId trace;
    SpanId id;
    SpanId parent;
    std::string_view name;
    bool debug = false;
    std::vector<ZipkinSide> sides; ///< never empty
    std::vector<ZipkinTag> tags;
    std::vector<ZipkinAnnotation> annotations;

    void clear() {
        trace = {};
        id = parent = {};
        name = {};
        debug = false;
        sides.assign(1, {});
        tags.clear();
        annotations.clear();
    }
};

} // namespace hallway
