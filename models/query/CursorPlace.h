// Where in a filter a cursor stands. Private to this room.
#pragma once

#include "query/Field.h"
#include "query/Lexer.h"

#include <optional>
#include <string>
#include <string_view>

namespace hallway {

struct CursorPlace {
    enum class Expects : std::uint8_t {
        Operand,         ///< a field, within braces or where they were left out
        Relation,        ///< after a field
        Value,           ///< after a relation
        Connective,      ///< after a comparison
        Spanset,         ///< a {
        SpansetOperator, ///< after a }
        Stage,           ///< after a |
        AggregateField,  ///< avg(…
        AggregateRelation,
        AggregateValue,
    };
    Expects expects = Expects::Operand;
    Field field = {};           ///< Relation, Value and their like
    std::size_t openBraces = 0; ///< 0 or 1
    std::size_t openParentheses = 0;
    bool isFirst = true;          ///< nothing stands before
    std::size_t from = 0, to = 0; ///< bytes of the word at the cursor
    std::string typed = {};       ///< of that word, up to the cursor, without quotes
    bool isQuoted = false;        ///< it begins with a quote
};

[[nodiscard]] CursorPlace cursorPlaceOf(std::string_view text, std::size_t cursor);

} // namespace hallway
