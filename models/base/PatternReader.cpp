#include "base/PatternProgram.h"

#include <algorithm>
#include <optional>

namespace hallway {

namespace {

using Node = PatternTree::Node;
using Fault = PatternFault::Kind;

constexpr std::size_t deepest = 100;
constexpr std::uint32_t mostRepeats = 1000;
constexpr std::size_t mostNodes = 10'000;

struct NamedClass {
    std::string_view name;
    CodePoints ranges;
};

const CodePoints digits{{'0', '9'}};
const CodePoints wordCharacters{{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}};
const CodePoints blanks{{'\t', '\n'}, {'\f', '\r'}, {' ', ' '}};

/// [:alpha:] and its like, of ASCII as in RE2.
std::optional<CodePoints> classNamed(std::string_view name) {
    static const std::vector<NamedClass> classes{
        {"alnum", {{'0', '9'}, {'A', 'Z'}, {'a', 'z'}}},
        {"alpha", {{'A', 'Z'}, {'a', 'z'}}},
        {"blank", {{'\t', '\t'}, {' ', ' '}}},
        {"digit", digits},
        {"lower", {{'a', 'z'}}},
        {"punct", {{'!', '/'}, {':', '@'}, {'[', '`'}, {'{', '~'}}},
        {"space", {{'\t', '\r'}, {' ', ' '}}},
        {"upper", {{'A', 'Z'}}},
        {"word", wordCharacters},
        {"xdigit", {{'0', '9'}, {'A', 'F'}, {'a', 'f'}}},
    };
    for (const NamedClass& known : classes)
        if (known.name == name) return known.ranges;
    return std::nullopt;
}

/// Reads with a pointer into the pattern; the first fault ends it.
class PatternReader {
public:
    explicit PatternReader(std::string_view pattern) : m_pattern(pattern), m_rest(pattern) {}

    tl::expected<PatternTree, PatternFault> read() {
        if (m_rest.starts_with("(?i)")) {
            m_ignoresCase = true;
            m_rest.remove_prefix(4);
        }
        choice(0);
        if (!m_fault && !m_rest.empty()) fail(Fault::UnopenedGroup); // only a ) ends a choice early
        if (m_fault) return tl::unexpected(*m_fault);
        return std::move(m_tree);
    }

private:
    [[nodiscard]] std::size_t here() const { return m_pattern.size() - m_rest.size(); }
    void fail(Fault kind) { fail(kind, here()); }
    void fail(Fault kind, std::size_t at) {
        if (!m_fault) m_fault = PatternFault{kind, at};
        m_rest = {};
    }
    bool take(std::string_view text) {
        if (!m_rest.starts_with(text)) return false;
        m_rest.remove_prefix(text.size());
        return true;
    }

    std::uint32_t add(Node node) {
        if (m_tree.nodes.size() >= mostNodes) fail(Fault::TooLarge);
        m_tree.nodes.push_back(std::move(node));
        return static_cast<std::uint32_t>(m_tree.nodes.size() - 1);
    }
    std::uint32_t addTake(CodePoints ranges) {
        m_tree.sets.push_back(
            normalised(m_ignoresCase ? withBothCases(std::move(ranges)) : std::move(ranges)));
        Node node;
        node.kind = Node::Kind::Take;
        node.set = static_cast<std::uint32_t>(m_tree.sets.size() - 1);
        return add(std::move(node));
    }
    /// Of ASCII letters.
    static CodePoints withBothCases(CodePoints ranges) {
        const auto fold = [&ranges](char32_t first, char32_t last, int distance) {
            const std::size_t count = ranges.size();
            for (std::size_t i = 0; i < count; ++i) {
                const char32_t from = std::max(ranges[i].first, first), to = std::min(ranges[i].second, last);
                if (from <= to)
                    ranges.push_back({static_cast<char32_t>(static_cast<int>(from) + distance),
                                      static_cast<char32_t>(static_cast<int>(to) + distance)});
            }
        };
        fold('a', 'z', 'A' - 'a');
        fold('A', 'Z', 'a' - 'A');
        return ranges;
    }

    std::uint32_t choice(std::size_t depth) {
        if (depth > deepest) {
            fail(Fault::TooLarge);
            return 0;
        }
        Node node;
        node.kind = Node::Kind::Choice;
        do
            node.parts.push_back(sequence(depth));
        while (take("|"));
        return node.parts.size() == 1 ? node.parts.front() : add(std::move(node));
    }

    std::uint32_t sequence(std::size_t depth) {
        Node node;
        node.kind = Node::Kind::Sequence;
        while (!m_rest.empty() && m_rest.front() != '|' && m_rest.front() != ')')
            node.parts.push_back(repeated(depth));
        return add(std::move(node));
    }

    std::uint32_t repeated(std::size_t depth) {
        const std::uint32_t part = atom(depth);
        const std::size_t at = here();
        Node node;
        node.kind = Node::Kind::Repeat;
        node.parts = {part};
        node.most = Node::unlimited;
        if (m_fault || !takeRepetition(node)) return part;
        static_cast<void>(take("?")); // as few as possible: the same where the whole text has to match
        if (node.least > mostRepeats || (node.most != Node::unlimited && node.most > mostRepeats) ||
            node.least > node.most)
            fail(Fault::BadRepetition, at);
        const std::size_t behind = here();
        if (Node another; takeRepetition(another)) fail(Fault::BadRepetition, behind);
        return add(std::move(node));
    }

    bool takeRepetition(Node& node) {
        if (take("*")) return true;
        if (take("+")) {
            node.least = 1;
            return true;
        }
        if (take("?")) {
            node.most = 1;
            return true;
        }
        return takeCounts(node);
    }

    /// {n}, {n,}, {n,m}; anything else behind a brace is a text.
    bool takeCounts(Node& node) {
        const std::string_view before = m_rest;
        if (!take("{")) return false;
        const auto least = number();
        auto most = least;
        if (least && take(",")) {
            most = number();
            if (!most) most = Node::unlimited;
        }
        if (!least || !take("}")) {
            m_rest = before;
            return false;
        }
        node.least = *least;
        node.most = *most;
        return true;
    }
    std::optional<std::uint32_t> number() {
        std::optional<std::uint32_t> value;
        while (!m_rest.empty() && m_rest.front() >= '0' && m_rest.front() <= '9') {
            value = std::min(value.value_or(0) * 10 + static_cast<std::uint32_t>(m_rest.front() - '0'),
                             mostRepeats + 1);
            m_rest.remove_prefix(1);
        }
        return value;
    }

    std::uint32_t atom(std::size_t depth) {
        const std::size_t at = here();
        if (take("(")) return group(depth, at);
        if (take("[")) return bracketed(at);
        if (take(".")) return addTake({{0, lastCodePoint}});
        if (take("^") || take("$")) {
            Node node;
            node.kind = m_pattern[at] == '^' ? Node::Kind::Begin : Node::Kind::End;
            return add(std::move(node));
        }
        if (take("\\")) return addTake(escape(at));
        const char front = m_rest.front();
        Node counted;
        if (front == '*' || front == '+' || front == '?' || (front == '{' && takeCounts(counted))) {
            fail(Fault::NothingToRepeat, at);
            return 0;
        }
        const char32_t character = takeCodePoint(m_rest);
        return addTake({{character, character}});
    }

    std::uint32_t group(std::size_t depth, std::size_t at) {
        if (take("?") && !take(":")) {
            const bool isNamed =
                take("P<") || (m_rest.size() > 1 && m_rest[1] != '=' && m_rest[1] != '!' && take("<"));
            const std::size_t nameEnd = m_rest.find('>');
            if (!isNamed || nameEnd == std::string_view::npos) {
                fail(Fault::Unsupported, at);
                return 0;
            }
            m_rest.remove_prefix(nameEnd + 1);
        }
        const std::uint32_t inner = choice(depth + 1);
        if (!m_fault && !take(")")) fail(Fault::UnclosedGroup, at);
        return inner;
    }

    std::uint32_t bracketed(std::size_t at) {
        CodePoints ranges;
        const bool isNegated = take("^");
        for (bool isFirst = true; isFirst || !m_rest.starts_with(']'); isFirst = false) {
            if (m_rest.empty()) {
                fail(Fault::UnclosedClass, at);
                return 0;
            }
            addClassItem(ranges, at);
            if (m_fault) return 0;
        }
        static_cast<void>(take("]"));
        if (m_ignoresCase) ranges = withBothCases(std::move(ranges));
        return addTake(isNegated ? complementOf(ranges) : ranges);
    }

    void addClassItem(CodePoints& ranges, std::size_t begin) {
        const std::size_t at = here();
        if (take("[:")) {
            const bool isNegated = take("^");
            const std::size_t end = m_rest.find(":]");
            const auto named =
                end == std::string_view::npos ? std::nullopt : classNamed(m_rest.substr(0, end));
            if (!named) return fail(Fault::Unsupported, at);
            m_rest.remove_prefix(end + 2);
            const CodePoints items = isNegated ? complementOf(*named) : *named;
            ranges.insert(ranges.end(), items.begin(), items.end());
            return;
        }
        const CodePoints first = classCharacter(at);
        if (m_fault) return;
        const bool isOne = first.size() == 1 && first.front().first == first.front().second;
        const bool isRange = isOne && m_rest.size() > 1 && m_rest[0] == '-' && m_rest[1] != ']';
        if (!isRange) {
            ranges.insert(ranges.end(), first.begin(), first.end());
            return;
        }
        m_rest.remove_prefix(1);
        if (m_rest.empty()) return fail(Fault::UnclosedClass, begin);
        const CodePoints last = classCharacter(here());
        if (m_fault) return;
        if (last.size() != 1 || last.front().first != last.front().second ||
            last.front().first < first.front().first)
            return fail(Fault::EmptyRange, at);
        ranges.push_back({first.front().first, last.front().first});
    }
    CodePoints classCharacter(std::size_t at) {
        if (take("\\")) return escape(at);
        const char32_t character = takeCodePoint(m_rest);
        return {{character, character}};
    }

    /// What follows a backslash.
    CodePoints escape(std::size_t at) {
        if (m_rest.empty()) {
            fail(Fault::UnknownEscape, at);
            return {};
        }
        const char32_t character = takeCodePoint(m_rest);
        const auto one = [](char32_t value) { return CodePoints{{value, value}}; };
        switch (character) {
        case 'd':
            return digits;
        case 'D':
            return complementOf(digits);
        case 'w':
            return wordCharacters;
        case 'W':
            return complementOf(wordCharacters);
        case 's':
            return blanks;
        case 'S':
            return complementOf(blanks);
        case 'a':
            return one('\a');
        case 'f':
            return one('\f');
        case 'n':
            return one('\n');
        case 'r':
            return one('\r');
        case 't':
            return one('\t');
        case 'v':
            return one('\v');
        case 'x':
            return hexadecimal(at);
        default:
            break;
        }
        const bool isAscii = character < 0x80;
        const bool isWord =
            isAscii && std::any_of(wordCharacters.begin(), wordCharacters.end(), [&](const auto& range) {
                return range.first <= character && character <= range.second;
            });
        if (isAscii && !isWord) return one(character);
        const bool isKnownElsewhere = isWord && std::u32string_view(U"123456789AbBpPQEzCK").find(character) !=
                                                    std::u32string_view::npos;
        fail(isKnownElsewhere ? Fault::Unsupported : Fault::UnknownEscape, at);
        return {};
    }

    /// \x41, \x{1F600}
    CodePoints hexadecimal(std::size_t at) {
        const bool isBraced = take("{");
        char32_t value = 0;
        std::size_t count = 0;
        const std::size_t most = isBraced ? 6 : 2;
        for (; count < most && !m_rest.empty(); ++count) {
            const char digit = m_rest.front();
            const bool isDigit = digit >= '0' && digit <= '9';
            const char lower = static_cast<char>(digit | 0x20);
            if (!isDigit && (lower < 'a' || lower > 'f')) break;
            value = value * 16 + static_cast<char32_t>(isDigit ? digit - '0' : lower - 'a' + 10);
            m_rest.remove_prefix(1);
        }
        const bool isWhole = isBraced ? count > 0 && take("}") : count == 2;
        if (!isWhole || value > lastCodePoint) fail(Fault::UnknownEscape, at);
        return {{value, value}};
    }

    std::string_view m_pattern, m_rest;
    PatternTree m_tree;
    std::optional<PatternFault> m_fault;
    bool m_ignoresCase = false;
};

} // namespace

tl::expected<PatternTree, PatternFault> readPattern(std::string_view pattern) {
    return PatternReader(pattern).read();
}

} // namespace hallway
