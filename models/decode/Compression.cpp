#include "decode/Compression.h"

namespace hallway {

namespace {

using namespace std::string_view_literals;

/// Its content is not to be read; a file may begin with it.
bool isSkippableFrame(std::string_view bytes) {
    return bytes.size() >= 4 && (bytes[0] & '\xF0') == '\x50' && bytes.substr(1, 3) == "\x2A\x4D\x18"sv;
}

} // namespace

std::optional<Compression> compressionOf(std::string_view bytes) {
    if (bytes.starts_with("\x1F\x8B\x08"sv)) return Compression::Gzip;
    if (bytes.starts_with("\x28\xB5\x2F\xFD"sv) || isSkippableFrame(bytes)) return Compression::Zstd;
    for (const std::string_view magic : {"\x78\x01"sv, "\x78\x5E"sv, "\x78\x9C"sv, "\x78\xDA"sv})
        if (bytes.starts_with(magic)) return Compression::Zlib;
    return std::nullopt;
}

std::string_view nameOf(Compression kind) {
    switch (kind) {
    case Compression::Gzip:
        return "gzip";
    case Compression::Zlib:
        return "zlib";
    case Compression::Zstd:
        return "zstd";
    }
    return {};
}

} // namespace hallway
