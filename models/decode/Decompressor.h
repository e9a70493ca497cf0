// Undoes one kind of compression, from one stretch of bytes into another.
//
// Each kind by its own library. libarchive, which reads them all, gives less of what is damaged: it loses the
// last block of a gzip member that is cut, and does not check the sum behind it.
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

/// No stream may make a decompressor hold more than this, e.g. by the size of a dictionary it names; what the
/// usual tools write wants at most 65 MB, or 128 MiB where it was asked for.
inline constexpr std::size_t largestDictionary = std::size_t{128} << 20;

/// For gzip or zlib.
[[nodiscard]] std::unique_ptr<Decompressor> makeInflater(Compression kind);
[[nodiscard]] std::unique_ptr<Decompressor> makeZstdDecompressor();
[[nodiscard]] std::unique_ptr<Decompressor> makeXzDecompressor();
[[nodiscard]] std::unique_ptr<Decompressor> makeBzip2Decompressor();
[[nodiscard]] std::unique_ptr<Decompressor> makeLz4Decompressor();

[[nodiscard]] std::unique_ptr<Decompressor> makeDecompressor(Compression kind);

} // namespace hallway
