// Undoes one kind of compression, from one stretch of bytes into another.
#pragma once

#include "decode/Compression.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string>

namespace hallway {

/// Knows nothing of files: DecompressedSource feeds it. One thread at a time.
class Decompressor {
public:
    enum class State : std::uint8_t {
        Inside,  ///< of a member or frame: gives more output, or wants more input
        Ended,   ///< a member or frame is whole; restart() before the next one
        Damaged, ///< see damage(); nothing more can be had
    };
    struct Step {
        std::size_t taken = 0; ///< from the front of the input
        std::size_t given = 0; ///< into the front of the output; also before damage
        State state = State::Inside;
    };

    virtual ~Decompressor() = default;
    /// Works until the input is used up, the output is full, or a member ends. `input` begins with what the
    /// step before did not take; without more than that, what is held back is given. A step that took and
    /// gave nothing wants more input.
    virtual Step step(std::span<const char> input, std::span<char> output) = 0;
    virtual void restart() = 0;
    /// What is wrong, e.g. "incorrect data check".
    [[nodiscard]] virtual std::string damage() const = 0;
};

/// For gzip or zlib.
[[nodiscard]] std::unique_ptr<Decompressor> makeInflater(Compression kind);
[[nodiscard]] std::unique_ptr<Decompressor> makeZstdDecompressor();

} // namespace hallway
