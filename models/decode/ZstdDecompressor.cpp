// zstd frames, and skippable ones between them, by libzstd.
#include "decode/Decompressor.h"

#include <zstd.h>

#include <algorithm>
#include <new>

namespace hallway {

namespace {

struct FreeStream {
    void operator()(ZSTD_DStream* stream) const { ::ZSTD_freeDStream(stream); }
};

constexpr std::size_t blockHeaderBytes = 3;

/// The library loses the output of a call that fails. So each call does one thing that may fail: it gets one
/// block or one header, and nothing while output is held back.
class ZstdDecompressor final : public Decompressor {
public:
    ZstdDecompressor() : m_stream(::ZSTD_createDStream()) {
        if (m_stream == nullptr) throw std::bad_alloc();
        restart();
    }

    Step step(std::span<const char> input, std::span<char> output) override {
        Step done;
        while (done.state == State::Inside && done.given < output.size()) {
            const bool mayHold = m_isHolding;
            // Of a block the library wants the header behind it too.
            const std::size_t one = m_wanted > blockHeaderBytes ? m_wanted - blockHeaderBytes : m_wanted;
            const std::size_t offered = mayHold ? 0 : std::min(input.size() - done.taken, one);
            ZSTD_inBuffer in{input.data() + done.taken, offered, 0};
            ZSTD_outBuffer out{output.data() + done.given, output.size() - done.given, 0};
            const std::size_t result = ::ZSTD_decompressStream(m_stream.get(), &out, &in);
            if (::ZSTD_isError(result) != 0) {
                m_damage = ::ZSTD_getErrorName(result);
                done.state = State::Damaged;
                break;
            }
            done.taken += in.pos;
            done.given += out.pos;
            m_wanted = result;
            m_isHolding = out.pos == out.size;
            if (result == 0) done.state = State::Ended;
            if (in.pos == 0 && out.pos == 0 && !mayHold) break;
        }
        return done;
    }

    void restart() override {
        m_wanted = ::ZSTD_initDStream(m_stream.get());
        m_isHolding = false;
    }

    [[nodiscard]] std::string damage() const override { return m_damage; }

private:
    std::unique_ptr<ZSTD_DStream, FreeStream> m_stream;
    std::size_t m_wanted = 0; ///< bytes of input, by the library
    bool m_isHolding = false; ///< the output was full: there may be more of the same block
    std::string m_damage;
};

} // namespace

std::unique_ptr<Decompressor> makeZstdDecompressor() { return std::make_unique<ZstdDecompressor>(); }

} // namespace hallway
