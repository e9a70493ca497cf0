#include "query/Parser.h"

#include <algorithm>
#include <array>

namespace hallway {

namespace {

using Kind = Token::Kind;

struct RefusedName {
    std::string_view name;
    Refused refused;
};
constexpr std::array refusedNames{
    RefusedName{"by", Refused::Grouping},
    RefusedName{"coalesce", Refused::Grouping},
    RefusedName{"select", Refused::Selection},
    RefusedName{"compare", Refused::Compare},
    RefusedName{"with", Refused::Hints},
    RefusedName{"parent", Refused::Parent},
    RefusedName{"nestedSetLeft", Refused::NestedSet},
    RefusedName{"nestedSetRight", Refused::NestedSet},
    RefusedName{"nestedSetParent", Refused::NestedSet},
    RefusedName{"rate", Refused::Metrics},
    RefusedName{"count_over_time", Refused::Metrics},
    RefusedName{"min_over_time", Refused::Metrics},
    RefusedName{"max_over_time", Refused::Metrics},
    RefusedName{"avg_over_time", Refused::Metrics},
    RefusedName{"sum_over_time", Refused::Metrics},
    RefusedName{"quantile_over_time", Refused::Metrics},
    RefusedName{"histogram_over_time", Refused::Metrics},
    RefusedName{"topk", Refused::Metrics},
    RefusedName{"bottomk", Refused::Metrics},
};

struct KinshipToken {
    Kinship kinship;
    KinshipForm form;
};

std::optional<KinshipToken> kinshipOf(const Token& token) {
    if (!token.is(Kind::Kinship) && !token.is(Kind::Relation)) return std::nullopt;
    for (const Kinship kinship :
         {Kinship::Child, Kinship::Parent, Kinship::Descendant, Kinship::Ancestor, Kinship::Sibling})
        for (const KinshipForm form : {KinshipForm::Plain, KinshipForm::Union, KinshipForm::Negated})
            if (textOf(kinship, form) == token.text) return KinshipToken{kinship, form};
    return std::nullopt;
}

/// A function of the pipeline: a name before a parenthesis.
bool isAggregate(const TokenReader& tokens) {
    return tokens.now().is(Kind::Word) && aggregateNamed(tokens.now().text) &&
           tokens.then().is(Kind::OpenParenthesis);
}

void failAt(TokenReader& tokens, const Token& token, FilterProblem otherwise) {
    const auto refused = token.is(Kind::Word) ? refusedName(token.text) : std::nullopt;
    FilterError error;
    error.problem = refused ? FilterProblem::NotHere : otherwise;
    error.at = token.at;
    error.size = token.size;
    error.subject = token.text;
    error.refused = refused.value_or(Refused::Metrics);
    tokens.fail(std::move(error));
}

bool isNumeric(FieldKind kind) {
    const FieldType type = typeOf(kind);
    const bool hasOneValue =
        kind != FieldKind::EventTime && kind != FieldKind::EventAttribute && kind != FieldKind::LinkAttribute;
    return hasOneValue && (type == FieldType::Any || type == FieldType::Number ||
                           type == FieldType::TimeSpan || type == FieldType::Share);
}

/// What a count is compared with.
const Field aNumber{FieldKind::ChildCount, {}};

/// `avg(duration) > 20ms`, without what it is applied to.
Spanset readAggregate(TokenReader& tokens) {
    Spanset spanset;
    spanset.kind = Spanset::Kind::Aggregate;
    const Token name = tokens.take();
    const Token open = tokens.take();
    spanset.function = *aggregateNamed(name.text);
    if (!tokens.countCondition()) return spanset;

    Field field = aNumber;
    if (spanset.function != AggregateFunction::Count) {
        const Token token = tokens.now();
        const auto kind = token.is(Kind::Word) ? fieldNamed(token.text) : std::nullopt;
        if (!token.is(Kind::Attribute) && !kind) {
            failAt(tokens, token, FilterProblem::AggregateNeedsField);
            return spanset;
        }
        field = token.is(Kind::Attribute) ? token.field : Field{*kind, {}};
        if (!isNumeric(field.kind)) tokens.fail(FilterProblem::AggregateOfNoNumber, token);
        tokens.take();
        spanset.comparison.field = field;
    }
    if (!tokens.failed() && !tokens.takeIf(Kind::CloseParenthesis)) {
        const bool isEnd = tokens.now().is(Kind::End) || tokens.now().is(Kind::CloseBrace);
        tokens.fail(isEnd ? FilterProblem::UnclosedParenthesis : FilterProblem::ExpectedOperator,
                    isEnd ? open : tokens.now());
    }
    const Token relation = tokens.now();
    if (!tokens.failed() && !relation.is(Kind::Relation))
        tokens.fail(FilterProblem::ExpectedRelation, relation, name.text + "()");
    if (tokens.failed()) return spanset;

    Comparison comparison = readComparison(tokens, field, name);
    if (tokens.failed()) return spanset;
    const bool isNumber = !std::holds_alternative<Nil>(comparison.value) &&
                          !std::holds_alternative<std::string>(comparison.value) &&
                          !std::holds_alternative<bool>(comparison.value);
    if (!isNumber) tokens.fail(FilterProblem::ExpectedValue, relation, relation.text);
    spanset.comparison.relation = comparison.relation;
    spanset.comparison.value = std::move(comparison.value);
    return spanset;
}

Spanset readPipeline(TokenReader& tokens, std::size_t depth);

Spanset readSelect(TokenReader& tokens, std::size_t depth) {
    Spanset spanset;
    const Token open = tokens.take();
    if (tokens.takeIf(Kind::CloseBrace)) return spanset;
    if (tokens.now().is(Kind::End)) {
        tokens.fail(FilterProblem::UnclosedBrace, open);
        return spanset;
    }
    spanset.condition = readCondition(tokens, depth);
    if (tokens.failed() || tokens.takeIf(Kind::CloseBrace)) return spanset;
    if (tokens.now().is(Kind::End))
        tokens.fail(FilterProblem::UnclosedBrace, open);
    else
        tokens.fail(FilterProblem::ExpectedOperator, tokens.now());
    return spanset;
}

Spanset readUnary(TokenReader& tokens, std::size_t depth) {
    if (!tokens.deeper(depth)) return {};
    const Token token = tokens.now();
    if (token.is(Kind::OpenBrace)) return readSelect(tokens, depth);
    if (token.is(Kind::Not)) {
        tokens.take();
        Spanset spanset;
        spanset.kind = Spanset::Kind::Not;
        spanset.operands.push_back(readUnary(tokens, depth + 1));
        return spanset;
    }
    if (token.is(Kind::OpenParenthesis)) {
        tokens.take();
        Spanset inner = readPipeline(tokens, depth + 1);
        if (!tokens.failed() && !tokens.takeIf(Kind::CloseParenthesis)) {
            if (tokens.now().is(Kind::End))
                tokens.fail(FilterProblem::UnclosedParenthesis, token);
            else
                failAt(tokens, tokens.now(), FilterProblem::ExpectedOperator);
        }
        return inner;
    }
    failAt(tokens, token, FilterProblem::ExpectedSpanset);
    return {};
}

/// Kinships bind closer than && and group from the left.
Spanset readRelated(TokenReader& tokens, std::size_t depth) {
    Spanset left = readUnary(tokens, depth);
    for (auto kinship = kinshipOf(tokens.now()); kinship && !tokens.failed();
         kinship = kinshipOf(tokens.now())) {
        tokens.take();
        if (!tokens.deeper(++depth)) break;
        Spanset related;
        related.kind = Spanset::Kind::Related;
        related.kinship = kinship->kinship;
        related.form = kinship->form;
        related.operands.push_back(std::move(left));
        related.operands.push_back(readUnary(tokens, depth));
        left = std::move(related);
    }
    return left;
}

Spanset readGroup(TokenReader& tokens, std::size_t depth) {
    return readGroups<Spanset>(tokens, [&] { return readRelated(tokens, depth + 1); });
}

/// `node`, piped through what follows.
Spanset readStages(TokenReader& tokens, Spanset node, std::size_t depth) {
    while (!tokens.failed() && tokens.takeIf(Kind::Pipe)) {
        if (!tokens.deeper(++depth)) break;
        Spanset stage;
        if (isAggregate(tokens)) {
            stage = readAggregate(tokens);
            stage.operands.push_back(std::move(node));
        } else if (tokens.now().is(Kind::OpenBrace) || tokens.now().is(Kind::OpenParenthesis) ||
                   tokens.now().is(Kind::Not)) {
            stage.kind = Spanset::Kind::Pipe;
            stage.operands.push_back(std::move(node));
            stage.operands.push_back(readGroup(tokens, depth));
        } else {
            failAt(tokens, tokens.now(), FilterProblem::ExpectedAggregate);
        }
        node = std::move(stage);
    }
    return node;
}

Spanset readPipeline(TokenReader& tokens, std::size_t depth) {
    Spanset first = isAggregate(tokens) ? readAggregate(tokens) : readGroup(tokens, depth);
    return readStages(tokens, std::move(first), depth);
}

} // namespace

std::optional<Refused> refusedName(std::string_view word) {
    const std::string_view scope = word.substr(0, word.find_first_of(".:"));
    for (const RefusedName& known : refusedNames)
        if (known.name == word || (known.refused == Refused::Parent && known.name == scope))
            return known.refused;
    return std::nullopt;
}

std::optional<AggregateFunction> aggregateNamed(std::string_view word) {
    for (const AggregateFunction function :
         {AggregateFunction::Count, AggregateFunction::Average, AggregateFunction::Minimum,
          AggregateFunction::Maximum, AggregateFunction::Sum})
        if (textOf(function) == word) return function;
    return std::nullopt;
}

Spanset readFilter(TokenReader& tokens, bool hasBraces) {
    Spanset root;
    if (hasBraces || isAggregate(tokens)) {
        root = readPipeline(tokens, 0);
    } else {
        root.condition = readCondition(tokens, 0);
        root = readStages(tokens, std::move(root), 0);
    }
    if (!tokens.failed() && !tokens.now().is(Kind::End))
        failAt(tokens, tokens.now(), FilterProblem::ExpectedOperator);
    return root;
}

tl::expected<Filter, FilterError> Filter::parse(std::string_view text) {
    FilterError error;
    error.at = error.size = 0;
    if (text.size() > longest) {
        error.problem = FilterProblem::TooLong;
        error.at = longest;
        return tl::unexpected(std::move(error));
    }
    std::vector<Token> words = tokensOf(text);
    if (words.front().is(Kind::End)) return tl::unexpected(std::move(error));
    const bool hasBraces =
        std::any_of(words.begin(), words.end(), [](const Token& token) { return token.is(Kind::OpenBrace); });
    TokenReader tokens(std::move(words));
    Spanset root = readFilter(tokens, hasBraces);
    if (tokens.failed()) return tl::unexpected(tokens.fault());
    return Filter(std::move(root));
}

} // namespace hallway
