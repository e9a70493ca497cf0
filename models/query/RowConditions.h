// Comparisons that only the rows of the capture answer: attributes, events, links. Private to this room.
#pragma once

#include "query/Filter.h"
#include "query/FilterCapture.h"

#include <optional>
#include <vector>

namespace hallway {

[[nodiscard]] std::optional<AttributePlace> placeOf(FieldKind kind);
/// Nothing where columns answer.
[[nodiscard]] std::optional<AttributePredicate> predicateOf(const Comparison& comparison);

/// Answers to all such comparisons of a filter, from one pass over the rows.
class RowAnswers {
public:
    [[nodiscard]] static Result<RowAnswers> gather(const Spanset& root, const FilterCapture& capture,
                                                   const CancelToken& cancel);
    /// `predicate`: of a comparison of that filter.
    [[nodiscard]] const SpanSet& operator[](const AttributePredicate& predicate) const;

private:
    std::vector<AttributePredicate> m_predicates; ///< each once
    std::vector<SpanSet> m_sets;
};

/// An id as it is kept: lower-case hex of so many digits; another text stays as it is.
[[nodiscard]] std::string normalisedId(const std::string& typed, std::size_t digits);

} // namespace hallway
