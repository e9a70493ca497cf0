#include "base/PatternProgram.h"

#include <algorithm>

namespace hallway {

CodePoints normalised(CodePoints ranges) {
    std::sort(ranges.begin(), ranges.end());
    CodePoints merged;
    for (const auto& range : ranges) {
        if (!merged.empty() && range.first <= merged.back().second + 1)
            merged.back().second = std::max(merged.back().second, range.second);
        else
            merged.push_back(range);
    }
    return merged;
}

CodePoints complementOf(const CodePoints& ranges) {
    CodePoints rest;
    char32_t next = 0;
    for (const auto& range : normalised(ranges)) {
        if (range.first > next) rest.push_back({next, range.first - 1});
        next = range.second + 1;
    }
    if (next <= lastCodePoint) rest.push_back({next, lastCodePoint});
    return rest;
}

char32_t takeCodePoint(std::string_view& text) {
    constexpr char32_t unknown = 0xfffd;
    const auto byte = [&text](std::size_t index) { return static_cast<unsigned char>(text[index]); };
    const unsigned char first = byte(0);
    const std::size_t size = first < 0x80   ? 1
                             : first < 0xc2 ? 0
                             : first < 0xe0 ? 2
                             : first < 0xf0 ? 3
                             : first < 0xf5 ? 4
                                            : 0;
    if (size < 2 || size > text.size()) {
        text.remove_prefix(1);
        return size == 1 ? first : unknown;
    }
    char32_t value = first & (0xffu >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) {
        if ((byte(i) & 0xc0u) != 0x80) {
            text.remove_prefix(1);
            return unknown;
        }
        value = value << 6 | (byte(i) & 0x3fu);
    }
    const bool isOverlong = (size == 3 && value < 0x800) || (size == 4 && value < 0x10000);
    if (isOverlong || value > lastCodePoint || (value >= 0xd800 && value < 0xe000)) {
        text.remove_prefix(1);
        return unknown;
    }
    text.remove_prefix(size);
    return value;
}

void PatternProgram::setLetters(const std::vector<CodePoints>& ranges) {
    letterBegins = {0};
    for (const CodePoints& set : ranges)
        for (const auto& [first, last] : set) {
            letterBegins.push_back(first);
            if (last < lastCodePoint) letterBegins.push_back(last + 1);
        }
    std::sort(letterBegins.begin(), letterBegins.end());
    letterBegins.erase(std::unique(letterBegins.begin(), letterBegins.end()), letterBegins.end());

    sets.clear();
    for (const CodePoints& set : ranges) {
        std::vector<bool> letters(letterBegins.size(), false);
        for (const auto& [first, last] : set)
            for (auto letter = std::lower_bound(letterBegins.begin(), letterBegins.end(), first);
                 letter != letterBegins.end() && *letter <= last; ++letter)
                letters[static_cast<std::size_t>(letter - letterBegins.begin())] = true;
        sets.push_back(std::move(letters));
    }
    const auto letterAt = [this](char32_t character) {
        return static_cast<std::uint32_t>(
            std::upper_bound(letterBegins.begin(), letterBegins.end(), character) - letterBegins.begin() - 1);
    };
    for (std::uint32_t character = 0; character < ascii.size(); ++character)
        ascii[character] = letterAt(character);
}

std::uint32_t PatternProgram::letterOf(char32_t character) const {
    if (character < ascii.size()) return ascii[character];
    return static_cast<std::uint32_t>(std::upper_bound(letterBegins.begin(), letterBegins.end(), character) -
                                      letterBegins.begin() - 1);
}

} // namespace hallway
