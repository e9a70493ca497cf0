// How OTLP protobuf lies in a file (formats.md 2.1), told by the file's first bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace hallway {

enum class ProtoFraming : std::uint8_t {
    None,     ///< messages without anything between them, which together are one message
    Length32, ///< each behind its length in four bytes, most significant first: the collector's file exporter
    Varint,   ///< each behind its length as a varint: writeDelimitedTo()
    Grpc,     ///< each behind a byte that says whether it is compressed, and its length as in Length32
};

inline constexpr std::size_t frameLengthBytes = 4;
inline constexpr std::size_t grpcHeaderBytes = 1 + frameLengthBytes;
/// No length is larger: its first byte would begin a message instead.
inline constexpr std::uint64_t largestFrame = 0x09FFFFFF;
/// The length that these bytes are: ProtoFraming::Length32.
[[nodiscard]] std::uint64_t frameLengthOf(std::string_view bytes);

/// The framing in which the first fields, as far as they can be seen, are those of OTLP traces, logs or
/// metrics, also behind Tempo's extra level; nothing if there is none. The end of `begin` may cut anything.
/// gRPC's messages may be compressed; then it is enough that one is.
[[nodiscard]] std::optional<ProtoFraming> framingOf(std::string_view begin);

/// A top message holds a Trace of Tempo's instead of a ResourceSpans: `content` is where either begins.
/// 64 bytes are enough.
[[nodiscard]] bool isWrappedTrace(std::string_view content);

} // namespace hallway
