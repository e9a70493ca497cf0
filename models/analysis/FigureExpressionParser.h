// From the text of a FigureExpression to its steps. Private to FigureExpression.
#pragma once

#include "analysis/FigureCondition.h"
#include "analysis/FigureExpression.h"

namespace hallway {

/// Operators wait on a stack until what binds closer is written down (postfix), so nesting costs no calls.
class FigureExpressionParser {
public:
    explicit FigureExpressionParser(std::string_view text) : m_text(text) {}
    [[nodiscard]] Result<FigureExpression> parse();

private:
    using Step = FigureExpression::Step;
    enum class Waiting : std::uint8_t { Parenthesis, Or, And, Not }; ///< ascending: binds closer

    struct Wait {
        Waiting what;
        std::size_t at;
    };

    void skipBlanks();
    [[nodiscard]] bool take(std::string_view token);
    [[nodiscard]] Status operand(); ///< `!` and `(` before a condition, and the condition
    [[nodiscard]] Status condition();
    [[nodiscard]] Status value(const FigureFieldFacts& facts, FigureCondition& condition);
    [[nodiscard]] Status number(const FigureFieldFacts& facts, FigureCondition& condition);
    [[nodiscard]] Status text(const FigureFieldFacts& facts, FigureCondition& condition);
    [[nodiscard]] std::optional<FigureOperator> comparison();
    [[nodiscard]] Status narrow(const FigureFieldFacts& facts, std::size_t at);
    /// What stands between two `||` outside parentheses may be about something else than what stood before.
    void nextAlternative();
    /// Writes down what binds at least as close as `least`.
    void settle(Waiting least);
    [[nodiscard]] Status closeParenthesis(std::size_t at);
    [[nodiscard]] std::string_view word();
    [[nodiscard]] tl::unexpected<Error> expected(std::string what) const { return expected(what, m_at); }
    [[nodiscard]] tl::unexpected<Error> expected(const std::string& what, std::size_t at) const;

    std::string_view m_text;
    std::size_t m_at = 0;
    std::vector<Wait> m_waiting;
    std::vector<FigureCondition> m_conditions;
    FigureExpression m_result;                         ///< its target is that of the alternative being read
    std::optional<FigureExpression::Target> m_targets; ///< of those before
};

} // namespace hallway
