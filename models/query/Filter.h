// A filter: text in the language of docs/filter.md, read once, immutable.
#pragma once

#include "query/Field.h"
#include "query/FilterError.h"
#include "query/Literal.h"
#include "trace/Relation.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace hallway {

/// `duration > 100ms`
struct Comparison {
    Field field;
    Relation relation = Relation::Equal;
    Literal value;
    bool operator==(const Comparison&) const = default;
};

/// What stands within braces: true or false of one span.
struct Condition {
    enum class Kind : std::uint8_t { True, False, Compare, All, Any, Not };
    Kind kind = Kind::True;
    Comparison comparison = {};           ///< Compare
    std::vector<Condition> operands = {}; ///< All and Any: at least two, none of their own kind; Not: one
    bool operator==(const Condition&) const = default;
};

/// Between sets of spans of one trace; each names spans of the right side.
enum class Kinship : std::uint8_t { Child, Parent, Descendant, Ancestor, Sibling };
/// `>`; `&>`: also the spans of the left side; `!>`: those of the right side that it would not name.
enum class KinshipForm : std::uint8_t { Plain, Union, Negated };
/// ">", "&>>", "!~", …
[[nodiscard]] std::string_view textOf(Kinship kinship, KinshipForm form);

enum class AggregateFunction : std::uint8_t { Count, Average, Minimum, Maximum, Sum };
/// "count", "avg", "min", "max", "sum"
[[nodiscard]] std::string_view textOf(AggregateFunction function);

/// A set of spans of each trace.
struct Spanset {
    enum class Kind : std::uint8_t {
        Select,    ///< { … }
        All,       ///< && : what both sides name, in traces where both name some
        Any,       ///< || : what either side names
        Not,       ///< !  : all spans of traces in which the operand names none
        Related,   ///< > >> < << ~ and their forms
        Pipe,      ///< a | b : b among the spans that a names
        Aggregate, ///< a | count() > 3 : what a names, in traces where that is true; alone: of all spans
    };
    Kind kind = Kind::Select;
    Condition condition = {};           ///< Select
    std::vector<Spanset> operands = {}; ///< All and Any: at least two, none of their own kind; Not: one;
                                        ///< Related, Pipe: two; Aggregate: one or none
    Kinship kinship = Kinship::Child;   ///< Related
    KinshipForm form = KinshipForm::Plain;
    AggregateFunction function = AggregateFunction::Count; ///< Aggregate
    /// Aggregate: of what; Count has no field. Relation and value are what it is compared with.
    Comparison comparison = {};
    bool operator==(const Spanset&) const = default;
};

/// Cheap to copy, any thread. Bounded: at most `mostConditions` comparisons, `deepest` levels.
class Filter {
public:
    static constexpr std::size_t longest = 32 * 1024; ///< bytes
    static constexpr std::size_t mostConditions = 500;
    static constexpr std::size_t deepest = 100;

    /// `text` without braces and aggregates is taken as if it stood within braces. An empty text is an error:
    /// nothing is asked.
    [[nodiscard]] static tl::expected<Filter, FilterError> parse(std::string_view text);
    explicit Filter(Spanset root);

    [[nodiscard]] const Spanset& root() const { return *m_root; }
    /// In one way of writing; parse() gives an equal filter. What people typed is not kept.
    [[nodiscard]] std::string text() const;
    bool operator==(const Filter& other) const { return *m_root == *other.m_root; }

private:
    std::shared_ptr<const Spanset> m_root;
};

[[nodiscard]] std::string textOf(const Condition& condition);
[[nodiscard]] std::string textOf(const Comparison& comparison);

} // namespace hallway
