// `… = value`, made ready to be asked of many values.
#pragma once

#include "base/TextPattern.h"
#include "trace/Relation.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hallway {

/// A value of another type than the literal's fits no relation, != neither: 5 is no text at all. Numbers
/// compare exactly, whether written as integers or not. Copy it for another thread.
class ValueTest {
public:
    /// `value`: for Matches and MatchesNot a pattern that compiles; one that does not fits nothing.
    ValueTest(Relation relation, const Scalar& value);

    /// `= nil`: true where there is no value, and of no value.
    [[nodiscard]] bool wantsAbsence() const { return m_isNil && m_relation == Relation::Equal; }
    /// `!= nil`: true of every value.
    [[nodiscard]] bool wantsPresence() const { return m_isNil && m_relation == Relation::NotEqual; }
    [[nodiscard]] bool isNegative() const { return hallway::isNegative(m_relation); }

    [[nodiscard]] bool fitsText(std::string_view text);
    [[nodiscard]] bool fitsInteger(std::int64_t value) const {
        return fitsNumber(static_cast<long double>(value));
    }
    [[nodiscard]] bool fitsReal(double value) const { return fitsNumber(static_cast<long double>(value)); }
    [[nodiscard]] bool fitsTruth(bool value) const;
    /// The elements of a list, as compact JSON: = and =~ where they fit an element, != and !~ where no
    /// element is what they exclude, the others where they fit an element. An object is a text.
    [[nodiscard]] bool fitsJson(std::string_view json);

private:
    [[nodiscard]] bool fitsNumber(long double value) const;
    [[nodiscard]] bool holds(int comparison) const; ///< of the value with the literal

    Relation m_relation;
    bool m_isNil;
    std::optional<bool> m_truth;
    std::optional<long double> m_number; ///< holds every 64-bit integer and every double exactly
    std::optional<std::string> m_text;
    std::optional<PatternMatcher> m_pattern;
};

} // namespace hallway
