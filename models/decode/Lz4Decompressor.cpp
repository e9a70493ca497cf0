// LZ4 frames, and skippable ones between them, by liblz4.
#include "decode/FrameDecompressor.h"

#include <lz4frame.h>

#include <new>

namespace hallway {

namespace {

struct FreeContext {
    void operator()(LZ4F_dctx* context) const { ::LZ4F_freeDecompressionContext(context); }
};

constexpr std::size_t blockHeaderBytes = 4;

class Lz4Decompressor final : public FrameDecompressor {
public:
    Lz4Decompressor() : FrameDecompressor(blockHeaderBytes) {
        LZ4F_dctx* context = nullptr;
        if (::LZ4F_isError(::LZ4F_createDecompressionContext(&context, LZ4F_VERSION)) != 0)
            throw std::bad_alloc();
        m_context.reset(context);
        restart();
    }

private:
    Call call(std::span<const char> input, std::span<char> output) override {
        Call done{input.size(), output.size(), 0, nullptr};
        done.wanted = ::LZ4F_decompress(m_context.get(), output.data(), &done.given, input.data(),
                                        &done.taken, nullptr);
        if (::LZ4F_isError(done.wanted) != 0) done.error = ::LZ4F_getErrorName(done.wanted);
        return done;
    }
    std::size_t begin() override {
        ::LZ4F_resetDecompressionContext(m_context.get());
        return LZ4F_MIN_SIZE_TO_KNOW_HEADER_LENGTH;
    }

    std::unique_ptr<LZ4F_dctx, FreeContext> m_context;
};

} // namespace

std::unique_ptr<Decompressor> makeLz4Decompressor() { return std::make_unique<Lz4Decompressor>(); }

} // namespace hallway
