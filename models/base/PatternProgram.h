// What a TextPattern is compiled to. Private to this room.
#pragma once

#include "base/TextPattern.h"

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

namespace hallway {

/// Code points, as ascending ranges that do not touch; both ends included.
using CodePoints = std::vector<std::pair<char32_t, char32_t>>;

inline constexpr char32_t lastCodePoint = 0x10ffff;

[[nodiscard]] CodePoints normalised(CodePoints ranges);
[[nodiscard]] CodePoints complementOf(const CodePoints& ranges);

/// Takes one character off the front of a text that is not empty; U+FFFD for a byte that begins none.
[[nodiscard]] char32_t takeCodePoint(std::string_view& text);

struct PatternProgram {
    enum class Op : std::uint8_t {
        Take,  ///< a character of `sets[x]`, then the next instruction
        Split, ///< on at x and at y
        Jump,  ///< on at x
        Begin, ///< only where the text begins
        End,   ///< only where it ends
        Match,
    };
    struct Instruction {
        Op op = Op::Match;
        std::uint32_t x = 0, y = 0;
    };
    std::vector<Instruction> code;

    // Characters that no set tells apart are one letter.
    std::vector<char32_t> letterBegins;   ///< ascending; the first is 0
    std::array<std::uint32_t, 128> ascii; ///< the letter of each
    std::vector<std::vector<bool>> sets;  ///< by letter

    [[nodiscard]] std::uint32_t letterOf(char32_t character) const;
    [[nodiscard]] std::uint32_t letters() const { return static_cast<std::uint32_t>(letterBegins.size()); }
    /// Makes letters of the sets.
    void setLetters(const std::vector<CodePoints>& ranges);
};

/// A pattern read: nodes that point to earlier ones. The last is the whole.
struct PatternTree {
    struct Node {
        enum class Kind : std::uint8_t { Empty, Take, Begin, End, Sequence, Choice, Repeat };
        Kind kind = Kind::Empty;
        std::uint32_t set = 0;             ///< Take
        std::vector<std::uint32_t> parts;  ///< Sequence, Choice; Repeat has one
        std::uint32_t least = 0, most = 0; ///< Repeat
        static constexpr std::uint32_t unlimited = 0xffffffff;
    };
    std::vector<Node> nodes;
    std::vector<CodePoints> sets;
};

[[nodiscard]] tl::expected<PatternTree, PatternFault> readPattern(std::string_view pattern);

} // namespace hallway
