// Where a filter cannot be read, and what was expected there. app/cli/FilterErrorText and
// app/gui/FilterErrorText make sentences of it.
#pragma once

#include "base/Result.h"
#include "base/TextPattern.h"

#include "query/Field.h"

#include <cstdint>
#include <string>

namespace hallway {

enum class FilterProblem : std::uint8_t {
    Empty,               ///< nothing but blanks
    TooLong,             ///< more bytes, conditions or levels than allowed
    UnknownCharacter,    ///< subject: the character
    OpenString,          ///< a text without its closing quote
    BadEscape,           ///< subject: the escape
    BadNumber,           ///< subject: the number as typed; too large, or not a number
    UnknownUnit,         ///< subject: the unit as typed
    EmptyAttribute,      ///< `span.` without a key
    ExpectedCondition,   ///< a field was expected; subject: what stands there
    FreeText,            ///< words or a text alone, without a field; subject: the text
    UnknownField,        ///< subject: the name, without a scope it is no field
    ExpectedRelation,    ///< after a field; subject: the field
    ExpectedValue,       ///< after a relation; subject: the relation
    UnquotedText,        ///< subject: a word where a text in quotes was expected
    WrongType,           ///< subject: the field; `type` says what it may be compared with
    WrongRelation,       ///< subject: the relation, which makes no sense with such a value
    UnknownCallClass,    ///< subject: as typed
    ShareOutOfRange,     ///< subject: as typed
    BadPattern,          ///< subject: the pattern; `pattern` says how
    FieldAgainstField,   ///< a field where a value was expected; subject: the field
    Arithmetic,          ///< subject: the operator
    NotBeforeComparison, ///< `! a = b` without parentheses
    MixedAndOr,          ///< `&&` after `||` on one level
    ExpectedSpanset,     ///< { or ( was expected; subject: what stands there
    ExpectedOperator,    ///< between conditions or spansets; subject: what stands there
    UnclosedBrace,       ///< the { at the position
    UnclosedParenthesis, ///< the ( at the position
    ExpectedAggregate,   ///< after |; subject: what stands there
    AggregateNeedsField, ///< subject: the function
    AggregateOfNoNumber, ///< subject: the field
    NotHere, ///< what TraceQL has and this language has not; subject: its name; `refused` says which
};

/// Of TraceQL, but not of filters: each has its own way to be done.
enum class Refused : std::uint8_t {
    Grouping,  ///< by(), coalesce()
    Selection, ///< select()
    Metrics,   ///< rate(), quantile_over_time(), …
    Compare,   ///< compare()
    Hints,     ///< with (…)
    Parent,    ///< parent.attribute
    NestedSet, ///< nestedSetParent and its like
};

/// Bytes of the text as it was given.
struct FilterError {
    FilterProblem problem = FilterProblem::Empty;
    std::size_t at = 0, size = 0;       ///< size 0: between two characters, or at the end
    std::string subject = {};           ///< foreign text
    FieldType type = FieldType::Any;    ///< WrongType
    PatternFault pattern = {};          ///< BadPattern
    Refused refused = Refused::Metrics; ///< NotHere
    bool operator==(const FilterError&) const = default;
};

} // namespace hallway
