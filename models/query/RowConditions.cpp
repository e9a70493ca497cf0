#include "query/RowConditions.h"

#include <algorithm>
#include <functional>

namespace hallway {

namespace {

constexpr std::size_t traceIdDigits = 32, spanIdDigits = 16;

void visit(const Condition& condition, const std::function<void(const Comparison&)>& each) {
    if (condition.kind == Condition::Kind::Compare) each(condition.comparison);
    for (const Condition& operand : condition.operands)
        visit(operand, each);
}

void visit(const Spanset& spanset, const std::function<void(const Comparison&)>& each) {
    if (spanset.kind == Spanset::Kind::Select) visit(spanset.condition, each);
    for (const Spanset& operand : spanset.operands)
        visit(operand, each);
}

} // namespace

std::string normalisedId(const std::string& typed, std::size_t digits) {
    std::string id(typed);
    for (char& byte : id)
        if (byte >= 'A' && byte <= 'F') byte = static_cast<char>(byte | 0x20);
    const bool isHex =
        !id.empty() && id.size() <= digits && id.find_first_not_of("0123456789abcdef") == std::string::npos;
    return isHex ? std::string(digits - id.size(), '0') + id : typed;
}

std::optional<AttributePlace> placeOf(FieldKind kind) {
    switch (kind) {
    case FieldKind::AnyAttribute:
        return AttributePlace::Anywhere;
    case FieldKind::SpanAttribute:
        return AttributePlace::Span;
    case FieldKind::ResourceAttribute:
        return AttributePlace::Resource;
    case FieldKind::InstrumentationAttribute:
        return AttributePlace::Instrumentation;
    case FieldKind::EventAttribute:
        return AttributePlace::Event;
    case FieldKind::LinkAttribute:
        return AttributePlace::Link;
    case FieldKind::StatusMessage:
        return AttributePlace::StatusMessage;
    case FieldKind::ParentId:
        return AttributePlace::ParentId;
    case FieldKind::EventName:
        return AttributePlace::EventName;
    case FieldKind::EventTime:
        return AttributePlace::EventTime;
    case FieldKind::LinkTraceId:
        return AttributePlace::LinkTraceId;
    case FieldKind::LinkSpanId:
        return AttributePlace::LinkSpanId;
    case FieldKind::InstrumentationName:
        return AttributePlace::InstrumentationName;
    case FieldKind::InstrumentationVersion:
        return AttributePlace::InstrumentationVersion;
    default:
        return std::nullopt;
    }
}

std::optional<AttributePredicate> predicateOf(const Comparison& comparison) {
    const auto place = placeOf(comparison.field.kind);
    if (!place) return std::nullopt;
    AttributePredicate predicate{*place, comparison.field.key, comparison.relation,
                                 scalarOf(comparison.value)};
    const bool isEquality =
        comparison.relation == Relation::Equal || comparison.relation == Relation::NotEqual;
    const bool isSpanId = *place == AttributePlace::ParentId || *place == AttributePlace::LinkSpanId;
    if (auto* const text = std::get_if<std::string>(&predicate.value); text && isEquality) {
        if (isSpanId) *text = normalisedId(*text, spanIdDigits);
        if (*place == AttributePlace::LinkTraceId) *text = normalisedId(*text, traceIdDigits);
    }
    return predicate;
}

Result<RowAnswers> RowAnswers::gather(const Spanset& root, const FilterCapture& capture,
                                      const CancelToken& cancel) {
    RowAnswers answers;
    visit(root, [&answers](const Comparison& comparison) {
        auto predicate = predicateOf(comparison);
        auto& known = answers.m_predicates;
        if (predicate && std::find(known.begin(), known.end(), *predicate) == known.end())
            known.push_back(std::move(*predicate));
    });
    if (answers.m_predicates.empty()) return answers;
    auto sets = capture.spansWith(answers.m_predicates, cancel);
    if (!sets) return fail(sets.error());
    answers.m_sets = std::move(*sets);
    return answers;
}

const SpanSet& RowAnswers::operator[](const AttributePredicate& predicate) const {
    const auto found = std::find(m_predicates.begin(), m_predicates.end(), predicate);
    return m_sets[static_cast<std::size_t>(found - m_predicates.begin())];
}

} // namespace hallway
