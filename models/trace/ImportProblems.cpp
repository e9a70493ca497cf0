#include "trace/ImportProblems.h"

namespace hallway {

namespace {
constexpr std::size_t maximumDetail = 200;
}

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
        problem.detail = detail.substr(0, maximumDetail);
    }
    problem.count += count;
}

std::vector<Problem> ImportProblems::list() const {
    std::vector<Problem> happened;
    for (const Problem& problem : m_problems)
        if (problem.count != 0) happened.push_back(problem);
    return happened;
}

std::uint64_t ImportProblems::count(ProblemCode code) const { return m_problems[static_cast<std::size_t>(code)].count; }

} // namespace hallway
