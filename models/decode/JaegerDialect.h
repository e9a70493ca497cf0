// Who wrote Jaeger's model down as JSON: the three spell some things differently (formats.md 3.2, 3.4, 3.5).
#pragma once

#include <cstdint>

namespace hallway {

enum class JaegerDialect : std::uint8_t {
    Query,    ///< the query API and the UI: times in µs, binary values in base64
    Document, ///< of Elasticsearch or OpenSearch: binary values in hex, tags also as a map
    Proto,    ///< protobuf's JSON of model.proto: RFC 3339 times, durations in s or ns, other names
};

} // namespace hallway
