// Appends JSON to a text; the fast few lines that a generator of gigabytes needs.
#pragma once

#include "bench/GeneratedSpan.h"

#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>

namespace hallway::bench::json {

inline void appendNumber(std::string& out, std::int64_t value) {
    char digits[24];
    out.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

inline void appendNumber(std::string& out, double value) {
    char digits[32];
    out.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

/// Sixteen lower-case digits.
inline void appendHex(std::string& out, std::uint64_t value) {
    for (int shift = 60; shift >= 0; shift -= 4) {
        out += "0123456789abcdef"[(value >> shift) & 0xFU];
    }
}

inline void appendHex(std::string& out, const TraceId& id) {
    appendHex(out, id.high);
    appendHex(out, id.low);
}

/// With its quotes. The generator makes no control characters but line breaks and tabs.
inline void appendText(std::string& out, std::string_view text) {
    out += '"';
    for (const char letter : text) {
        switch (letter) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            out += letter;
        }
    }
    out += '"';
}

} // namespace hallway::bench::json
