// What zstd and LZ4 have in common: frames of blocks, and libraries that lose the output of a call that
// fails.
#pragma once

#include "decode/Decompressor.h"

namespace hallway {

/// Each call of the library does one thing that may fail: it gets one block or one header, and nothing while
/// output is held back.
class FrameDecompressor : public Decompressor {
public:
    Step step(std::span<const char> input, std::span<char> output) final;
    void restart() final;
    [[nodiscard]] std::string damage() const final { return m_damage; }

protected:
    struct Call {
        std::size_t taken = 0;
        std::size_t given = 0;
        std::size_t wanted = 0; ///< bytes of input for the next call; 0: the frame is whole
        const char* error = nullptr;
    };
    /// `blockHeader`: bytes the library wants together with the block before it.
    explicit FrameDecompressor(std::size_t blockHeader) : m_blockHeader(blockHeader) {}

    virtual Call call(std::span<const char> input, std::span<char> output) = 0;
    /// Makes the library ready for a frame, of which it wants so many bytes first.
    virtual std::size_t begin() = 0;

private:
    std::size_t m_blockHeader;
    std::size_t m_wanted = 0;
    bool m_isHolding = false; ///< the output was full: there may be more of the same block
    std::string m_damage;
};

} // namespace hallway
