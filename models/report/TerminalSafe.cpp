#include "report/TerminalSafe.h"

#include "base/FormatText.h"

#include <array>
#include <cstdint>
#include <utility>

namespace hallway {

namespace {

constexpr std::string_view replacement = "\uFFFD";

/// Bytes of the UTF-8 character that begins with `lead`.
std::size_t lengthOf(char lead) {
    const auto byte = static_cast<unsigned char>(lead);
    if (byte < 0xC0) return 1;
    if (byte < 0xE0) return 2;
    return byte < 0xF0 ? 3 : 4;
}

char32_t codePointOf(std::string_view character) {
    const auto lead = static_cast<unsigned char>(character.front());
    if (character.size() == 1) return lead;
    char32_t value = lead & (0xFFu >> (character.size() + 1));
    for (const char next : character.substr(1))
        value = (value << 6) | (static_cast<unsigned char>(next) & 0x3Fu);
    return value;
}

void appendUnit(std::string& text, char32_t unit) {
    constexpr std::string_view digits = "0123456789abcdef";
    text += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4)
        text += digits[(unit >> shift) & 0xF];
}

void appendEscape(std::string& text, char32_t codePoint) {
    if (codePoint < 0x10000) return appendUnit(text, codePoint);
    appendUnit(text, 0xD800 + ((codePoint - 0x10000) >> 10));
    appendUnit(text, 0xDC00 + ((codePoint - 0x10000) & 0x3FF));
}

using Block = std::pair<char32_t, char32_t>; ///< first and last code point
constexpr std::array<Block, 12> wideBlocks{{{0x1100, 0x115F},
                                            {0x2E80, 0x303E},
                                            {0x3041, 0xA4CF},
                                            {0xA960, 0xA97F},
                                            {0xAC00, 0xD7A3},
                                            {0xF900, 0xFAFF},
                                            {0xFE30, 0xFE6F},
                                            {0xFF00, 0xFF60},
                                            {0xFFE0, 0xFFE6},
                                            {0x1F300, 0x1F64F},
                                            {0x1F900, 0x1F9FF},
                                            {0x20000, 0x3FFFD}}};
constexpr std::array<Block, 5> combiningBlocks{
    {{0x0300, 0x036F}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF}, {0xFE20, 0xFE2F}}};

template <std::size_t Count>
bool isIn(const std::array<Block, Count>& blocks, char32_t codePoint) {
    for (const auto& [first, last] : blocks)
        if (first <= codePoint && codePoint <= last) return true;
    return false;
}

} // namespace

std::string terminalSafeJson(std::string_view json) {
    std::string safe;
    safe.reserve(json.size());
    while (!json.empty()) {
        const std::string_view character = json.substr(0, lengthOf(json.front()));
        json.remove_prefix(character.size());
        const auto lead = static_cast<unsigned char>(character.front());
        // ASCII control characters inside texts were escaped already, those outside are the indentation.
        const bool isPlain =
            lead < 0x7F ||
            (lead > 0x7F && (character == replacement || format::printable(character) != replacement));
        if (isPlain)
            safe += character;
        else
            appendEscape(safe, codePointOf(character));
    }
    return safe;
}

std::size_t terminalWidth(std::string_view text) {
    std::size_t width = 0;
    while (!text.empty()) {
        const std::string_view character = text.substr(0, lengthOf(text.front()));
        text.remove_prefix(character.size());
        const char32_t codePoint = codePointOf(character);
        if (!isIn(combiningBlocks, codePoint)) width += isIn(wideBlocks, codePoint) ? 2 : 1;
    }
    return width;
}

} // namespace hallway
