#include "report/JsonText.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace hallway {

namespace {

constexpr std::size_t indent = 2, deepest = 24; // levels: deeper ones are indented no further
constexpr std::size_t longestLine = 44;         // bytes of a list or object that stays on one line

struct Token {
    std::string_view text;    ///< a bracket, a comma, a colon, or a whole text, number or word
    std::size_t matching = 0; ///< of an opening bracket: the token that closes it
    std::size_t length = 0;   ///< of an opening bracket: bytes from it to the closing one, blanks between
};

bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool isMark(char c) { return c == '{' || c == '}' || c == '[' || c == ']' || c == ',' || c == ':'; }

/// Behind the text that begins at `at`; nothing where it does not end.
std::optional<std::size_t> endOfText(std::string_view text, std::size_t at) {
    for (++at; at < text.size(); ++at) {
        if (text[at] == '\\')
            ++at;
        else if (text[at] == '"')
            return at + 1;
    }
    return std::nullopt;
}

bool isScalar(std::string_view text) {
    if (text.front() == '"' || text == "true" || text == "false" || text == "null") return true;
    if (text.find_first_of("0123456789") == std::string_view::npos) return false;
    return text.find_first_not_of("+-.eE0123456789") == std::string_view::npos;
}

std::optional<std::vector<Token>> tokensOf(std::string_view text) {
    std::vector<Token> tokens;
    for (std::size_t at = 0; at < text.size();) {
        if (isSpace(text[at])) {
            ++at;
            continue;
        }
        std::size_t end = at + 1;
        if (text[at] == '"') {
            const auto behind = endOfText(text, at);
            if (!behind) return std::nullopt;
            end = *behind;
        } else if (!isMark(text[at])) {
            while (end < text.size() && !isSpace(text[end]) && !isMark(text[end]) && text[end] != '"')
                ++end;
        }
        tokens.push_back({text.substr(at, end - at), 0, 0});
        at = end;
    }
    return tokens;
}

/// Whether the tokens are one object or list; finds what belongs together meanwhile.
class Structure {
public:
    [[nodiscard]] bool isSound(std::vector<Token>& tokens) {
        std::size_t length = 0;
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            Token& token = tokens[i];
            const std::size_t before = length;
            length += token.text.size() + (token.text == "," || token.text == ":" ? 1 : 0);
            const char first = token.text.front();
            if (m_open.empty() && i > 0) return false; // something behind the end
            if (first == '{' || first == '[') {
                if (!takeValue()) return false;
                m_open.push_back({i, first == '{', before});
                m_wanted = first == '{' ? Wanted::KeyOrEnd : Wanted::ValueOrEnd;
            } else if (first == '}' || first == ']') {
                if (m_open.empty() || m_open.back().isObject != (first == '}') || !mayEnd()) return false;
                tokens[m_open.back().token].matching = i;
                tokens[m_open.back().token].length = length - m_open.back().before;
                m_open.pop_back();
                m_wanted = Wanted::CommaOrEnd;
            } else if (first == ',') {
                if (m_open.empty() || m_wanted != Wanted::CommaOrEnd) return false;
                m_wanted = m_open.back().isObject ? Wanted::Key : Wanted::Value;
            } else if (first == ':') {
                if (m_wanted != Wanted::Colon) return false;
                m_wanted = Wanted::Value;
            } else if (m_wanted == Wanted::Key || m_wanted == Wanted::KeyOrEnd) {
                if (first != '"') return false;
                m_wanted = Wanted::Colon;
            } else if (m_open.empty() || !takeValue() || !isScalar(token.text)) {
                return false;
            }
        }
        return m_open.empty() && !tokens.empty();
    }

private:
    enum class Wanted : std::uint8_t { Value, ValueOrEnd, Key, KeyOrEnd, Colon, CommaOrEnd };
    struct Open {
        std::size_t token;
        bool isObject;
        std::size_t before; ///< length up to it
    };
    [[nodiscard]] bool takeValue() {
        if (m_wanted != Wanted::Value && m_wanted != Wanted::ValueOrEnd) return false;
        m_wanted = Wanted::CommaOrEnd;
        return true;
    }
    [[nodiscard]] bool mayEnd() const {
        return m_wanted == Wanted::CommaOrEnd || m_wanted == Wanted::KeyOrEnd ||
               m_wanted == Wanted::ValueOrEnd;
    }
    std::vector<Open> m_open;
    Wanted m_wanted = Wanted::Value;
};

void startLine(std::string& text, std::size_t level) {
    text += '\n';
    text.append(std::min(level, deepest) * indent, ' ');
}

} // namespace

std::optional<std::string> prettyJson(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos || (text[first] != '{' && text[first] != '[')) return std::nullopt;
    auto tokens = tokensOf(text);
    if (!tokens || !Structure().isSound(*tokens)) return std::nullopt;

    std::string result;
    std::size_t level = 0, lineEnd = 0; // up to this token all stands on one line
    for (std::size_t i = 0; i < tokens->size(); ++i) {
        const Token& token = (*tokens)[i];
        const char mark = token.text.front();
        const bool closes = mark == '}' || mark == ']', opens = mark == '{' || mark == '[';
        const bool isFlat = i < lineEnd;
        if (closes && !isFlat && i != lineEnd) {
            --level;
            startLine(result, level);
        }
        result += token.text;
        if (opens && !isFlat) {
            if (token.length <= longestLine) {
                lineEnd = token.matching;
            } else {
                startLine(result, ++level);
            }
        } else if (mark == ',') {
            if (isFlat)
                result += ' ';
            else
                startLine(result, level);
        } else if (mark == ':') {
            result += ' ';
        }
    }
    return result;
}

} // namespace hallway
