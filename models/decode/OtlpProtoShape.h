// How OTLP protobuf lies in a file (formats.md 2.1), told by the file's first bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hallway {

enum class ProtoFraming : std::uint8_t {
    None,     ///< messages without anything between them, which together are one message
    Length32, ///< each behind its length in four bytes, most significant first: the collector's file exporter
};

inline constexpr std::size_t frameLengthBytes = 4;
/// The length that these bytes are: ProtoFraming::Length32.
[[nodiscard]] std::uint64_t frameLengthOf(std::string_view bytes);

/// Of a file that isOtlpProto().
[[nodiscard]] ProtoFraming framingOf(std::string_view begin);

/// Its first fields, as far as they can be seen, are those of OTLP traces, logs or metrics in one of the
/// framings; also behind Tempo's extra level. The end of `begin` may cut anything.
[[nodiscard]] bool isOtlpProto(std::string_view begin);

/// A top message holds a Trace of Tempo's instead of a ResourceSpans: `content` is where either begins.
/// 64 bytes are enough.
[[nodiscard]] bool isWrappedTrace(std::string_view content);

} // namespace hallway
