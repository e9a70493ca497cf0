// gzip and zlib streams, by ISA-L: twice as fast as zlib. At the end of what can be read it is less exact.
// Where a stream is cut it keeps up to two bytes to itself, as it decodes up to three literals at once; where
// one is damaged, see withholdFailedMatch().
#include "decode/Decompressor.h"

#include <isa-l/igzip_lib.h>

#include <algorithm>
#include <limits>

namespace hallway {

namespace {

/// The library counts in 32 bits.
std::uint32_t counted(std::size_t size) {
    return static_cast<std::uint32_t>(std::min<std::size_t>(size, std::numeric_limits<std::uint32_t>::max()));
}

class Inflater final : public Decompressor {
public:
    explicit Inflater(Compression kind)
        : m_isGzip(kind == Compression::Gzip), m_state(std::make_unique_for_overwrite<inflate_state>()) {
        ::isal_inflate_init(m_state.get());
        m_state->crc_flag = m_isGzip ? ISAL_GZIP : ISAL_ZLIB; // sums and lengths are verified
        restart();
    }

    Step step(std::span<const char> input, std::span<char> output) override {
        Step done;
        if (m_error == 0) done = m_isInHeader ? readHeader(input) : inflate(input, output);
        if (m_error != 0) {
            done.given += takeHeldBack(output.subspan(done.given));
            done.state = heldBack() > 0 ? State::Inside : State::Damaged;
        }
        return done;
    }

    void restart() override {
        ::isal_inflate_reset(m_state.get());
        ::isal_gzip_header_init(&m_gzipHeader);
        m_isInHeader = true;
        m_buffered = 0;
    }

    [[nodiscard]] std::string damage() const override {
        switch (m_error) {
        case ISAL_INVALID_BLOCK:
            return "invalid block";
        case ISAL_INVALID_SYMBOL:
            return "invalid code";
        case ISAL_INVALID_LOOKBACK:
            return "invalid distance too far back";
        case ISAL_INCORRECT_CHECKSUM:
            return "incorrect data check";
        case ISAL_NEED_DICT:
            return "it needs a dictionary";
        default:
            return "invalid header";
        }
    }

private:
    /// Of the header nothing is kept; it may come in many pieces.
    Step readHeader(std::span<const char> input) {
        offer(input);
        isal_zlib_header zlibHeader{};
        const int result = m_isGzip ? ::isal_read_gzip_header(m_state.get(), &m_gzipHeader)
                                    : ::isal_read_zlib_header(m_state.get(), &zlibHeader);
        constexpr std::uint32_t reservedFlags = 0xE0;
        if (result < 0)
            m_error = result;
        else if (zlibHeader.dict_flag != 0)
            m_error = ISAL_NEED_DICT;
        else if (result == ISAL_DECOMP_OK && m_isGzip && (m_gzipHeader.flags & reservedFlags) != 0)
            m_error = ISAL_INVALID_WRAPPER;
        m_isInHeader = result != ISAL_DECOMP_OK;
        return {taken(input), 0, State::Inside};
    }

    Step inflate(std::span<const char> input, std::span<char> output) {
        offer(input);
        const std::uint32_t room = counted(output.size());
        m_state->next_out = reinterpret_cast<std::uint8_t*>(output.data());
        m_state->avail_out = room;
        m_error = ::isal_inflate(m_state.get());
        Step done{taken(input), room - m_state->avail_out, State::Inside};
        if (m_error == ISAL_INVALID_SYMBOL || m_error == ISAL_INVALID_LOOKBACK)
            withholdFailedMatch(done.given);
        else if (m_error == 0 && m_state->block_state == ISAL_BLOCK_FINISH)
            done.state = State::Ended;
        return done;
    }

    /// `input` begins with the bytes that were not taken before, though the library has them already.
    void offer(std::span<const char> input) {
        const std::span<const char> added = input.subspan(m_buffered);
        // The library reads only from it, but its interface knows no const.
        m_state->next_in = reinterpret_cast<std::uint8_t*>(const_cast<char*>(added.data()));
        m_state->avail_in = counted(added.size());
    }

    /// Of `input`, which was offered. Bytes of which the library has used no bit do not count as taken: they
    /// may belong to what follows the stream.
    std::size_t taken(std::span<const char> input) {
        const std::size_t offered = counted(input.size() - m_buffered);
        // Where it finds damage, the library may have counted beyond the end.
        const std::size_t left = m_state->avail_in <= offered ? m_state->avail_in : 0;
        const std::size_t read = m_buffered + offered - left;
        m_buffered = m_error == 0 ? static_cast<std::size_t>(std::max(m_state->read_in_length, 0)) / 8 : 0;
        return read - m_buffered;
    }

    /// What the library has decoded and has had no room for.
    [[nodiscard]] std::size_t heldBack() const {
        return static_cast<std::size_t>(m_state->tmp_out_valid - m_state->tmp_out_processed);
    }
    std::size_t takeHeldBack(std::span<char> output) {
        const std::size_t count = std::min(heldBack(), output.size());
        std::copy_n(m_state->tmp_out_buffer + m_state->tmp_out_processed, count, output.data());
        m_state->tmp_out_processed += static_cast<int>(count);
        return count;
    }

    /// The library counts a match as output before it finds that it refers to nothing, and then does not say
    /// how long it was: what stands there is left of other texts. `given` by the same call.
    void withholdFailedMatch(std::size_t& given) {
        const std::size_t fromHeldBack = std::min<std::size_t>(heldBack(), ISAL_DEF_MAX_MATCH);
        m_state->tmp_out_valid -= static_cast<int>(fromHeldBack);
        given -= std::min<std::size_t>(given, ISAL_DEF_MAX_MATCH - fromHeldBack);
    }

    bool m_isGzip;
    std::unique_ptr<inflate_state> m_state; ///< 90 KB
    isal_gzip_header m_gzipHeader{};
    bool m_isInHeader = true;
    std::size_t m_buffered = 0; ///< bytes that the library has and that do not count as taken
    int m_error = 0;            ///< the library's word
};

} // namespace

std::unique_ptr<Decompressor> makeInflater(Compression kind) { return std::make_unique<Inflater>(kind); }

} // namespace hallway
