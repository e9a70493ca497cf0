// xz streams, by liblzma.
#include "decode/Decompressor.h"

#include <lzma.h>

#include <new>

namespace hallway {

namespace {

class XzDecompressor final : public Decompressor {
public:
    XzDecompressor() { restart(); }
    XzDecompressor(const XzDecompressor&) = delete;
    XzDecompressor& operator=(const XzDecompressor&) = delete;
    ~XzDecompressor() override { ::lzma_end(&m_stream); }

    Step step(std::span<const char> input, std::span<char> output) override {
        m_stream.next_in = reinterpret_cast<const std::uint8_t*>(input.data());
        m_stream.avail_in = input.size();
        m_stream.next_out = reinterpret_cast<std::uint8_t*>(output.data());
        m_stream.avail_out = output.size();
        m_result = ::lzma_code(&m_stream, LZMA_RUN);
        Step done{input.size() - m_stream.avail_in, output.size() - m_stream.avail_out, State::Damaged};
        if (m_result == LZMA_OK || m_result == LZMA_BUF_ERROR) done.state = State::Inside;
        if (m_result == LZMA_STREAM_END) done.state = State::Ended;
        return done;
    }

    void restart() override {
        constexpr std::uint64_t besideTheDictionary = std::uint64_t{1} << 20;
        if (::lzma_stream_decoder(&m_stream, largestDictionary + besideTheDictionary, 0) != LZMA_OK)
            throw std::bad_alloc();
    }

    [[nodiscard]] std::string damage() const override {
        switch (m_result) {
        case LZMA_FORMAT_ERROR:
            return "invalid header";
        case LZMA_OPTIONS_ERROR:
            return "made in a way that is not known";
        case LZMA_MEMLIMIT_ERROR:
            return "too much memory is wanted: " + std::to_string(::lzma_memusage(&m_stream) >> 20) + " MiB";
        case LZMA_MEM_ERROR:
            return "not enough memory";
        default:
            return "invalid data or incorrect data check";
        }
    }

private:
    lzma_stream m_stream = LZMA_STREAM_INIT;
    lzma_ret m_result = LZMA_OK;
};

} // namespace

std::unique_ptr<Decompressor> makeXzDecompressor() { return std::make_unique<XzDecompressor>(); }

} // namespace hallway
