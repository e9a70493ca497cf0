#include "report/SqlText.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <vector>

namespace hallway {

namespace {

constexpr std::size_t indent = 2, deepest = 12; // levels: deeper ones are indented no further

enum class Kind : std::uint8_t { Word, Quoted, LineComment, BlockComment, Open, Close, Other };

struct Token {
    Kind kind = Kind::Other;
    std::string_view text;
    bool afterSpace = false;
};

bool isSpace(char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; }
bool isWord(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
}

/// Behind the quote that ends a text; '' and \' stay inside. An open one goes to the end.
std::size_t endOfQuoted(std::string_view text, std::size_t at) {
    const char quote = text[at++];
    while (at < text.size()) {
        if (text[at] == '\\' && quote == '\'') {
            at += 2;
        } else if (text[at] != quote) {
            ++at;
        } else if (at + 1 < text.size() && text[at + 1] == quote) {
            at += 2;
        } else {
            return at + 1;
        }
    }
    return text.size();
}

Token tokenAt(std::string_view text, std::size_t at) {
    const char c = text[at];
    const auto cut = [&](Kind kind, std::size_t end) {
        return Token{kind, text.substr(at, end - at), false};
    };
    if (c == '\'' || c == '"' || c == '`') return cut(Kind::Quoted, endOfQuoted(text, at));
    if (text.substr(at, 2) == "--") return cut(Kind::LineComment, std::min(text.find('\n', at), text.size()));
    if (text.substr(at, 2) == "/*") {
        const std::size_t end = text.find("*/", at + 2);
        return cut(Kind::BlockComment, end == std::string_view::npos ? text.size() : end + 2);
    }
    if (c == '(') return cut(Kind::Open, at + 1);
    if (c == ')') return cut(Kind::Close, at + 1);
    if (!isWord(c)) return cut(Kind::Other, at + 1);
    std::size_t end = at;
    while (end < text.size() && isWord(text[end]))
        ++end;
    return cut(Kind::Word, end);
}

std::vector<Token> tokensOf(std::string_view text) {
    std::vector<Token> tokens;
    bool afterSpace = false;
    for (std::size_t at = 0; at < text.size();) {
        if (isSpace(text[at])) {
            afterSpace = true;
            ++at;
            continue;
        }
        Token token = tokenAt(text, at);
        token.afterSpace = afterSpace;
        afterSpace = false;
        at += token.text.size();
        tokens.push_back(token);
    }
    return tokens;
}

std::string upper(std::string_view text) {
    std::string result(text.substr(0, 12)); // no keyword is longer
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char c) { return static_cast<char>(std::toupper(static_cast<unsigned char>(c))); });
    return result;
}

template <std::size_t N>
bool isOneOf(const std::string& word, const std::array<std::string_view, N>& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 14> beginnings{"SELECT", "INSERT",   "UPDATE",  "DELETE", "WITH",
                                                      "CREATE", "REPLACE",  "MERGE",   "ALTER",  "DROP",
                                                      "UPSERT", "TRUNCATE", "EXPLAIN", "CALL"};
/// Begin a line at the level of their statement.
constexpr std::array<std::string_view, 20> clauses{
    "SELECT", "FROM",   "WHERE", "GROUP",     "ORDER",  "HAVING", "LIMIT", "OFFSET", "UNION", "INTERSECT",
    "EXCEPT", "VALUES", "SET",   "RETURNING", "WINDOW", "JOIN",   "LEFT",  "RIGHT",  "INNER", "CROSS"};
/// Begin a line below their clause.
constexpr std::array<std::string_view, 3> conditions{"AND", "OR", "ON"};
/// Belong to the word before them: LEFT OUTER JOIN, UNION ALL SELECT stays two lines.
constexpr std::array<std::string_view, 6> beforeJoin{"LEFT", "RIGHT", "INNER", "CROSS", "FULL", "OUTER"};

/// Writes tokens with the white space that was, or with a new line in its place.
class Writer {
public:
    void add(const Token& token) {
        const std::string word = token.kind == Kind::Word ? upper(token.text) : std::string();
        const bool mayBreak = token.afterSpace || m_last == Kind::Open || m_last == Kind::Close;
        if (m_text.empty() || m_last == Kind::LineComment) {
            if (!m_text.empty()) newLine(0);
        } else if (mayBreak && !word.empty() && startsClause(word)) {
            newLine(0);
        } else if (mayBreak && isOneOf(word, conditions) && !m_isBetween) {
            newLine(1);
        } else if (token.kind == Kind::Close && !m_levels.empty() && m_levels.back()) {
            m_levels.back() = false; // its end stands where it began
            --m_statements;
            newLine(0);
        } else if (token.afterSpace) {
            m_text += ' ';
        }
        m_text += token.text;
        if (token.kind == Kind::Open) m_levels.push_back(false);
        if (token.kind == Kind::Close && !m_levels.empty()) {
            if (m_levels.back()) --m_statements;
            m_levels.pop_back();
        }
        if (word == "BETWEEN")
            m_isBetween = true;
        else if (word == "AND" || startsPlainly(word))
            m_isBetween = false;
        m_last = token.kind;
        if (!word.empty()) m_lastWord = word;
        m_afterWord = !word.empty();
    }
    [[nodiscard]] std::string take() { return std::move(m_text); }

private:
    [[nodiscard]] static bool startsPlainly(const std::string& word) { return isOneOf(word, clauses); }

    /// In brackets only those of a statement that begins there: `EXTRACT(DAY FROM x)` stays.
    [[nodiscard]] bool startsClause(const std::string& word) {
        if (!startsPlainly(word)) return false;
        if (m_last == Kind::Open) {
            if (word != "SELECT") return false;
            m_levels.back() = true;
            ++m_statements;
            return true;
        }
        if (!m_levels.empty() && !m_levels.back()) return false;
        return !(m_afterWord &&
                 (isOneOf(m_lastWord, beforeJoin) || m_lastWord == "DELETE" || m_lastWord == "DISTINCT"));
    }

    void newLine(std::size_t more) {
        m_text += '\n';
        m_text.append(std::min(m_statements + more, deepest) * indent, ' ');
    }

    std::string m_text;
    std::vector<bool> m_levels;   ///< open brackets: whether a statement begins in them
    std::size_t m_statements = 0; ///< of these, those in which one does
    Kind m_last = Kind::Other;
    std::string m_lastWord;
    bool m_afterWord = false;
    bool m_isBetween = false; ///< the next AND belongs to BETWEEN
};

} // namespace

std::optional<std::string> prettySql(std::string_view text) {
    const std::vector<Token> tokens = tokensOf(text);
    const auto first = std::find_if(tokens.begin(), tokens.end(), [](const Token& token) {
        return token.kind != Kind::LineComment && token.kind != Kind::BlockComment &&
               token.kind != Kind::Open;
    });
    if (first == tokens.end() || first->kind != Kind::Word || !isOneOf(upper(first->text), beginnings))
        return std::nullopt;
    Writer writer;
    for (const Token& token : tokens)
        writer.add(token);
    return writer.take();
}

} // namespace hallway
