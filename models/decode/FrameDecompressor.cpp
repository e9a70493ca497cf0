#include "decode/FrameDecompressor.h"

#include <algorithm>

namespace hallway {

Decompressor::Step FrameDecompressor::step(std::span<const char> input, std::span<char> output) {
    Step done;
    while (done.state == State::Inside && done.given < output.size()) {
        const bool mayHold = m_isHolding;
        const std::size_t one = m_wanted > m_blockHeader ? m_wanted - m_blockHeader : m_wanted;
        const std::size_t offered = mayHold ? 0 : std::min(input.size() - done.taken, one);
        const Call made = call(input.subspan(done.taken, offered), output.subspan(done.given));
        if (made.error != nullptr) {
            m_damage = made.error;
            done.state = State::Damaged;
            break;
        }
        done.taken += made.taken;
        done.given += made.given;
        m_wanted = made.wanted;
        m_isHolding = done.given == output.size();
        if (made.wanted == 0) done.state = State::Ended;
        if (made.taken == 0 && made.given == 0 && !mayHold) break;
    }
    return done;
}

void FrameDecompressor::restart() {
    m_wanted = begin();
    m_isHolding = false;
}

} // namespace hallway
