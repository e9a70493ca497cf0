#include "base/TextPattern.h"

#include "base/Hash.h"
#include "base/PatternProgram.h"

#include <algorithm>

namespace hallway {

namespace {

using Node = PatternTree::Node;
using Op = PatternProgram::Op;

constexpr std::size_t mostInstructions = 5'000;
constexpr std::size_t mostPatternBytes = 10'000;
constexpr std::size_t mostVisits = 100'000;
constexpr std::size_t mostRemembered = std::size_t{1} << 19; ///< numbers of 4 bytes
constexpr std::uint32_t unknown = 0xffffffff;

/// Makes instructions of nodes. As deep as the pattern's groups, which are bounded.
class Compiler {
public:
    explicit Compiler(const PatternTree& tree) : m_tree(tree) {}

    bool compile(PatternProgram& program) {
        emit(static_cast<std::uint32_t>(m_tree.nodes.size() - 1));
        add(Op::Match);
        program.code = std::move(m_code);
        program.setLetters(m_tree.sets);
        return !m_isTooLarge;
    }

private:
    std::uint32_t add(Op op, std::uint32_t x = 0, std::uint32_t y = 0) {
        if (m_code.size() >= mostInstructions)
            m_isTooLarge = true;
        else
            m_code.push_back({op, x, y});
        return static_cast<std::uint32_t>(m_code.size() - 1);
    }
    [[nodiscard]] std::uint32_t next() const { return static_cast<std::uint32_t>(m_code.size()); }

    void emit(std::uint32_t index) {
        if (++m_visits > mostVisits) m_isTooLarge = true; // repetitions of nothing make no instructions
        if (m_isTooLarge) return;
        const Node& node = m_tree.nodes[index];
        switch (node.kind) {
        case Node::Kind::Empty:
            return;
        case Node::Kind::Take:
            add(Op::Take, node.set);
            return;
        case Node::Kind::Begin:
            add(Op::Begin);
            return;
        case Node::Kind::End:
            add(Op::End);
            return;
        case Node::Kind::Sequence:
            for (const std::uint32_t part : node.parts)
                emit(part);
            return;
        case Node::Kind::Choice:
            return emitChoice(node);
        case Node::Kind::Repeat:
            return emitRepeat(node);
        }
    }

    void emitChoice(const Node& node) {
        std::vector<std::uint32_t> jumps;
        for (std::size_t i = 0; i < node.parts.size(); ++i) {
            const bool isLast = i + 1 == node.parts.size();
            const std::uint32_t split = isLast ? 0 : add(Op::Split, next() + 1);
            emit(node.parts[i]);
            if (isLast) break;
            jumps.push_back(add(Op::Jump));
            m_code[split].y = next();
        }
        for (const std::uint32_t jump : jumps)
            m_code[jump].x = next();
    }

    void emitRepeat(const Node& node) {
        const std::uint32_t part = node.parts.front();
        for (std::uint32_t i = 0; i < node.least && !m_isTooLarge; ++i)
            emit(part);
        if (node.most == Node::unlimited) {
            const std::uint32_t split = add(Op::Split, next() + 1);
            emit(part);
            add(Op::Jump, split);
            m_code[split].y = next();
            return;
        }
        std::vector<std::uint32_t> splits;
        for (std::uint32_t i = node.least; i < node.most && !m_isTooLarge; ++i) {
            splits.push_back(add(Op::Split, next() + 1));
            emit(part);
        }
        for (const std::uint32_t split : splits)
            m_code[split].y = next();
    }

    const PatternTree& m_tree;
    std::vector<PatternProgram::Instruction> m_code;
    std::size_t m_visits = 0;
    bool m_isTooLarge = false;
};

} // namespace

tl::expected<TextPattern, PatternFault> TextPattern::compile(std::string_view pattern) {
    if (pattern.size() > mostPatternBytes)
        return tl::unexpected(PatternFault{PatternFault::Kind::TooLarge, mostPatternBytes});
    const auto tree = readPattern(pattern);
    if (!tree) return tl::unexpected(tree.error());
    auto program = std::make_shared<PatternProgram>();
    if (!Compiler(*tree).compile(*program))
        return tl::unexpected(PatternFault{PatternFault::Kind::TooLarge, 0});
    return TextPattern(std::move(program));
}

std::size_t PatternMatcher::PlacesHash::operator()(const Places& places) const noexcept {
    return hashOf({reinterpret_cast<const char*>(places.data()), places.size() * sizeof(std::uint32_t)});
}

PatternMatcher::PatternMatcher(TextPattern pattern)
    : m_program(std::move(pattern.m_program)), m_seen(m_program->code.size(), 0) {
    forget();
}

void PatternMatcher::forget() {
    m_numbers.clear();
    m_places.clear();
    m_accepts.clear();
    m_steps.clear();
    m_remembered = 0;
    m_start = stateOf(closure({0}, true, false));
    // Only the empty text both begins and ends at the start.
    const Places atBoth = closure({0}, true, true);
    m_accepts[m_start] = std::any_of(atBoth.begin(), atBoth.end(), [this](std::uint32_t place) {
        return m_program->code[place].op == Op::Match;
    });
}

PatternMatcher::Places PatternMatcher::closure(const Places& from, bool atBegin, bool atEnd) {
    ++m_round;
    Places found, open(from.rbegin(), from.rend());
    while (!open.empty()) {
        const std::uint32_t place = open.back();
        open.pop_back();
        if (m_seen[place] == m_round) continue;
        m_seen[place] = m_round;
        const PatternProgram::Instruction& instruction = m_program->code[place];
        switch (instruction.op) {
        case Op::Split:
            open.push_back(instruction.y);
            open.push_back(instruction.x);
            break;
        case Op::Jump:
            open.push_back(instruction.x);
            break;
        case Op::Begin:
            if (atBegin) open.push_back(place + 1);
            break;
        case Op::End:
            found.push_back(place); // it may still prove to be the end
            if (atEnd) open.push_back(place + 1);
            break;
        case Op::Take:
        case Op::Match:
            found.push_back(place);
            break;
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

std::uint32_t PatternMatcher::stateOf(const Places& places) {
    const auto [known, isNew] = m_numbers.try_emplace(places, static_cast<std::uint32_t>(m_places.size()));
    if (!isNew) return known->second;
    m_places.push_back(places);
    const Places last = closure(places, false, true);
    m_accepts.push_back(std::any_of(last.begin(), last.end(), [this](std::uint32_t place) {
        return m_program->code[place].op == Op::Match;
    }));
    m_steps.resize(m_steps.size() + m_program->letters(), unknown);
    m_remembered += 2 * places.size() + m_program->letters();
    return known->second;
}

std::uint32_t PatternMatcher::step(std::uint32_t state, std::uint32_t letter) {
    Places taken;
    for (const std::uint32_t place : m_places[state]) {
        const PatternProgram::Instruction& instruction = m_program->code[place];
        if (instruction.op == Op::Take && m_program->sets[instruction.x][letter]) taken.push_back(place + 1);
    }
    const Places places = closure(taken, false, false);
    if (m_remembered > mostRemembered) {
        forget();
        return stateOf(places);
    }
    const std::uint32_t next = stateOf(places);
    m_steps[state * m_program->letters() + letter] = next;
    return next;
}

bool PatternMatcher::matches(std::string_view text) {
    std::uint32_t state = m_start;
    while (!text.empty()) {
        const auto byte = static_cast<unsigned char>(text.front());
        std::uint32_t letter = 0;
        if (byte < 0x80) {
            letter = m_program->ascii[byte];
            text.remove_prefix(1);
        } else {
            letter = m_program->letterOf(takeCodePoint(text));
        }
        const std::uint32_t known = m_steps[state * m_program->letters() + letter];
        state = known != unknown ? known : step(state, letter);
        if (m_places[state].empty()) return false;
    }
    return m_accepts[state];
}

} // namespace hallway
