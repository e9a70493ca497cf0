#include "decode/BinarySignatures.h"

#include "decode/Compression.h"

#include <cstdint>

namespace hallway {

namespace {

struct Magic {
    std::string_view bytes;
    std::string_view name;
};

using namespace std::string_view_literals;

constexpr Magic magics[] = {
    {"\x02\x21\x4C\x18"sv, "LZ4 of the old kind, without frames"},
    {"\x37\x7A\xBC\xAF\x27\x1C"sv, "7z"},
    {"Rar!\x1A\x07"sv, "RAR"},
    {"\xFF\x06\x00\x00sNaPpY"sv, "snappy"},
    {"PAR1"sv, "Parquet"},
    {"ARROW1"sv, "Arrow"},
    {"SQLite format 3\0"sv, "SQLite database"},
};

std::uint8_t byteAt(std::string_view bytes, std::size_t at) { return static_cast<std::uint8_t>(bytes[at]); }

} // namespace

std::optional<std::string_view> nameOfBinary(std::string_view bytes) {
    if (compressionOf(bytes)) return "more than three layers of compression"; // fewer were taken off
    for (const Magic& magic : magics)
        if (bytes.starts_with(magic.bytes)) return magic.name;
    if (bytes.size() < 2) return std::nullopt;
    const std::uint8_t first = byteAt(bytes, 0);
    const bool isMap = (first >= 0x80 && first <= 0x9F) ||
                       ((first == 0xDC || first == 0xDD) && (byteAt(bytes, 1) & 0xC0) != 0x80);
    if (isMap) return "MessagePack";
    return std::nullopt;
}

} // namespace hallway
