// gzip and zlib streams, by zlib.
#include "decode/Decompressor.h"

#include <zlib.h>

#include <algorithm>
#include <limits>
#include <new>

namespace hallway {

namespace {

/// The library counts in 32 bits.
uInt counted(std::size_t size) {
    return static_cast<uInt>(std::min<std::size_t>(size, std::numeric_limits<uInt>::max()));
}

class Inflater final : public Decompressor {
public:
    Inflater() {
        constexpr int anyHeader = 32; // gzip's or zlib's
        if (::inflateInit2(&m_stream, anyHeader + MAX_WBITS) != Z_OK) throw std::bad_alloc();
    }
    ~Inflater() override { ::inflateEnd(&m_stream); }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    Step step(std::span<const char> input, std::span<char> output) override {
        if (m_status != Z_OK) return {0, 0, State::Damaged};
        const uInt offered = counted(input.size());
        const uInt room = counted(output.size());
        // zlib reads only from it, but its interface is older than const.
        m_stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(input.data()));
        m_stream.avail_in = offered;
        m_stream.next_out = reinterpret_cast<Bytef*>(output.data());
        m_stream.avail_out = room;
        const int result = ::inflate(&m_stream, Z_NO_FLUSH);
        Step done{offered - m_stream.avail_in, room - m_stream.avail_out, State::Inside};
        if (result == Z_STREAM_END) {
            done.state = State::Ended;
        } else if (result != Z_OK && result != Z_BUF_ERROR) { // the latter: nothing to do
            m_status = result;
            done.state = State::Damaged;
        }
        return done;
    }

    void restart() override { m_status = ::inflateReset(&m_stream); }

    [[nodiscard]] std::string damage() const override {
        if (m_status == Z_NEED_DICT) return "it needs a dictionary";
        return m_stream.msg != nullptr ? m_stream.msg : ::zError(m_status);
    }

private:
    z_stream m_stream{};
    int m_status = Z_OK;
};

} // namespace

std::unique_ptr<Decompressor> makeInflater() { return std::make_unique<Inflater>(); }

} // namespace hallway
