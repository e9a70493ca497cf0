// zstd frames, and skippable ones between them, by libzstd.
#include "decode/FrameDecompressor.h"

#include <zstd.h>

#include <bit>
#include <new>

namespace hallway {

namespace {

struct FreeStream {
    void operator()(ZSTD_DStream* stream) const { ::ZSTD_freeDStream(stream); }
};

constexpr std::size_t blockHeaderBytes = 3;

class ZstdDecompressor final : public FrameDecompressor {
public:
    ZstdDecompressor() : FrameDecompressor(blockHeaderBytes), m_stream(::ZSTD_createDStream()) {
        if (m_stream == nullptr) throw std::bad_alloc();
        ::ZSTD_DCtx_setParameter(m_stream.get(), ZSTD_d_windowLogMax, std::bit_width(largestDictionary) - 1);
        restart();
    }

private:
    Call call(std::span<const char> input, std::span<char> output) override {
        ZSTD_inBuffer in{input.data(), input.size(), 0};
        ZSTD_outBuffer out{output.data(), output.size(), 0};
        const std::size_t result = ::ZSTD_decompressStream(m_stream.get(), &out, &in);
        if (::ZSTD_isError(result) != 0) return {0, 0, 0, ::ZSTD_getErrorName(result)};
        return {in.pos, out.pos, result, nullptr};
    }
    std::size_t begin() override { return ::ZSTD_initDStream(m_stream.get()); }

    std::unique_ptr<ZSTD_DStream, FreeStream> m_stream;
};

} // namespace

std::unique_ptr<Decompressor> makeZstdDecompressor() { return std::make_unique<ZstdDecompressor>(); }

} // namespace hallway
