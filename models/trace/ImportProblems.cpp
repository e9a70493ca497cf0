#include "trace/ImportProblems.h"

namespace hallway {

namespace {
constexpr std::size_t maximumDetail = 200; // bytes

/// The front of a text, not cut within a character.
std::string_view shortened(std::string_view text) {
    if (text.size() <= maximumDetail) return text;
    std::size_t size = maximumDetail;
    while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80)
        --size;
    return text.substr(0, size);
}
} // namespace

std::string_view wordOf(ProblemCode code) {
    static constexpr std::array<std::string_view, static_cast<std::size_t>(ProblemCode::Count)> words{
#define HALLWAY_PROBLEM_WORD(name, text) text,
        HALLWAY_PROBLEMS(HALLWAY_PROBLEM_WORD)
#undef HALLWAY_PROBLEM_WORD
    };
    return words[static_cast<std::size_t>(code)];
}

void ImportProblems::add(ProblemCode code, std::optional<FilePosition> position, std::string_view detail,
                         std::uint64_t count) {
    Problem& problem = m_problems[static_cast<std::size_t>(code)];
    if (problem.count == 0) {
        problem.code = code;
        problem.position = position;
        problem.detail = shortened(detail);
    }
    problem.count += count;
    m_isEmpty = false;
}

void ImportProblems::merge(ImportProblems others) {
    for (std::size_t code = 0; code < m_problems.size(); ++code) {
        Problem& own = m_problems[code];
        Problem& other = others.m_problems[code];
        if (other.count == 0) continue;
        const std::uint64_t count = own.count + other.count;
        const bool isEarlier =
            own.position && other.position && other.position->offset < own.position->offset;
        if (own.count == 0 || isEarlier) own = std::move(other);
        own.count = count;
        m_isEmpty = false;
    }
}

std::vector<Problem> ImportProblems::list() const {
    std::vector<Problem> happened;
    for (const Problem& problem : m_problems)
        if (problem.count != 0) happened.push_back(problem);
    return happened;
}

std::uint64_t ImportProblems::count(ProblemCode code) const {
    return m_problems[static_cast<std::size_t>(code)].count;
}

} // namespace hallway
