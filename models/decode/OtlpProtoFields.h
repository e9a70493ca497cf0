// The field numbers of OTLP's protobuf messages (formats.md 2), each with the wire type it is read with:
// labels of a switch over ProtoField::tag or pbf_reader::tag_and_type(). A field of another wire type is none
// of them, and skipped like an unknown one.
#pragma once

#include <protozero/types.hpp>

#include <cstdint>

namespace hallway::otlp {

enum class Wire : std::uint32_t { Varint = 0, Fixed64 = 1, Bytes = 2, Fixed32 = 5 };

constexpr std::uint32_t tag(std::uint32_t number, Wire wire) {
    return protozero::tag_and_type(number, static_cast<protozero::pbf_wire_type>(wire));
}

/// TracesData, ExportTraceServiceRequest and Tempo's Trace; of the other signals alike.
namespace traces {
constexpr auto resourceSpans = tag(1, Wire::Bytes);
}

/// Tempo's TraceByIDResponse.
namespace response {
constexpr auto status = tag(3, Wire::Varint);
constexpr auto message = tag(4, Wire::Bytes);
constexpr std::uint64_t partial = 1; ///< of status
} // namespace response

namespace resourceSpans {
constexpr auto resource = tag(1, Wire::Bytes);
constexpr auto scopeSpans = tag(2, Wire::Bytes);
constexpr auto schemaUrl = tag(3, Wire::Bytes);
constexpr auto librarySpans = tag(1000, Wire::Bytes); ///< what scopeSpans was called before
} // namespace resourceSpans

namespace scopeSpans {
constexpr auto scope = tag(1, Wire::Bytes);
constexpr auto span = tag(2, Wire::Bytes);
constexpr auto schemaUrl = tag(3, Wire::Bytes);
} // namespace scopeSpans

namespace resource {
constexpr auto attribute = tag(1, Wire::Bytes);
constexpr auto dropped = tag(2, Wire::Varint);
constexpr auto entity = tag(3, Wire::Bytes);
} // namespace resource

namespace scope {
constexpr auto name = tag(1, Wire::Bytes);
constexpr auto version = tag(2, Wire::Bytes);
constexpr auto attribute = tag(3, Wire::Bytes);
} // namespace scope

namespace keyValue {
constexpr auto key = tag(1, Wire::Bytes);
constexpr auto value = tag(2, Wire::Bytes);
constexpr auto keyIndex = tag(3, Wire::Varint); ///< of profiles only
} // namespace keyValue

namespace anyValue {
constexpr auto text = tag(1, Wire::Bytes);
constexpr auto boolean = tag(2, Wire::Varint);
constexpr auto integer = tag(3, Wire::Varint);
constexpr auto real = tag(4, Wire::Fixed64);
constexpr auto array = tag(5, Wire::Bytes);
constexpr auto list = tag(6, Wire::Bytes);
constexpr auto bytes = tag(7, Wire::Bytes);
constexpr auto element = tag(1, Wire::Bytes); ///< of array and list
} // namespace anyValue

namespace span {
constexpr auto traceId = tag(1, Wire::Bytes);
constexpr auto spanId = tag(2, Wire::Bytes);
constexpr auto traceState = tag(3, Wire::Bytes);
constexpr auto parentSpanId = tag(4, Wire::Bytes);
constexpr auto name = tag(5, Wire::Bytes);
constexpr auto kind = tag(6, Wire::Varint);
constexpr auto start = tag(7, Wire::Fixed64);
constexpr auto end = tag(8, Wire::Fixed64);
constexpr auto attribute = tag(9, Wire::Bytes);
constexpr auto droppedAttributes = tag(10, Wire::Varint);
constexpr auto event = tag(11, Wire::Bytes);
constexpr auto droppedEvents = tag(12, Wire::Varint);
constexpr auto link = tag(13, Wire::Bytes);
constexpr auto droppedLinks = tag(14, Wire::Varint);
constexpr auto status = tag(15, Wire::Bytes);
constexpr auto flags = tag(16, Wire::Fixed32);
} // namespace span

namespace event {
constexpr auto time = tag(1, Wire::Fixed64);
constexpr auto name = tag(2, Wire::Bytes);
constexpr auto attribute = tag(3, Wire::Bytes);
constexpr auto dropped = tag(4, Wire::Varint);
} // namespace event

namespace link {
constexpr auto traceId = tag(1, Wire::Bytes);
constexpr auto spanId = tag(2, Wire::Bytes);
constexpr auto traceState = tag(3, Wire::Bytes);
constexpr auto attribute = tag(4, Wire::Bytes);
} // namespace link

namespace status {
constexpr auto oldCode = tag(1, Wire::Varint); ///< deprecated_code
constexpr auto message = tag(2, Wire::Bytes);
constexpr auto code = tag(3, Wire::Varint);
} // namespace status

} // namespace hallway::otlp
