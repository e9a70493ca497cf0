#include "decode/BinarySignatures.h"

#include "decode/Compression.h"

#include <algorithm>
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

/// One or more messages of field 1: what OTLP's top messages look like. Cut off where the file is longer.
bool isMessageList(std::string_view bytes, bool whole) {
    bool any = false;
    while (!bytes.empty()) {
        if (bytes.front() != '\n') return false;
        bytes.remove_prefix(1);
        std::uint64_t length = 0;
        std::size_t at = 0;
        for (; at < bytes.size() && at < 10; ++at) {
            length |= static_cast<std::uint64_t>(byteAt(bytes, at) & 0x7F) << (7 * at);
            if (byteAt(bytes, at) < 0x80) break;
        }
        if (at >= bytes.size() || at >= 10) return any && !whole;
        bytes.remove_prefix(at + 1);
        // The first field of the message: a resource, or the spans of one.
        if (length > 0 && !bytes.empty() && bytes.front() != '\n' && bytes.front() != '\x12' &&
            bytes.front() != '\x1A')
            return false;
        any = true;
        if (length > bytes.size()) return true; // cut short, or longer than what was looked at
        bytes.remove_prefix(static_cast<std::size_t>(length));
    }
    return any;
}

std::optional<std::string_view> nameOfFramed(std::string_view bytes) {
    if (bytes.size() < 6) return std::nullopt;
    const auto length = [bytes](std::size_t at) {
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < 4; ++i)
            value = (value << 8) | byteAt(bytes, at + i);
        return value;
    };
    if (bytes[0] == 0 && length(0) > 0) {
        const std::string_view payload = bytes.substr(4);
        if (payload.starts_with("\x28\xB5\x2F\xFD")) return "length-framed zstd records of the Collector";
        if (payload.front() == '\n') return "length-framed OTLP protobuf of the Collector";
    }
    if (bytes[0] == 0 && bytes[5] == '\n' && length(1) > 0) return "gRPC capture of OTLP protobuf";
    return std::nullopt;
}

} // namespace

std::optional<std::string_view> nameOfBinary(std::string_view bytes, bool whole) {
    if (compressionOf(bytes)) return "more than three layers of compression"; // fewer were taken off
    for (const Magic& magic : magics)
        if (bytes.starts_with(magic.bytes)) return magic.name;
    if (bytes.size() >= 262 && bytes.substr(257, 5) == "ustar") return "tar";
    if (bytes.size() < 2) return std::nullopt;
    const std::uint8_t first = byteAt(bytes, 0);
    const bool hasControls = std::any_of(
        bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(bytes.size(), 256)),
        [](char c) { return static_cast<unsigned char>(c) < 9 || c == 0x12 || c == 0x1A; });
    if (first == '\n' && hasControls && isMessageList(bytes, whole)) return "OTLP protobuf";
    if (const auto framed = nameOfFramed(bytes)) return framed;
    // [varint length][message]
    if (hasControls && first != '{' && first != '[') {
        const std::size_t prefix = first < 0x80 ? 1 : 2;
        if (bytes.size() > prefix + 2 && bytes[prefix] == '\n' && isMessageList(bytes.substr(prefix), false))
            return "varint-delimited OTLP protobuf";
    }
    const bool isMap = (first >= 0x80 && first <= 0x9F) ||
                       ((first == 0xDC || first == 0xDD) && (byteAt(bytes, 1) & 0xC0) != 0x80);
    if (isMap) return "MessagePack";
    return std::nullopt;
}

} // namespace hallway
