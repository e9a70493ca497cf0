#include "decode/Compression.h"

namespace hallway {

namespace {

using namespace std::string_view_literals;

/// Its content is not to be read; a file may begin with it.
bool isSkippableFrame(std::string_view bytes) {
    return bytes.size() >= 4 && (bytes[0] & '\xF0') == '\x50' && bytes.substr(1, 3) == "\x2A\x4D\x18"sv;
}

/// Level, and how a block or the end of the stream begins: "BZh" alone may be text.
bool isBzip2(std::string_view bytes) {
    return bytes.size() >= 6 && bytes.starts_with("BZh"sv) && bytes[3] >= '1' && bytes[3] <= '9' &&
           (bytes.substr(4, 2) == "\x31\x41"sv || bytes.substr(4, 2) == "\x17\x72"sv);
}

bool isFrames(Compression kind) { return kind == Compression::Zstd || kind == Compression::Lz4; }

} // namespace

std::optional<Compression> compressionOf(std::string_view bytes) {
    if (bytes.starts_with("\x1F\x8B\x08"sv)) return Compression::Gzip;
    if (bytes.starts_with("\x28\xB5\x2F\xFD"sv) || isSkippableFrame(bytes)) return Compression::Zstd;
    if (bytes.starts_with("\xFD\x37\x7A\x58\x5A\x00"sv)) return Compression::Xz;
    if (bytes.starts_with("\x04\x22\x4D\x18"sv)) return Compression::Lz4;
    if (isBzip2(bytes)) return Compression::Bzip2;
    for (const std::string_view magic : {"\x78\x01"sv, "\x78\x5E"sv, "\x78\x9C"sv, "\x78\xDA"sv})
        if (bytes.starts_with(magic)) return Compression::Zlib;
    return std::nullopt;
}

bool continues(Compression kind, Compression next) {
    return kind == next || (isFrames(kind) && isFrames(next));
}

std::string_view nameOf(Compression kind) {
    switch (kind) {
    case Compression::Gzip:
        return "gzip";
    case Compression::Zlib:
        return "zlib";
    case Compression::Zstd:
        return "zstd";
    case Compression::Xz:
        return "xz";
    case Compression::Bzip2:
        return "bzip2";
    case Compression::Lz4:
        return "lz4";
    }
    return {};
}

} // namespace hallway
