#include "query/Parser.h"

#include <array>
#include <limits>

namespace hallway {

namespace {

using Kind = Token::Kind;

Relation relationOf(std::string_view text) {
    for (const Relation relation :
         {Relation::Equal, Relation::NotEqual, Relation::Less, Relation::LessOrEqual, Relation::Greater,
          Relation::GreaterOrEqual, Relation::Matches})
        if (textOf(relation) == text) return relation;
    return Relation::MatchesNot;
}

/// `2 < duration` is `duration > 2`.
Relation mirrored(Relation relation) {
    switch (relation) {
    case Relation::Less:
        return Relation::Greater;
    case Relation::LessOrEqual:
        return Relation::GreaterOrEqual;
    case Relation::Greater:
        return Relation::Less;
    case Relation::GreaterOrEqual:
        return Relation::LessOrEqual;
    default:
        return relation;
    }
}

Condition compare(Comparison comparison) {
    Condition condition;
    condition.kind = Condition::Kind::Compare;
    condition.comparison = std::move(comparison);
    return condition;
}

Condition truth(bool value) {
    Condition condition;
    condition.kind = value ? Condition::Kind::True : Condition::Kind::False;
    return condition;
}

Condition inverse(Condition of) {
    Condition condition;
    condition.kind = Condition::Kind::Not;
    condition.operands.push_back(std::move(of));
    return condition;
}

std::optional<Literal> literalNamed(std::string_view word) {
    if (word == "true") return true;
    if (word == "false") return false;
    if (word == "nil") return Nil();
    if (word == "minInt") return std::numeric_limits<std::int64_t>::min();
    if (word == "maxInt") return std::numeric_limits<std::int64_t>::max();
    for (const SpanStatus status : {SpanStatus::Unset, SpanStatus::Ok, SpanStatus::Error})
        if (wordOf(status) == word) return status;
    for (const SpanKind kind : {SpanKind::Unspecified, SpanKind::Internal, SpanKind::Server, SpanKind::Client,
                                SpanKind::Producer, SpanKind::Consumer})
        if (wordOf(kind) == word) return kind;
    return std::nullopt;
}

/// The field of the token; a fault where it is none.
std::optional<Field> readField(TokenReader& tokens) {
    const Token& token = tokens.now();
    if (token.is(Kind::Attribute)) return tokens.take().field;
    if (!token.is(Kind::Word)) {
        const bool isText = token.is(Kind::Value) && std::holds_alternative<std::string>(token.literal);
        tokens.fail(isText ? FilterProblem::FreeText : FilterProblem::ExpectedCondition, token);
        return std::nullopt;
    }
    if (const auto kind = fieldNamed(token.text)) {
        tokens.take();
        return Field{*kind, {}};
    }
    if (const auto refused = refusedName(token.text)) {
        FilterError error;
        error.problem = FilterProblem::NotHere;
        error.at = token.at;
        error.size = token.size;
        error.subject = token.text;
        error.refused = *refused;
        tokens.fail(std::move(error));
        return std::nullopt;
    }
    const bool isMeantAsField = tokens.then().is(Kind::Relation) || token.text.find('.') != std::string::npos;
    tokens.fail(isMeantAsField ? FilterProblem::UnknownField : FilterProblem::FreeText, token);
    return std::nullopt;
}

Condition readParenthesised(TokenReader& tokens, std::size_t depth) {
    const Token open = tokens.take();
    Condition inner = readCondition(tokens, depth);
    if (tokens.failed() || tokens.takeIf(Kind::CloseParenthesis)) return inner;
    const bool isEnd = tokens.now().is(Kind::End) || tokens.now().is(Kind::CloseBrace);
    if (isEnd)
        tokens.fail(FilterProblem::UnclosedParenthesis, open);
    else
        tokens.fail(FilterProblem::ExpectedOperator, tokens.now());
    return inner;
}

/// `100ms < duration`
Condition readMirrored(TokenReader& tokens) {
    const Token value = tokens.take(), relation = tokens.take(), name = tokens.now();
    if (!name.is(Kind::Attribute) && !(name.is(Kind::Word) && fieldNamed(name.text))) {
        tokens.fail(FilterProblem::ExpectedCondition, name);
        return {};
    }
    const auto field = readField(tokens);
    Comparison comparison{*field, mirrored(relationOf(relation.text)), value.literal};
    if (auto error = mismatch(comparison, name, relation, value)) tokens.fail(std::move(*error));
    return compare(std::move(comparison));
}

Condition readOperand(TokenReader& tokens, std::size_t depth) {
    if (!tokens.deeper(depth)) return {};
    const Token token = tokens.now();
    if (token.is(Kind::OpenParenthesis)) return readParenthesised(tokens, depth);
    if (token.is(Kind::Not)) {
        tokens.take();
        const bool isGroup = tokens.now().is(Kind::OpenParenthesis) || tokens.now().is(Kind::Not);
        if (!isGroup && tokens.then().is(Kind::Relation)) {
            tokens.fail(FilterProblem::NotBeforeComparison, token);
            return {};
        }
        return inverse(readOperand(tokens, depth + 1));
    }
    if (!tokens.countCondition()) return {};
    if (token.is(Kind::Value) && tokens.then().is(Kind::Relation)) return readMirrored(tokens);
    if (token.isWord("true") || token.isWord("false")) {
        tokens.take();
        return truth(token.isWord("true"));
    }
    const auto field = readField(tokens);
    return field ? compare(readComparison(tokens, *field, token)) : Condition();
}

/// A word that is no value: quotes help only where the field is a text.
void refuseWord(TokenReader& tokens, const Field& field) {
    const Token& token = tokens.now();
    const FieldType type = typeOf(field.kind);
    if (fieldNamed(token.text)) return tokens.fail(FilterProblem::FieldAgainstField, token);
    if (type == FieldType::Text || type == FieldType::Any)
        return tokens.fail(FilterProblem::UnquotedText, token);
    FilterError error;
    error.problem = FilterProblem::WrongType;
    error.at = token.at;
    error.size = token.size;
    error.subject = textOf(field);
    error.type = type;
    tokens.fail(std::move(error));
}

/// Where a field may stand alone, because it is true or false itself.
bool endsOperand(const Token& token) {
    return token.is(Kind::And) || token.is(Kind::Or) || token.is(Kind::CloseBrace) ||
           token.is(Kind::CloseParenthesis) || token.is(Kind::Pipe) || token.is(Kind::End);
}

} // namespace

Condition readCondition(TokenReader& tokens, std::size_t depth) {
    return readGroups<Condition>(tokens, [&] { return readOperand(tokens, depth + 1); });
}

Comparison readComparison(TokenReader& tokens, Field field, const Token& token) {
    const FieldType type = typeOf(field.kind);
    const Token relation = tokens.now();
    if (!relation.is(Kind::Relation)) {
        const bool isTruth = type == FieldType::Truth || type == FieldType::Any;
        if (relation.is(Kind::Arithmetic))
            tokens.fail(FilterProblem::Arithmetic, relation);
        else if (type == FieldType::Truth && !endsOperand(relation))
            tokens.fail(FilterProblem::ExpectedOperator, relation);
        else if (!isTruth || !endsOperand(relation))
            tokens.fail(FilterProblem::ExpectedRelation, relation, token.text);
        return {std::move(field), Relation::Equal, true};
    }
    tokens.take();
    Comparison comparison{std::move(field), relationOf(relation.text), Nil()};
    const Token value = tokens.now();
    if (!readLiteral(tokens, comparison.field, relation, comparison.value)) return comparison;
    if (auto error = mismatch(comparison, token, relation, value)) tokens.fail(std::move(*error));
    return comparison;
}

bool readLiteral(TokenReader& tokens, const Field& field, const Token& relation, Literal& literal) {
    const Token token = tokens.now();
    if (token.is(Kind::Value)) {
        literal = tokens.take().literal;
    } else if (token.is(Kind::Attribute)) {
        tokens.fail(FilterProblem::FieldAgainstField, token);
    } else if (token.is(Kind::Word)) {
        if (typeOf(field.kind) == FieldType::CallClass)
            literal = token.text;
        else if (const auto named = literalNamed(token.text))
            literal = *named;
        else
            refuseWord(tokens, field);
        if (!tokens.failed()) tokens.take();
    } else {
        tokens.fail(token.is(Kind::Arithmetic) ? FilterProblem::Arithmetic : FilterProblem::ExpectedValue,
                    token, token.is(Kind::Arithmetic) ? token.text : relation.text);
    }
    if (!tokens.failed() && tokens.now().is(Kind::Arithmetic))
        tokens.fail(FilterProblem::Arithmetic, tokens.now());
    return !tokens.failed();
}

} // namespace hallway
