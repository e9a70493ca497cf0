#include "decode/JsonText.h"

#include "base/Utf8.h"

#include <cstdint>
#include <optional>

namespace hallway {

namespace {

constexpr std::string_view hexDigits = "0123456789abcdef";

/// The four hex digits of a \u escape at the front.
std::optional<std::uint32_t> hexUnit(std::string_view text) {
    if (text.size() < 4) return std::nullopt;
    std::uint32_t unit = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        const char c = text[i];
        std::uint32_t digit = 0;
        if (c >= '0' && c <= '9')
            digit = static_cast<std::uint32_t>(c - '0');
        else if ((c | 0x20) >= 'a' && (c | 0x20) <= 'f')
            digit = static_cast<std::uint32_t>((c | 0x20) - 'a') + 10;
        else
            return std::nullopt;
        unit = unit * 16 + digit;
    }
    return unit;
}

struct Escape {
    std::size_t size = 2;                   ///< with the backslash
    std::optional<std::uint32_t> codePoint; ///< nothing: stands for no character
};

/// `text` begins with a backslash.
Escape escapeAt(std::string_view text) {
    if (text.size() < 2) return {text.size(), std::nullopt};
    switch (text[1]) {
    case '"':
    case '\\':
    case '/':
        return {2, static_cast<std::uint32_t>(text[1])};
    case 'b':
        return {2, 8};
    case 'f':
        return {2, 12};
    case 'n':
        return {2, 10};
    case 'r':
        return {2, 13};
    case 't':
        return {2, 9};
    case 'u':
        break;
    default:
        return {1, std::nullopt};
    }
    const auto unit = hexUnit(text.substr(2));
    if (!unit) return {2, std::nullopt};
    if (*unit == 0) return {6, std::nullopt};
    if (*unit < 0xD800 || *unit > 0xDFFF) return {6, *unit};
    if (*unit > 0xDBFF || text.size() < 12 || text[6] != '\\' || text[7] != 'u') return {6, std::nullopt};
    const auto low = hexUnit(text.substr(8));
    if (!low || *low < 0xDC00 || *low > 0xDFFF) return {6, std::nullopt};
    return {12, 0x10000 + ((*unit - 0xD800) << 10) + (*low - 0xDC00)};
}

} // namespace

std::string unescapedJson(std::string_view inside) {
    std::string text;
    text.reserve(inside.size());
    while (!inside.empty()) {
        if (inside.front() != '\\') {
            text += inside.front();
            inside.remove_prefix(1);
            continue;
        }
        const Escape escape = escapeAt(inside);
        appendUtf8(text, escape.codePoint.value_or(0xFFFD));
        inside.remove_prefix(escape.size);
    }
    return text;
}

void appendJsonString(std::string& target, std::string_view text) {
    target += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            target += '\\';
            target += c;
        } else if (byte >= 0x20) {
            target += c;
        } else if (c == '\n') {
            target += "\\n";
        } else if (c == '\t') {
            target += "\\t";
        } else {
            target += "\\u00";
            target += hexDigits[byte >> 4];
            target += hexDigits[byte & 15];
        }
    }
    target += '"';
}

void appendCompactJson(std::string& target, std::string_view json) {
    bool inString = false;
    for (std::size_t at = 0; at < json.size(); ++at) {
        const char c = json[at];
        if (inString && c == '\\' && at + 1 < json.size()) {
            target += c;
            target += json[++at];
            continue;
        }
        if (c == '"') inString = !inString;
        if (inString || (c != ' ' && c != '\t' && c != '\n' && c != '\r')) target += c;
    }
}

bool hasBadEscape(std::string_view json) {
    for (std::size_t at = json.find('\\'); at < json.size(); at = json.find('\\', at)) {
        const Escape escape = escapeAt(json.substr(at));
        if (!escape.codePoint) return true;
        at += escape.size;
    }
    return false;
}

std::string repairedJson(std::string_view json) {
    std::string repaired;
    repaired.reserve(json.size() + 64);
    bool inString = false;
    while (!json.empty()) {
        const char c = json.front();
        std::size_t size = 1;
        if (c == '\\' && inString) {
            const Escape escape = escapeAt(json);
            size = escape.size;
            repaired += escape.codePoint ? json.substr(0, size) : replacementCharacter;
        } else if (static_cast<unsigned char>(c) >= 0x80) {
            size = utf8SequenceLength(json);
            repaired += size != 0 ? json.substr(0, size) : replacementCharacter;
            if (size == 0) size = 1;
        } else if (inString && static_cast<unsigned char>(c) < 0x20) {
            repaired += replacementCharacter;
        } else {
            if (c == '"') inString = !inString;
            repaired += c;
        }
        json.remove_prefix(size);
    }
    return repaired;
}

} // namespace hallway
