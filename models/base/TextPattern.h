// Regular expressions for texts and patterns nobody trusts: matching takes time linear in the text, whatever
// the pattern, and compiling is bounded.
//
// The syntax is that of RE2 and Go, less what few need: literals, ., classes ([a-z], [^…], \d \w \s and their
// negations, [[:alpha:]]), groups ((…), (?:…), (?P<name>…)), |, * + ? {n} {n,} {n,m} (with a ? behind them
// too), ^ and $, (?i) at the beginning. A pattern always has to match the whole text. A dot matches every
// character.
#pragma once

#include <tl/expected.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hallway {

struct PatternProgram;

/// Where a pattern is wrong, and how.
struct PatternFault {
    enum class Kind : std::uint8_t {
        UnclosedGroup,   ///< ( without )
        UnopenedGroup,   ///< ) without (
        UnclosedClass,   ///< [ without ]
        EmptyRange,      ///< [z-a]
        NothingToRepeat, ///< * + ? { without anything before it
        BadRepetition,   ///< {3,1}, {1001}
        UnknownEscape,   ///< \q, and a \ at the end
        Unsupported,     ///< lookaround, back references, \b, \p{…}, flags but (?i)
        TooLarge,        ///< more states or levels than allowed
    };
    Kind kind = Kind::Unsupported;
    std::size_t at = 0; ///< byte of the pattern
    bool operator==(const PatternFault&) const = default;
};

/// A compiled pattern: immutable, cheap to copy, any thread.
class TextPattern {
public:
    [[nodiscard]] static tl::expected<TextPattern, PatternFault> compile(std::string_view pattern);

private:
    friend class PatternMatcher;
    explicit TextPattern(std::shared_ptr<const PatternProgram> program) : m_program(std::move(program)) {}
    std::shared_ptr<const PatternProgram> m_program;
};

/// Matches texts; it remembers what it has worked out (in bounded memory), so use one for many texts. One
/// thread at a time: each has its own copy.
class PatternMatcher {
public:
    explicit PatternMatcher(TextPattern pattern);
    /// The whole text. Bytes that are not UTF-8 count as one unknown character each.
    [[nodiscard]] bool matches(std::string_view text);

private:
    using Places = std::vector<std::uint32_t>; ///< of instructions, ascending: where matching may stand
    struct PlacesHash {
        [[nodiscard]] std::size_t operator()(const Places& places) const noexcept;
    };
    [[nodiscard]] std::uint32_t stateOf(const Places& places);
    [[nodiscard]] std::uint32_t step(std::uint32_t state, std::uint32_t letter);
    /// Follows everything that takes no character.
    [[nodiscard]] Places closure(const Places& from, bool atBegin, bool atEnd);
    void forget();

    std::shared_ptr<const PatternProgram> m_program;
    std::unordered_map<Places, std::uint32_t, PlacesHash> m_numbers;
    std::vector<Places> m_places;       ///< by state
    std::vector<bool> m_accepts;        ///< by state: the text may end here
    std::vector<std::uint32_t> m_steps; ///< by state and letter
    std::vector<std::uint32_t> m_seen;  ///< by instruction: the round it was met in last
    std::size_t m_remembered = 0;       ///< numbers in all of these
    std::uint32_t m_round = 0;
    std::uint32_t m_start = 0;
};

} // namespace hallway
