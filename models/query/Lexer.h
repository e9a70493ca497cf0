// The words of a filter. Private to this room.
#pragma once

#include "query/FilterError.h"
#include "query/Literal.h"

#include <string>
#include <string_view>
#include <vector>

namespace hallway {

struct Token {
    enum class Kind : std::uint8_t {
        End,
        OpenBrace,
        CloseBrace,
        OpenParenthesis,
        CloseParenthesis,
        Comma,
        And,
        Or,
        Not,
        Pipe,
        Relation, ///< and the kinships that look like one: < > !~
        Kinship,  ///< all others: >> << ~ &> &~ !>> …
        Arithmetic,
        Word,      ///< a name without a key: duration, span:id, edge.callee, error, and what is none
        Attribute, ///< a scope and a key
        Value,     ///< a literal that is no word
        Broken,
    };
    Kind kind = Kind::End;
    std::size_t at = 0, size = 0;
    std::string text = {};  ///< as it was typed
    Field field = {};       ///< Attribute
    Literal literal = {};   ///< Value
    FilterError error = {}; ///< Broken

    [[nodiscard]] bool is(Kind wanted) const { return kind == wanted; }
    [[nodiscard]] bool isWord(std::string_view word) const { return kind == Kind::Word && text == word; }
    [[nodiscard]] std::size_t end() const { return at + size; }
};

/// All tokens, the last an End; a Broken one is followed by an End. `text` is no longer than Filter::longest.
[[nodiscard]] std::vector<Token> tokensOf(std::string_view text);

} // namespace hallway
