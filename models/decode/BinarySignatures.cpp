#include "decode/BinarySignatures.h"

#include "decode/Compression.h"
#include "decode/OtlpProtoShape.h"
#include "trace/Attribute.h"

#include <cstdint>

namespace hallway {

namespace {

struct Magic {
    std::string_view bytes;
    std::string_view name;
};

using namespace std::string_view_literals;

constexpr Magic magics[] = {
    {"\xFD\x37\x7A\x58\x5A\x00"sv, "xz"},
    {"\x42\x5A\x68"sv, "bzip2"},
    {"\x04\x22\x4D\x18"sv, "lz4"},
    {"\x50\x4B\x03\x04"sv, "zip"},
    {"\xFF\x06\x00\x00sNaPpY"sv, "snappy"},
    {"PAR1"sv, "Parquet"},
    {"ARROW1"sv, "Arrow"},
    {"SQLite format 3\0"sv, "SQLite database"},
};

std::uint8_t byteAt(std::string_view bytes, std::size_t at) { return static_cast<std::uint8_t>(bytes[at]); }

bool isBareOtlp(std::string_view bytes) {
    return framingOf(bytes) == ProtoFraming::None && isOtlpProto(bytes);
}

std::optional<std::string_view> nameOfFramed(std::string_view bytes) {
    if (bytes.size() < 6) return std::nullopt;
    const auto lengthAt = [bytes](std::size_t at) {
        return bytes[0] == 0 ? frameLengthOf(bytes.substr(at, frameLengthBytes)) : 0;
    };
    if (lengthAt(0) > 0 && bytes.substr(frameLengthBytes).starts_with("\x28\xB5\x2F\xFD"))
        return "length-framed zstd records of the Collector";
    if (lengthAt(1) > 0 && isBareOtlp(bytes.substr(1 + frameLengthBytes)))
        return "gRPC capture of OTLP protobuf";
    // [varint length][message]
    std::string_view message = bytes;
    if (takeVarint(message) && isBareOtlp(message)) return "varint-delimited OTLP protobuf";
    return std::nullopt;
}

} // namespace

std::optional<std::string_view> nameOfBinary(std::string_view bytes) {
    if (compressionOf(bytes)) return "more than three layers of compression"; // fewer were taken off
    for (const Magic& magic : magics)
        if (bytes.starts_with(magic.bytes)) return magic.name;
    if (bytes.size() >= 262 && bytes.substr(257, 5) == "ustar") return "tar";
    if (bytes.size() < 2) return std::nullopt;
    const std::uint8_t first = byteAt(bytes, 0);
    if (const auto framed = nameOfFramed(bytes)) return framed;
    const bool isMap = (first >= 0x80 && first <= 0x9F) ||
                       ((first == 0xDC || first == 0xDD) && (byteAt(bytes, 1) & 0xC0) != 0x80);
    if (isMap) return "MessagePack";
    return std::nullopt;
}

} // namespace hallway
