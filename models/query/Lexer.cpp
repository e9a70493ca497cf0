#include "query/Lexer.h"

#include "query/NumberText.h"
#include "query/QuotedText.h"

#include <algorithm>
#include <array>

namespace hallway {

namespace {

using Kind = Token::Kind;

struct Symbol {
    std::string_view text;
    Kind kind;
};
// Of several that begin alike the longest stands first.
constexpr std::array symbols{
    Symbol{"!>>", Kind::Kinship},        Symbol{"!<<", Kind::Kinship},  Symbol{"&>>", Kind::Kinship},
    Symbol{"&<<", Kind::Kinship},        Symbol{"&&", Kind::And},       Symbol{"||", Kind::Or},
    Symbol{"!=", Kind::Relation},        Symbol{"!~", Kind::Relation},  Symbol{"=~", Kind::Relation},
    Symbol{">=", Kind::Relation},        Symbol{"<=", Kind::Relation},  Symbol{">>", Kind::Kinship},
    Symbol{"<<", Kind::Kinship},         Symbol{"&>", Kind::Kinship},   Symbol{"&<", Kind::Kinship},
    Symbol{"&~", Kind::Kinship},         Symbol{"!>", Kind::Kinship},   Symbol{"!<", Kind::Kinship},
    Symbol{"=", Kind::Relation},         Symbol{">", Kind::Relation},   Symbol{"<", Kind::Relation},
    Symbol{"~", Kind::Kinship},          Symbol{"!", Kind::Not},        Symbol{"|", Kind::Pipe},
    Symbol{"{", Kind::OpenBrace},        Symbol{"}", Kind::CloseBrace}, Symbol{"(", Kind::OpenParenthesis},
    Symbol{")", Kind::CloseParenthesis}, Symbol{",", Kind::Comma},      Symbol{"+", Kind::Arithmetic},
    Symbol{"-", Kind::Arithmetic},       Symbol{"*", Kind::Arithmetic}, Symbol{"/", Kind::Arithmetic},
    Symbol{"^", Kind::Arithmetic},       Symbol{"%", Kind::Arithmetic},
};

constexpr std::array attributeScopes{FieldKind::SpanAttribute, FieldKind::ResourceAttribute,
                                     FieldKind::EventAttribute, FieldKind::LinkAttribute,
                                     FieldKind::InstrumentationAttribute};

bool isBlank(char byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r'; }
bool isDigit(char byte) { return byte >= '0' && byte <= '9'; }
bool isLetter(char byte) {
    const char lower = static_cast<char>(byte | 0x20);
    return (lower >= 'a' && lower <= 'z') || byte == '_' || static_cast<unsigned char>(byte) >= 0x80;
}
/// What a key may hold without quotes.
bool isKeyByte(char byte) {
    return !isBlank(byte) && std::string_view("{}()=~!<>&|^,\"`").find(byte) == std::string_view::npos;
}

class Lexer {
public:
    explicit Lexer(std::string_view text) : m_text(text) {}

    std::vector<Token> run() {
        while (true) {
            while (m_at < m_text.size() && isBlank(m_text[m_at]))
                ++m_at;
            m_tokens.push_back(m_at < m_text.size() ? next() : Token{Kind::End, m_at, 0});
            const Token& last = m_tokens.back();
            if (last.is(Kind::End)) return std::move(m_tokens);
            m_at = last.end();
            if (last.is(Kind::Broken)) m_at = m_text.size();
        }
    }

private:
    [[nodiscard]] Token token(Kind kind, std::size_t size) const {
        Token made;
        made.kind = kind;
        made.at = m_at;
        made.size = size;
        made.text = m_text.substr(m_at, size);
        return made;
    }
    [[nodiscard]] Token broken(FilterProblem problem, std::size_t offset, std::size_t size) const {
        Token made = token(Kind::Broken, std::max<std::size_t>(offset + size, 1));
        made.error.problem = problem;
        made.error.at = m_at + offset;
        made.error.size = size;
        made.error.subject = m_text.substr(m_at + offset, size);
        return made;
    }

    [[nodiscard]] Token next() const {
        const std::string_view rest = m_text.substr(m_at);
        const char front = rest.front();
        if (front == '"' || front == '`') return quotedText(rest);
        const bool isSigned = front == '-' && rest.size() > 1 && (isDigit(rest[1]) || rest[1] == '.');
        if (isDigit(front) || isSigned || (front == '.' && rest.size() > 1 && isDigit(rest[1])))
            return number(rest);
        if (front == '.') return attribute(FieldKind::AnyAttribute, 1);
        if (isLetter(front)) return word(rest);
        for (const Symbol& symbol : symbols)
            if (rest.starts_with(symbol.text)) return token(symbol.kind, symbol.text.size());
        return broken(FilterProblem::UnknownCharacter, 0, 1);
    }

    [[nodiscard]] Token quotedText(std::string_view rest) const {
        const QuotedText read = readQuoted(rest);
        if (read.fault) return broken(*read.fault, read.faultAt, read.faultSize);
        Token made = token(Kind::Value, read.size);
        made.literal = read.text;
        return made;
    }

    [[nodiscard]] Token number(std::string_view rest) const {
        const NumberText read = readNumber(rest);
        if (read.fault) return broken(*read.fault, read.faultAt, read.faultSize);
        Token made = token(Kind::Value, read.size);
        made.literal = read.literal;
        return made;
    }

    [[nodiscard]] Token word(std::string_view rest) const {
        for (const FieldKind scope : attributeScopes)
            if (rest.starts_with(prefixOf(scope))) return attribute(scope, prefixOf(scope).size());
        std::size_t size = 0;
        while (size < rest.size() && (isLetter(rest[size]) || isDigit(rest[size]) || rest[size] == ':' ||
                                      rest[size] == '.' || rest[size] == '-'))
            ++size;
        return token(Kind::Word, size);
    }

    /// A key behind a prefix: bytes as they stand, and parts in quotes.
    [[nodiscard]] Token attribute(FieldKind scope, std::size_t prefix) const {
        const std::string_view rest = m_text.substr(m_at);
        std::size_t size = prefix;
        std::string key;
        while (size < rest.size()) {
            if (rest[size] == '"') {
                const QuotedText read = readQuoted(rest.substr(size));
                if (read.fault) return broken(*read.fault, size + read.faultAt, read.faultSize);
                key += read.text;
                size += read.size;
            } else if (isKeyByte(rest[size])) {
                key += rest[size++];
            } else {
                break;
            }
        }
        if (key.empty()) return broken(FilterProblem::EmptyAttribute, 0, size);
        Token made = token(Kind::Attribute, size);
        made.field = {scope, std::move(key)};
        return made;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::vector<Token> m_tokens;
};

} // namespace

std::vector<Token> tokensOf(std::string_view text) { return Lexer(text).run(); }

} // namespace hallway
