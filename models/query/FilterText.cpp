#include "query/Filter.h"

namespace hallway {

namespace {

std::string joined(const std::vector<Condition>& operands, std::string_view between) {
    std::string text;
    for (const Condition& operand : operands) {
        const bool needsParentheses =
            operand.kind == Condition::Kind::All || operand.kind == Condition::Kind::Any;
        if (!text.empty()) text += between;
        text += needsParentheses ? "(" + textOf(operand) + ")" : textOf(operand);
    }
    return text;
}

bool isPlain(const Spanset& spanset) {
    return spanset.kind == Spanset::Kind::Select || spanset.kind == Spanset::Kind::Not;
}

std::string spansetText(const Spanset& spanset);

std::string operandText(const Spanset& spanset) {
    return isPlain(spanset) ? spansetText(spanset) : "(" + spansetText(spanset) + ")";
}

std::string aggregateText(const Spanset& spanset) {
    std::string text(textOf(spanset.function));
    text += '(';
    if (spanset.function != AggregateFunction::Count) text += textOf(spanset.comparison.field);
    return text + ") " + std::string(textOf(spanset.comparison.relation)) + ' ' +
           textOf(spanset.comparison.value);
}

/// What stands before a |, which groups to the left.
std::string pipedText(const Spanset& spanset) {
    const bool isPipeline = spanset.kind == Spanset::Kind::Pipe || spanset.kind == Spanset::Kind::Aggregate;
    return isPipeline ? spansetText(spanset) : operandText(spanset);
}

std::string spansetText(const Spanset& spanset) {
    const auto& operands = spanset.operands;
    switch (spanset.kind) {
    case Spanset::Kind::Select:
        return spanset.condition.kind == Condition::Kind::True ? "{ }"
                                                               : "{ " + textOf(spanset.condition) + " }";
    case Spanset::Kind::Not:
        return "!" + operandText(operands.front());
    case Spanset::Kind::All:
    case Spanset::Kind::Any: {
        std::string text;
        for (const Spanset& operand : operands) {
            if (!text.empty()) text += spanset.kind == Spanset::Kind::All ? " && " : " || ";
            text += operandText(operand);
        }
        return text;
    }
    case Spanset::Kind::Related:
        return operandText(operands[0]) + ' ' + std::string(textOf(spanset.kinship, spanset.form)) + ' ' +
               operandText(operands[1]);
    case Spanset::Kind::Pipe:
        return pipedText(operands[0]) + " | " + operandText(operands[1]);
    case Spanset::Kind::Aggregate:
        return (operands.empty() ? "" : pipedText(operands.front()) + " | ") + aggregateText(spanset);
    }
    return {};
}

} // namespace

std::string_view textOf(Kinship kinship, KinshipForm form) {
    struct Row {
        std::string_view plain, united, negated;
    };
    static constexpr Row rows[] = {
        {">", "&>", "!>"}, {"<", "&<", "!<"}, {">>", "&>>", "!>>"}, {"<<", "&<<", "!<<"}, {"~", "&~", "!~"}};
    const Row& row = rows[static_cast<std::size_t>(kinship)];
    return form == KinshipForm::Plain ? row.plain : form == KinshipForm::Union ? row.united : row.negated;
}

std::string_view textOf(AggregateFunction function) {
    static constexpr std::string_view words[] = {"count", "avg", "min", "max", "sum"};
    return words[static_cast<std::size_t>(function)];
}

std::string textOf(const Comparison& comparison) {
    return textOf(comparison.field) + ' ' + std::string(textOf(comparison.relation)) + ' ' +
           textOf(comparison.value);
}

std::string textOf(const Condition& condition) {
    switch (condition.kind) {
    case Condition::Kind::True:
        return "true";
    case Condition::Kind::False:
        return "false";
    case Condition::Kind::Compare:
        return textOf(condition.comparison);
    case Condition::Kind::All:
        return joined(condition.operands, " && ");
    case Condition::Kind::Any:
        return joined(condition.operands, " || ");
    case Condition::Kind::Not:
        return "!(" + textOf(condition.operands.front()) + ")";
    }
    return {};
}

Filter::Filter(Spanset root) : m_root(std::make_shared<const Spanset>(std::move(root))) {}

std::string Filter::text() const { return spansetText(*m_root); }

} // namespace hallway
