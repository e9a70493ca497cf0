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
