// Finds where a JSON object or array ends, 64 bytes at a step, without reading what is in it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace hallway {

/// Feed it the text from an opening bracket on; it counts brackets outside of strings. Text that is no JSON
/// at all does no harm: the end is then found too early, too late or never.
class BracketScan {
public:
    static constexpr std::size_t blockBytes = 64;

    enum class Registers : std::uint8_t { Widest, Narrow };
    /// With the widest registers the processor has, or with those that every one has.
    explicit BracketScan(Registers registers = Registers::Widest);

    /// Reads one block. Bytes past `size` (which may be 0..64) must be readable but are ignored; only a block
    /// of 64 bytes may be followed by another one. Returns how many bytes of the block belong to the value,
    /// once its end is in it.
    [[nodiscard]] std::optional<std::size_t> feed(const char* block, std::size_t size);

    /// Reads full blocks until one that feed() must look at, as it may hold the end of the value, a line
    /// break or a backslash. How many of `count` it passed: maybe none, on processors without wide registers
    /// always.
    [[nodiscard]] std::size_t pass(const char* blocks, std::size_t count);

    /// In the block fed last: bit i is set where an opening bracket directly follows a line break (at bit i -
    /// 1 or, for bit 0, at the end of the block before).
    [[nodiscard]] std::uint64_t bracketsAfterLineBreak() const { return m_state.bracketsAfterLineBreak; }
    /// Bit i is set at a line break of the block fed last.
    [[nodiscard]] std::uint64_t lineBreaks() const { return m_state.lineBreaks; }
    /// A backslash was seen so far.
    [[nodiscard]] bool hasEscapes() const { return m_state.hasEscapes; }
    [[nodiscard]] bool inString() const { return m_state.inString != 0; }

    struct State {
        std::uint64_t inString = 0; ///< all ones within a string
        std::uint64_t depth = 0;
        std::uint64_t bracketsAfterLineBreak = 0;
        std::uint64_t lineBreaks = 0;
        bool escaped = false;   ///< the first byte of the next block is escaped
        bool lineBroke = false; ///< the last byte was a line break
        bool hasEscapes = false;
    };

private:
    State m_state;
    bool m_isWide;
};

} // namespace hallway
