#include "Compressed.h"

#include <zlib.h>
#include <zstd.h>

#include <cstdint>
#include <memory>
#include <stdexcept>

namespace hallway {

namespace {

std::string deflated(std::string_view content, int windowBits) {
    z_stream stream{};
    if (::deflateInit2(&stream, 6, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::runtime_error("deflateInit2");
    std::string compressed(::deflateBound(&stream, content.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));
    stream.avail_in = static_cast<uInt>(content.size());
    stream.next_out = reinterpret_cast<Bytef*>(compressed.data());
    stream.avail_out = static_cast<uInt>(compressed.size());
    if (::deflate(&stream, Z_FINISH) != Z_STREAM_END) throw std::runtime_error("deflate");
    compressed.resize(stream.total_out);
    ::deflateEnd(&stream);
    return compressed;
}

} // namespace

std::string gzipped(std::string_view content) { return deflated(content, 16 + MAX_WBITS); }
std::string zlibbed(std::string_view content) { return deflated(content, MAX_WBITS); }

std::string withHeader(std::string_view member, unsigned flags) {
    using namespace std::string_view_literals;
    std::string header(member.substr(0, 10));
    header[3] = static_cast<char>(flags);
    if ((flags & 4) != 0) header += "\x06\0extra\0"sv;
    if ((flags & 8) != 0) header += "name\0"sv;
    if ((flags & 16) != 0) header += "comment\0"sv;
    if ((flags & 2) != 0) {
        const uLong sum = ::crc32_z(0, reinterpret_cast<const Bytef*>(header.data()), header.size());
        header += static_cast<char>(sum & 0xFF);
        header += static_cast<char>(sum >> 8 & 0xFF);
    }
    return header.append(member.substr(10));
}

std::string inflatedByZlib(std::string_view bytes) {
    z_stream stream{};
    constexpr int anyHeader = 32; // gzip's or zlib's
    if (::inflateInit2(&stream, anyHeader + MAX_WBITS) != Z_OK) throw std::runtime_error("inflateInit2");
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    std::string text;
    char buffer[4096];
    do {
        stream.next_out = reinterpret_cast<Bytef*>(buffer);
        stream.avail_out = sizeof buffer;
        if (::inflate(&stream, Z_NO_FLUSH) != Z_OK && stream.avail_out == sizeof buffer) break;
        text.append(buffer, sizeof buffer - stream.avail_out);
    } while (true);
    ::inflateEnd(&stream);
    return text;
}

std::string zstdded(std::string_view content) {
    const std::unique_ptr<ZSTD_CCtx, std::size_t (*)(ZSTD_CCtx*)> context(::ZSTD_createCCtx(),
                                                                          ::ZSTD_freeCCtx);
    ::ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
    std::string compressed(::ZSTD_compressBound(content.size()), '\0');
    const std::size_t size =
        ::ZSTD_compress2(context.get(), compressed.data(), compressed.size(), content.data(), content.size());
    if (::ZSTD_isError(size) != 0) throw std::runtime_error("ZSTD_compress2");
    compressed.resize(size);
    return compressed;
}

std::string skippableFrame(std::string_view content) {
    std::string frame = "\x5A\x2A\x4D\x18";
    for (unsigned shift = 0; shift < 32; shift += 8)
        frame += static_cast<char>(static_cast<std::uint32_t>(content.size()) >> shift);
    return frame + std::string(content);
}

} // namespace hallway
