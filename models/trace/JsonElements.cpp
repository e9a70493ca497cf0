#include "trace/JsonElements.h"

#include "base/Utf8.h"

#include <charconv>

namespace hallway {

namespace {

/// Bytes of the string at the front, its quotes included; 0 where it has no end.
std::size_t stringSize(std::string_view text) {
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (text[i] == '\\')
            ++i;
        else if (text[i] == '"')
            return i + 1;
    }
    return 0;
}

/// Bytes of the list or object at the front; 0 where it has no end.
std::size_t nestedSize(std::string_view text) {
    std::size_t depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char byte = text[i];
        if (byte == '"') {
            const std::size_t size = stringSize(text.substr(i));
            if (size == 0) return 0;
            i += size - 1;
        } else if (byte == '[' || byte == '{') {
            ++depth;
        } else if ((byte == ']' || byte == '}') && --depth == 0) {
            return i + 1;
        }
    }
    return 0;
}

/// Four hex digits at `at`; nothing where there are none.
std::optional<std::uint32_t> hexAt(std::string_view text, std::size_t at) {
    std::uint32_t value = 0;
    if (at + 4 > text.size()) return std::nullopt;
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + at + 4, value, 16);
    if (error != std::errc() || end != text.data() + at + 4) return std::nullopt;
    return value;
}

JsonElement scalarOf(std::string_view text) {
    if (text == "true") return true;
    if (text == "false") return false;
    std::int64_t integer = 0;
    const char* const end = text.data() + text.size();
    if (const auto read = std::from_chars(text.data(), end, integer);
        read.ec == std::errc() && read.ptr == end)
        return integer;
    double real = 0;
    if (const auto read = std::from_chars(text.data(), end, real); read.ec == std::errc() && read.ptr == end)
        return real;
    return std::monostate();
}

} // namespace

std::string unquotedJson(std::string_view inside) {
    std::string text;
    for (std::size_t i = 0; i < inside.size(); ++i) {
        if (inside[i] != '\\' || i + 1 == inside.size()) {
            text += inside[i];
            continue;
        }
        const char escaped = inside[++i];
        switch (escaped) {
        case 'b':
            text += '\b';
            break;
        case 'f':
            text += '\f';
            break;
        case 'n':
            text += '\n';
            break;
        case 'r':
            text += '\r';
            break;
        case 't':
            text += '\t';
            break;
        case 'u': {
            const auto high = hexAt(inside, i + 1);
            std::uint32_t value = high.value_or(0xfffd);
            if (high) i += 4;
            if (high && *high >= 0xd800 && *high < 0xdc00 && inside.substr(i + 1).starts_with("\\u")) {
                const auto low = hexAt(inside, i + 3);
                if (low && *low >= 0xdc00 && *low < 0xe000) {
                    value = 0x10000 + ((*high - 0xd800) << 10) + (*low - 0xdc00);
                    i += 6;
                }
            }
            appendUtf8(text, value);
            break;
        }
        default:
            text += escaped;
        }
    }
    return text;
}

JsonElements::JsonElements(std::string_view json) {
    if (json.starts_with('[')) m_rest = json.substr(1);
}

std::optional<JsonElement> JsonElements::next() {
    if (m_rest.empty() || m_rest.front() == ']') return std::nullopt;
    const char front = m_rest.front();
    const bool isNested = front == '[' || front == '{';
    const std::size_t size = front == '"' ? stringSize(m_rest)
                             : isNested   ? nestedSize(m_rest)
                                          : m_rest.find_first_of(",]");
    if (size == 0 || size == std::string_view::npos) {
        m_rest = {};
        return std::nullopt;
    }
    const std::string_view text = m_rest.substr(0, size);
    m_rest.remove_prefix(size);
    if (m_rest.starts_with(',')) m_rest.remove_prefix(1);
    if (front == '"') return unquotedJson(text.substr(1, text.size() - 2));
    if (isNested) return NestedJson{text};
    return scalarOf(text);
}

} // namespace hallway
