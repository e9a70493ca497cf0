#include "analysis/MessageShape.h"

#include <algorithm>
#include <cstddef>

namespace hallway {

namespace {

constexpr std::size_t mostRead = 4096, mostWritten = 300, longestQuote = 200, shortestHex = 8, shortestId = 8;

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isHex(char c) { return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool isBlank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool isWord(char c) {
    return isLetter(c) || isDigit(c) || c == '-' || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

/// Length of the quoted text at the begin, its quotes included; 0 if there is none.
std::size_t quotedAt(std::string_view text) {
    const char quote = text.front();
    if (quote != '\'' && quote != '"' && quote != '`') return 0;
    const std::size_t end = text.substr(0, longestQuote + 2).find(quote, 1);
    if (end == std::string_view::npos) return 0;
    if (text.substr(0, end).find_first_of("\r\n") != std::string_view::npos) return 0;
    const bool endsInWord = end + 1 < text.size() && isWord(text[end + 1]);
    return endsInWord ? 0 : end + 1;
}

/// Length of the date at the begin, the time of day behind it included; 0 if there is none.
std::size_t timeAt(std::string_view text) {
    const auto fits = [&](std::string_view pattern, std::size_t from) {
        if (text.size() < from + pattern.size()) return false;
        for (std::size_t i = 0; i < pattern.size(); ++i)
            if (pattern[i] == '0' ? !isDigit(text[from + i]) : text[from + i] != pattern[i]) return false;
        return true;
    };
    if (!fits("0000-00-00", 0)) return 0;
    std::size_t end = 10;
    if (!fits("T00:00", end) && !fits(" 00:00", end)) return end < text.size() && isWord(text[end]) ? 0 : end;
    end += 6;
    if (fits(":00", end)) end += 3;
    if (fits(".0", end) || fits(",0", end)) ++end;
    while (end < text.size() && isDigit(text[end]))
        ++end;
    if (fits("Z", end)) return end + 1;
    if (fits("+00:00", end) || fits("-00:00", end)) return end + 6;
    return end;
}

bool isUuid(std::string_view word) {
    if (word.size() != 36) return false;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const bool isDash = i == 8 || i == 13 || i == 18 || i == 23;
        if (isDash ? word[i] != '-' : !isHex(word[i])) return false;
    }
    return true;
}

bool isHexNumber(std::string_view word) {
    if (word.size() > 2 && word[0] == '0' && (word[1] == 'x' || word[1] == 'X'))
        return std::all_of(word.begin() + 2, word.end(), isHex);
    return word.size() >= shortestHex && std::all_of(word.begin(), word.end(), isHex) &&
           std::any_of(word.begin(), word.end(), isDigit) && std::any_of(word.begin(), word.end(), isLetter);
}

/// "300000ms"
bool hasUnit(std::string_view word) {
    const auto unit = std::find_if_not(word.begin(), word.end(), isDigit);
    return unit != word.begin() && word.end() - unit <= 3 && std::all_of(unit, word.end(), isLetter);
}

bool isId(std::string_view word) {
    return !hasUnit(word) && word.size() >= shortestId &&
           std::count_if(word.begin(), word.end(), isDigit) >= 2 &&
           std::any_of(word.begin(), word.end(), isLetter);
}

/// Length of the figures at the begin and what stands between them.
std::size_t numberAt(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size()) {
        const bool joins = text[end] == ',' || text[end] == '.' || text[end] == ':';
        if (!isDigit(text[end]) && !(joins && end + 1 < text.size() && isDigit(text[end + 1]))) break;
        ++end;
    }
    return end;
}

/// Writes a word whose figures become <n>.
void addWord(std::string& shape, std::string_view word) {
    for (std::size_t i = 0; i < word.size();) {
        if (const std::size_t digits = numberAt(word.substr(i)); isDigit(word[i])) {
            shape += "<n>";
            i += digits;
        } else {
            shape += word[i++];
        }
    }
}

/// Without a character that was cut.
void cut(std::string& text, std::size_t most) {
    if (text.size() <= most) return;
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xc0) == 0x80)
        --most;
    text.resize(most);
}

} // namespace

std::string messageShape(std::string_view message) {
    std::string_view rest = message.substr(0, mostRead);
    std::string shape;
    char before = ' ';
    const auto take = [&rest, &before](std::size_t count) {
        const std::string_view taken = rest.substr(0, count);
        rest.remove_prefix(count);
        if (!taken.empty()) before = taken.back();
        return taken;
    };
    while (!rest.empty() && shape.size() <= mostWritten) {
        if (isBlank(rest.front())) {
            take(1);
            if (!shape.empty() && shape.back() != ' ') shape += ' ';
            continue;
        }
        if (const std::size_t quoted = isWord(before) ? 0 : quotedAt(rest); quoted > 0) {
            take(quoted);
            shape += "<text>";
            continue;
        }
        if (const std::size_t time = isWord(before) ? 0 : timeAt(rest); time > 0) {
            take(time);
            shape += "<time>";
            continue;
        }
        const auto wordEnd = std::find_if_not(rest.begin(), rest.end(), isWord);
        const std::string_view word = rest.substr(0, static_cast<std::size_t>(wordEnd - rest.begin()));
        if (word.empty()) {
            shape += take(1);
        } else if (isUuid(word)) {
            take(word.size());
            shape += "<uuid>";
        } else if (isHexNumber(word)) {
            take(word.size());
            shape += "<hex>";
        } else if (isId(word)) {
            take(word.size());
            shape += "<id>";
        } else if (isDigit(word.front()) || (word.front() == '-' && word.size() > 1 && isDigit(word[1]))) {
            if (word.front() == '-') take(1);
            take(numberAt(rest));
            shape += "<n>";
        } else {
            addWord(shape, take(word.size()));
        }
    }
    while (!shape.empty() && shape.back() == ' ')
        shape.pop_back();
    cut(shape, mostWritten);
    return shape;
}

} // namespace hallway
