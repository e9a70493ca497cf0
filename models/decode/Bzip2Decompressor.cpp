// bzip2 streams, by libbz2. It gives whole blocks (up to 900 kB): of one that is cut there is nothing.
#include "decode/Decompressor.h"

#include <bzlib.h>

#include <algorithm>
#include <limits>
#include <new>

namespace hallway {

namespace {

/// The library counts in 32 bits.
unsigned counted(std::size_t size) {
    return static_cast<unsigned>(std::min<std::size_t>(size, std::numeric_limits<unsigned>::max()));
}

class Bzip2Decompressor final : public Decompressor {
public:
    Bzip2Decompressor() { begin(); }
    Bzip2Decompressor(const Bzip2Decompressor&) = delete;
    Bzip2Decompressor& operator=(const Bzip2Decompressor&) = delete;
    ~Bzip2Decompressor() override { ::BZ2_bzDecompressEnd(&m_stream); }

    Step step(std::span<const char> input, std::span<char> output) override {
        const unsigned available = counted(input.size()), room = counted(output.size());
        m_stream.next_in = const_cast<char*>(input.data()); // from which it only reads
        m_stream.avail_in = available;
        m_stream.next_out = output.data();
        m_stream.avail_out = room;
        m_result = ::BZ2_bzDecompress(&m_stream);
        Step done{available - m_stream.avail_in, room - m_stream.avail_out, State::Damaged};
        if (m_result == BZ_OK) done.state = State::Inside;
        if (m_result == BZ_STREAM_END) done.state = State::Ended;
        return done;
    }

    void restart() override {
        ::BZ2_bzDecompressEnd(&m_stream);
        begin();
    }

    [[nodiscard]] std::string damage() const override {
        switch (m_result) {
        case BZ_DATA_ERROR_MAGIC:
            return "invalid header";
        case BZ_MEM_ERROR:
            return "not enough memory";
        default:
            return "invalid data or incorrect data check";
        }
    }

private:
    void begin() {
        m_stream = {};
        if (::BZ2_bzDecompressInit(&m_stream, 0, 0) != BZ_OK) throw std::bad_alloc();
    }

    bz_stream m_stream{};
    int m_result = BZ_OK;
};

} // namespace

std::unique_ptr<Decompressor> makeBzip2Decompressor() { return std::make_unique<Bzip2Decompressor>(); }

} // namespace hallway
