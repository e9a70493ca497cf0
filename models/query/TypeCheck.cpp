#include "query/Parser.h"

#include "base/TextPattern.h"
#include "trace/CallTable.h"

#include <array>

namespace hallway {

namespace {

bool isPattern(Relation relation) {
    return relation == Relation::Matches || relation == Relation::MatchesNot;
}
bool isEquality(Relation relation) { return relation == Relation::Equal || relation == Relation::NotEqual; }

std::optional<double> numberOf(const Literal& literal) {
    if (const auto* const integer = std::get_if<std::int64_t>(&literal)) return static_cast<double>(*integer);
    if (const auto* const real = std::get_if<double>(&literal)) return *real;
    return std::nullopt;
}

bool isTypeFor(FieldType type, const Literal& literal) {
    switch (type) {
    case FieldType::Any:
        return !std::holds_alternative<SpanStatus>(literal) && !std::holds_alternative<SpanKind>(literal);
    case FieldType::Text:
    case FieldType::CallClass:
        return std::holds_alternative<std::string>(literal);
    case FieldType::Number:
        return numberOf(literal).has_value();
    case FieldType::TimeSpan: // a number without a unit is a mistake sooner or later, but 0 is 0 in all of
                              // them
        return std::holds_alternative<Duration>(literal) || numberOf(literal) == 0.0;
    case FieldType::Share:
        return std::holds_alternative<Percent>(literal) || numberOf(literal).has_value();
    case FieldType::Truth:
        return std::holds_alternative<bool>(literal);
    case FieldType::StatusWord:
        return std::holds_alternative<SpanStatus>(literal);
    case FieldType::KindWord:
        return std::holds_alternative<SpanKind>(literal);
    }
    return false;
}

/// Types whose values have an order.
bool isOrdered(FieldType type, const Literal& literal) {
    return type != FieldType::CallClass && !std::holds_alternative<bool>(literal) &&
           !std::holds_alternative<SpanStatus>(literal) && !std::holds_alternative<SpanKind>(literal);
}

bool isCallClass(std::string_view word) {
    for (const CallClass known : {CallClass::Rpc, CallClass::Messaging, CallClass::Database,
                                  CallClass::Function, CallClass::External, CallClass::Unpaired})
        if (wordOf(known) == word) return true;
    return false;
}

bool isShare(const Literal& literal) {
    const auto* const percent = std::get_if<Percent>(&literal);
    const double value = percent ? percent->value / 100 : numberOf(literal).value_or(-1);
    return value >= 0 && value <= 1;
}

} // namespace

std::optional<FilterError> mismatch(const Comparison& comparison, const Token& field, const Token& relation,
                                    const Token& value) {
    const FieldType type = typeOf(comparison.field.kind);
    const auto wrong = [type](FilterProblem problem, const Token& token, const std::string& subject) {
        FilterError error;
        error.problem = problem;
        error.at = token.at;
        error.size = token.size;
        error.subject = subject;
        error.type = type;
        return error;
    };
    if (std::holds_alternative<Nil>(comparison.value)) {
        if (!isEquality(comparison.relation))
            return wrong(FilterProblem::WrongRelation, relation, relation.text);
        return std::nullopt;
    }
    if (!isTypeFor(type, comparison.value)) return wrong(FilterProblem::WrongType, value, field.text);
    if (isPattern(comparison.relation)) {
        const auto* const pattern = std::get_if<std::string>(&comparison.value);
        if (!pattern) return wrong(FilterProblem::WrongRelation, relation, relation.text);
        const auto compiled = TextPattern::compile(*pattern);
        if (compiled) return std::nullopt;
        FilterError error = wrong(FilterProblem::BadPattern, value, *pattern);
        error.pattern = compiled.error();
        return error;
    }
    if (!isEquality(comparison.relation) && !isOrdered(type, comparison.value))
        return wrong(FilterProblem::WrongRelation, relation, relation.text);
    if (type == FieldType::CallClass && !isCallClass(std::get<std::string>(comparison.value)))
        return wrong(FilterProblem::UnknownCallClass, value, value.text);
    if (type == FieldType::Share && !isShare(comparison.value))
        return wrong(FilterProblem::ShareOutOfRange, value, value.text);
    return std::nullopt;
}

} // namespace hallway
