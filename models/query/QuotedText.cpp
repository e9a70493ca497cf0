#include "query/QuotedText.h"

#include "base/Utf8.h"
#include "query/Literal.h"

#include <charconv>

namespace hallway {

namespace {

constexpr std::string_view escapes = "\"\\ntrabfv";
constexpr std::string_view meanings = "\"\\\n\t\r\a\b\f\v";

/// Bytes of the escape at the front, which begins with a backslash; 0 where it is none.
std::size_t takeEscape(std::string_view rest, std::string& target) {
    if (rest.size() < 2) return 0;
    if (const std::size_t known = escapes.find(rest[1]); known != std::string_view::npos) {
        target += meanings[known];
        return 2;
    }
    const std::size_t digits = rest[1] == 'x' ? 2 : rest[1] == 'u' ? 4 : rest[1] == 'U' ? 8 : 0;
    if (digits == 0 || rest.size() < 2 + digits) return 0;
    std::uint32_t value = 0;
    const char* const end = rest.data() + 2 + digits;
    const auto read = std::from_chars(rest.data() + 2, end, value, 16);
    if (read.ec != std::errc() || read.ptr != end) return 0;
    if (digits == 2) {
        target += static_cast<char>(value);
        return 4;
    }
    if (value > 0x10ffff || (value >= 0xd800 && value < 0xe000)) return 0;
    appendUtf8(target, value);
    return 2 + digits;
}

} // namespace

QuotedText readQuoted(std::string_view quoted) {
    QuotedText read;
    const char quote = quoted.front();
    for (std::size_t at = 1; at < quoted.size();) {
        if (quoted[at] == quote) {
            read.size = at + 1;
            return read;
        }
        if (quote == '`' || quoted[at] != '\\') {
            read.text += quoted[at++];
            continue;
        }
        const std::size_t size = takeEscape(quoted.substr(at), read.text);
        if (size == 0 && at + 1 < quoted.size()) {
            read.fault = FilterProblem::BadEscape;
            read.faultAt = at;
            read.faultSize = 2;
            return read;
        }
        at += std::max<std::size_t>(size, 1);
    }
    read.fault = FilterProblem::OpenString;
    read.faultSize = quoted.size();
    return read;
}

std::string quoted(std::string_view text) {
    static constexpr char hex[] = "0123456789abcdef";
    std::string target = "\"";
    for (const char byte : text) {
        const std::size_t escape = meanings.find(byte);
        const auto code = static_cast<unsigned char>(byte);
        if (escape != std::string_view::npos) {
            target += '\\';
            target += escapes[escape];
        } else if (code < 0x20 || code == 0x7f) {
            target += "\\x";
            target += hex[code >> 4];
            target += hex[code & 15];
        } else {
            target += byte;
        }
    }
    return target + '"';
}

} // namespace hallway
