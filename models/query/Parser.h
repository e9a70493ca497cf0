// From tokens to a filter; the first fault ends it. Private to this room.
#pragma once

#include "query/Filter.h"
#include "query/Lexer.h"

#include <optional>
#include <string_view>
#include <vector>

namespace hallway {

/// Tokens one after the other, and the fault, if there is one.
class TokenReader {
public:
    explicit TokenReader(std::vector<Token> tokens) : m_tokens(std::move(tokens)) {}

    [[nodiscard]] const Token& now() const { return m_tokens[m_next]; }
    /// The one behind it; the last where there is none.
    [[nodiscard]] const Token& then() const {
        return m_tokens[m_next + 1 < m_tokens.size() ? m_next + 1 : m_next];
    }
    Token take() { return m_next + 1 < m_tokens.size() ? m_tokens[m_next++] : m_tokens[m_next]; }
    bool takeIf(Token::Kind kind) {
        if (!now().is(kind)) return false;
        take();
        return true;
    }

    [[nodiscard]] bool failed() const { return m_fault.has_value(); }
    [[nodiscard]] const FilterError& fault() const { return *m_fault; }
    /// The first fault stays. A broken token has its own.
    void fail(FilterError error) {
        if (!m_fault) m_fault = now().is(Token::Kind::Broken) ? now().error : std::move(error);
    }
    void fail(FilterProblem problem, const Token& token) { fail(problem, token, token.text); }
    void fail(FilterProblem problem, const Token& token, std::string subject) {
        FilterError error;
        error.problem = problem;
        error.at = token.at;
        error.size = token.size;
        error.subject = std::move(subject);
        fail(std::move(error));
    }

    /// One more level, or one more comparison; false, and a fault, where there are too many.
    bool deeper(std::size_t depth) {
        if (depth > Filter::deepest) fail(FilterProblem::TooLong, now());
        return !failed();
    }
    bool countCondition() {
        if (++m_conditions > Filter::mostConditions) fail(FilterProblem::TooLong, now());
        return !failed();
    }

private:
    std::vector<Token> m_tokens;
    std::size_t m_next = 0;
    std::size_t m_conditions = 0;
    std::optional<FilterError> m_fault;
};

/// What stands within braces, up to what cannot belong to it.
[[nodiscard]] Condition readCondition(TokenReader& tokens, std::size_t depth);
/// A relation and a value behind `field`, `token`'s.
[[nodiscard]] Comparison readComparison(TokenReader& tokens, Field field, const Token& token);
/// The literal at the tokens, for a comparison with `field`. False, and a fault, where there is none.
bool readLiteral(TokenReader& tokens, const Field& field, const Token& relation, Literal& literal);
/// Nothing where field, relation and literal go together.
[[nodiscard]] std::optional<FilterError> mismatch(const Comparison& comparison, const Token& field,
                                                  const Token& relation, const Token& value);

/// Spansets and pipelines, up to the end.
[[nodiscard]] Spanset readFilter(TokenReader& tokens, bool hasBraces);

/// What of TraceQL is refused by name, as a word or before a parenthesis.
[[nodiscard]] std::optional<Refused> refusedName(std::string_view word);
[[nodiscard]] std::optional<AggregateFunction> aggregateNamed(std::string_view word);

/// Adds an operand; one of the same kind gives its own operands.
template <class Node>
void addOperand(Node& group, Node operand) {
    if (operand.kind == group.kind) {
        for (Node& inner : operand.operands)
            group.operands.push_back(std::move(inner));
    } else {
        group.operands.push_back(std::move(operand));
    }
}

/// Operands between && and ||, which group from the left: && after || wants parentheses. `read` reads one
/// operand.
template <class Node, class Read>
[[nodiscard]] Node readGroups(TokenReader& tokens, Read read) {
    const auto grouped = [](typename Node::Kind kind, Node first, Node second) {
        Node group;
        group.kind = kind;
        addOperand(group, std::move(first));
        addOperand(group, std::move(second));
        return group;
    };
    Node node = read();
    bool hasOr = false;
    while (!tokens.failed() && (tokens.now().is(Token::Kind::And) || tokens.now().is(Token::Kind::Or))) {
        const bool isAnd = tokens.now().is(Token::Kind::And);
        if (isAnd && hasOr) {
            tokens.fail(FilterProblem::MixedAndOr, tokens.now());
            return node;
        }
        hasOr = hasOr || !isAnd;
        tokens.take();
        node = grouped(isAnd ? Node::Kind::All : Node::Kind::Any, std::move(node), read());
    }
    return node;
}

} // namespace hallway
