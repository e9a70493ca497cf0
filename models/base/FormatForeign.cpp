// Texts that come from files: nothing in them is trusted.
#include "base/FormatText.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace hallway::format {

namespace {

constexpr std::string_view replacement = "\ufffd";
constexpr std::string_view ellipsis = "\u2026";

struct CodePoint {
    char32_t value = 0;
    std::size_t size = 1; ///< bytes
    bool valid = false;   ///< false: one byte that is not UTF-8
};

/// The first code point of `text`, which is not empty. Overlong forms, surrogates and values beyond U+10FFFF
/// are not UTF-8.
CodePoint firstOf(std::string_view text) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) return {lead, 1, true};
    const std::size_t size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || text.size() < size) return {};
    char32_t value = lead & (0x7fu >> size);
    for (std::size_t at = 1; at < size; ++at) {
        if ((byte(at) & 0xc0) != 0x80) return {};
        value = value << 6 | (byte(at) & 0x3fu);
    }
    const char32_t least = size == 4 ? 0x10000 : size == 3 ? 0x800 : 0x80;
    if (value < least || value > 0x10ffff || (value >= 0xd800 && value < 0xe000)) return {};
    return {value, size, true};
}

/// First and last code point of what acts on a terminal, reorders text, cannot be seen, or is no character.
constexpr std::array<std::pair<char32_t, char32_t>, 13> refused{{
    {0x00, 0x1f},       // C0 controls: escape, bell, newlines, tabs
    {0x7f, 0x9f},       // delete and C1 controls, among them the 8-bit CSI and OSC
    {0xad, 0xad},       // soft hyphen
    {0x61c, 0x61c},     // Arabic letter mark
    {0x180e, 0x180e},   // Mongolian vowel separator, without a width
    {0x200b, 0x200b},   // zero width space; U+200C and U+200D shape Persian, Indic scripts and emoji
    {0x200e, 0x200f},   // left-to-right and right-to-left marks
    {0x2028, 0x202e},   // line and paragraph separator; embeddings and overrides
    {0x2060, 0x206f},   // word joiner, invisible operators, isolates, deprecated format characters
    {0xfdd0, 0xfdef},   // noncharacters
    {0xfeff, 0xfeff},   // zero width no-break space
    {0xfff0, 0xfffb},   // unassigned, interlinear annotations
    {0xe0000, 0xe00ff}, // tags: invisible text
}};

bool isPrintable(char32_t value) {
    if ((value & 0xfffe) == 0xfffe) return false; // the last two of every plane are noncharacters
    return std::none_of(refused.begin(), refused.end(),
                        [value](const auto& range) { return range.first <= value && value <= range.second; });
}

} // namespace

std::string printable(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const CodePoint next = firstOf(text);
        result += next.valid && isPrintable(next.value) ? text.substr(0, next.size) : replacement;
        text.remove_prefix(next.size);
    }
    return result;
}

std::string elideMiddle(std::string_view text, std::size_t maximum) {
    std::vector<std::size_t> begins; // of the code points, and the end
    for (std::size_t at = 0; at < text.size(); at += firstOf(text.substr(at)).size)
        begins.push_back(at);
    begins.push_back(text.size());
    const std::size_t count = begins.size() - 1;
    if (count <= maximum) return std::string(text);
    if (maximum == 0) return {};

    const std::size_t tail = (maximum - 1) / 2;
    const std::size_t head = maximum - 1 - tail;
    return std::string(text.substr(0, begins[head]))
        .append(ellipsis)
        .append(text.substr(begins[count - tail]));
}

} // namespace hallway::format
