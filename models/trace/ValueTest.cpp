#include "trace/ValueTest.h"

#include "trace/JsonElements.h"

namespace hallway {

std::string_view textOf(Relation relation) {
    switch (relation) {
    case Relation::Equal:
        return "=";
    case Relation::NotEqual:
        return "!=";
    case Relation::Less:
        return "<";
    case Relation::LessOrEqual:
        return "<=";
    case Relation::Greater:
        return ">";
    case Relation::GreaterOrEqual:
        return ">=";
    case Relation::Matches:
        return "=~";
    case Relation::MatchesNot:
        return "!~";
    }
    return "";
}

ValueTest::ValueTest(Relation relation, const Scalar& value)
    : m_relation(relation), m_isNil(std::holds_alternative<std::monostate>(value)) {
    if (const auto* const truth = std::get_if<bool>(&value)) m_truth = *truth;
    if (const auto* const integer = std::get_if<std::int64_t>(&value))
        m_number = static_cast<long double>(*integer);
    if (const auto* const real = std::get_if<double>(&value)) m_number = static_cast<long double>(*real);
    const auto* const text = std::get_if<std::string>(&value);
    if (!text) return;
    if (relation != Relation::Matches && relation != Relation::MatchesNot) {
        m_text = *text;
    } else if (auto pattern = TextPattern::compile(*text)) {
        m_pattern.emplace(std::move(*pattern));
    }
}

bool ValueTest::holds(int comparison) const {
    switch (m_relation) {
    case Relation::Equal:
        return comparison == 0;
    case Relation::NotEqual:
        return comparison != 0;
    case Relation::Less:
        return comparison < 0;
    case Relation::LessOrEqual:
        return comparison <= 0;
    case Relation::Greater:
        return comparison > 0;
    case Relation::GreaterOrEqual:
        return comparison >= 0;
    case Relation::Matches:
    case Relation::MatchesNot:
        break;
    }
    return false;
}

bool ValueTest::fitsText(std::string_view text) {
    if (wantsPresence()) return true;
    if (m_pattern) return m_pattern->matches(text) == (m_relation == Relation::Matches);
    return m_text && holds(text.compare(*m_text));
}

bool ValueTest::fitsNumber(long double value) const {
    if (wantsPresence()) return true;
    if (!m_number) return false;
    if (value != value || *m_number != *m_number)
        return m_relation == Relation::NotEqual; // not a number equals none
    return holds(value < *m_number ? -1 : value > *m_number ? 1 : 0);
}

bool ValueTest::fitsTruth(bool value) const {
    if (wantsPresence()) return true;
    return m_truth && holds(static_cast<int>(value) - static_cast<int>(*m_truth));
}

bool ValueTest::fitsJson(std::string_view json) {
    if (wantsPresence()) return true;
    if (m_isNil) return false;
    if (!json.starts_with('[')) return fitsText(json);
    JsonElements elements(json);
    bool any = false;
    while (const auto element = elements.next()) {
        const bool fits = std::visit(
            [this](const auto& value) {
                using Value = std::decay_t<decltype(value)>;
                if constexpr (std::is_same_v<Value, bool>) return fitsTruth(value);
                if constexpr (std::is_same_v<Value, std::int64_t>) return fitsInteger(value);
                if constexpr (std::is_same_v<Value, double>) return fitsReal(value);
                if constexpr (std::is_same_v<Value, std::string>) return fitsText(value);
                if constexpr (std::is_same_v<Value, NestedJson>) return fitsText(value.text);
                return false;
            },
            *element);
        if (fits && !isNegative()) return true;
        if (!fits && isNegative()) return false;
        any = any || fits;
    }
    return any;
}

} // namespace hallway
