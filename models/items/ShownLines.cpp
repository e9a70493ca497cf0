#include "items/ShownLines.h"

#include "base/FormatText.h"

namespace hallway {

namespace {

constexpr std::size_t mostBytes = 100'000;

std::string withoutTabulators(std::string_view line) {
    std::string result;
    result.reserve(line.size());
    for (const char letter : line)
        if (letter == '\t')
            result += "    ";
        else
            result += letter;
    return result;
}

/// A cut never leaves half a letter behind.
std::string_view cut(std::string_view text) {
    std::size_t end = mostBytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
        --end;
    return text.substr(0, end);
}

} // namespace

QString shownLines(std::string_view utf8) {
    const bool isCut = utf8.size() > mostBytes;
    std::string_view rest = isCut ? cut(utf8) : utf8;
    QString result;
    while (true) {
        const std::size_t end = rest.find('\n');
        std::string_view line = rest.substr(0, end);
        if (line.ends_with('\r')) line.remove_suffix(1);
        result += QString::fromStdString(format::printable(withoutTabulators(line)));
        if (end == std::string_view::npos) break;
        result += u'\n';
        rest.remove_prefix(end + 1);
    }
    if (isCut) result += u'…';
    return result;
}

} // namespace hallway
