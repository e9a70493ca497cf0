#include "query/CursorPlace.h"

#include "query/Filter.h"
#include "query/Parser.h"

#include <algorithm>

namespace hallway {

namespace {

using Kind = Token::Kind;
using Expects = CursorPlace::Expects;

bool isWordLike(const Token& token) {
    return token.is(Kind::Word) || token.is(Kind::Attribute) || token.is(Kind::Value) ||
           token.is(Kind::Broken);
}

/// Follows the tokens before the cursor, right or wrong, without a parser's demands.
class PlaceFinder {
public:
    explicit PlaceFinder(bool hasBraces) : m_hasBraces(hasBraces) {
        m_place.expects = hasBraces ? Expects::Spanset : Expects::Operand;
    }

    void pass(const Token& token) {
        m_place.isFirst = false;
        switch (token.kind) {
        case Kind::OpenBrace:
            m_place.openBraces = 1;
            m_place.expects = Expects::Operand;
            break;
        case Kind::CloseBrace:
            m_place.openBraces = 0;
            m_place.expects = Expects::SpansetOperator;
            break;
        case Kind::OpenParenthesis:
            m_isAggregate = m_isFunction;
            if (m_isAggregate)
                m_place.expects = Expects::AggregateField;
            else
                ++m_place.openParentheses;
            break;
        case Kind::CloseParenthesis:
            closeParenthesis();
            break;
        case Kind::And:
        case Kind::Or:
        case Kind::Not:
            m_place.expects = operand();
            break;
        case Kind::Pipe:
            m_place.expects = Expects::Stage;
            break;
        case Kind::Kinship:
            m_place.expects = Expects::Spanset;
            break;
        case Kind::Relation:
            passRelation();
            break;
        case Kind::Word:
        case Kind::Attribute:
        case Kind::Value:
            passWord(token);
            break;
        default:
            break;
        }
        m_isFunction = token.is(Kind::Word) && aggregateNamed(token.text) && !isWithin();
    }

    [[nodiscard]] const CursorPlace& place() const { return m_place; }

private:
    [[nodiscard]] bool isWithin() const { return m_place.openBraces > 0; }
    [[nodiscard]] Expects operand() const {
        return isWithin() || !m_hasBraces ? Expects::Operand : Expects::Spanset;
    }
    void closeParenthesis() {
        if (m_isAggregate) {
            m_isAggregate = false;
            m_place.expects = Expects::AggregateRelation;
            return;
        }
        if (m_place.openParentheses > 0) --m_place.openParentheses;
        m_place.expects = isWithin() || !m_hasBraces ? Expects::Connective : Expects::SpansetOperator;
    }
    void passRelation() {
        if (m_place.expects == Expects::Relation)
            m_place.expects = Expects::Value;
        else if (m_place.expects == Expects::AggregateRelation)
            m_place.expects = Expects::AggregateValue;
        else if (m_place.expects == Expects::SpansetOperator)
            m_place.expects = Expects::Spanset;
    }
    void passWord(const Token& token) {
        if (m_place.expects == Expects::Value) {
            m_place.expects = Expects::Connective;
        } else if (m_place.expects == Expects::AggregateValue) {
            m_place.expects = Expects::SpansetOperator;
        } else if (m_place.expects == Expects::Operand || m_place.expects == Expects::AggregateField) {
            const auto named = token.is(Kind::Word) ? fieldNamed(token.text) : std::nullopt;
            if (token.is(Kind::Attribute)) m_place.field = token.field;
            if (named) m_place.field = {*named, {}};
            const bool isTruth = token.isWord("true") || token.isWord("false");
            if (m_place.expects == Expects::Operand)
                m_place.expects = isTruth ? Expects::Connective : Expects::Relation;
        }
    }

    bool m_hasBraces;
    bool m_isFunction = false;  ///< the token before names an aggregate
    bool m_isAggregate = false; ///< within its parentheses
    CursorPlace m_place;
};

} // namespace

CursorPlace cursorPlaceOf(std::string_view text, std::size_t cursor) {
    text = text.substr(0, Filter::longest);
    cursor = std::min(cursor, text.size());
    std::vector<Token> all = tokensOf(text);
    const bool hasBraces =
        std::any_of(all.begin(), all.end(), [](const Token& token) { return token.is(Kind::OpenBrace); });

    std::vector<Token> before = tokensOf(text.substr(0, cursor));
    before.pop_back(); // the end
    CursorPlace word;
    word.from = word.to = cursor;
    if (!before.empty() && before.back().end() >= cursor && isWordLike(before.back())) {
        const Token& last = before.back();
        word.from = last.at;
        word.isQuoted = text[last.at] == '"' || text[last.at] == '`';
        const std::size_t begin = last.at + (word.isQuoted ? 1 : 0);
        word.typed = text.substr(begin, cursor - begin);
        const bool isClosed = word.isQuoted && last.is(Kind::Value);
        if (isClosed) word.typed.pop_back();
        for (const Token& token : all)
            if (token.at == word.from && isWordLike(token) && !token.is(Kind::Broken))
                word.to = std::max(cursor, token.end());
        if (!isClosed)
            before.pop_back();
        else
            word.from = word.to = cursor; // behind the closing quote nothing is being typed
    }
    PlaceFinder finder(hasBraces);
    for (const Token& token : before)
        finder.pass(token);
    CursorPlace place = finder.place();
    place.from = word.from;
    place.to = word.to;
    if (word.from != word.to || word.from != cursor) {
        place.typed = word.typed;
        place.isQuoted = word.isQuoted;
    }
    return place;
}

} // namespace hallway
