#include "decode/ProtoIds.h"

#include "decode/IdText.h"

#include <algorithm>
#include <cstdint>
#include <string>

namespace hallway {

namespace {

/// `bytes` are eight.
std::uint64_t bigEndian(std::string_view bytes) {
    std::uint64_t value = 0;
    for (const char byte : bytes)
        value = (value << 8) | static_cast<unsigned char>(byte);
    return value;
}

bool isHex(std::string_view bytes) {
    return std::all_of(bytes.begin(), bytes.end(), [](char c) {
        return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
    });
}

bool isZero(std::string_view bytes) { return bytes.find_first_not_of('\0') == std::string_view::npos; }

StringId hexOf(std::string_view bytes, StringCache& strings) {
    std::string text;
    text.reserve(2 * bytes.size());
    for (const char byte : bytes) {
        text += "0123456789abcdef"[static_cast<unsigned char>(byte) >> 4];
        text += "0123456789abcdef"[static_cast<unsigned char>(byte) & 15];
    }
    return strings.intern(text);
}

} // namespace

TraceId traceIdOfBytes(std::string_view bytes, StringCache& strings) {
    if (bytes.size() == 16) return {bigEndian(bytes.substr(0, 8)), bigEndian(bytes.substr(8)), false};
    if (isZero(bytes)) return {};
    if (bytes.size() == 8) return {0, bigEndian(bytes), false};
    if (bytes.size() == 32 && isHex(bytes)) return traceIdOf(bytes, strings.pool());
    return TraceId::opaqueText(hexOf(bytes, strings));
}

SpanId spanIdOfBytes(std::string_view bytes, StringCache& strings) {
    if (bytes.size() == 8) return {bigEndian(bytes), false};
    if (isZero(bytes)) return {};
    if (bytes.size() == 16 && isHex(bytes)) return spanIdOf(bytes, strings.pool());
    return SpanId::opaqueText(hexOf(bytes, strings));
}

} // namespace hallway
