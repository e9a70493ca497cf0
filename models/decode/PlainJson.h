// Reads JSON in the shape programs write it, without white space and without escapes, straight from its text.
// It reads ahead of nothing and repairs nothing: what looks otherwise ends the reading, and a real parser
// begins anew.
#pragma once

#include <bit>
#include <cstddef>
#include <cstring>
#include <optional>
#include <string_view>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace hallway {

/// A place in the text, which moves on as values are taken. After refuse(), which every failed step calls
/// that does not say otherwise, nothing can be taken any more.
class PlainJson {
public:
    /// The text is UTF-8, and 64 readable bytes follow it.
    explicit PlainJson(std::string_view text) : m_at(text.data()), m_end(text.data() + text.size()) {}

    /// Passes exactly this; nothing happens if something else stands here.
    template <std::size_t size>
    bool take(const char (&expected)[size]) {
        constexpr std::size_t length = size - 1;
        if (static_cast<std::size_t>(m_end - m_at) < length || std::memcmp(m_at, expected, length) != 0)
            return false;
        m_at += length;
        return true;
    }
    /// What stands between here and the next quote, which is passed: the rest of a string that began.
    bool takeString(std::string_view& text) {
        const char* const end = endOfString(m_at, m_end);
        if (end >= m_end || *end != '"') return refuse();
        text = {m_at, static_cast<std::size_t>(end - m_at)};
        m_at = end + 1;
        return true;
    }
    /// The characters of a number; none if no number begins here.
    [[nodiscard]] std::string_view takeNumber() {
        const char* const begin = m_at;
        if (m_at != m_end && *m_at != '-' && (*m_at < '0' || *m_at > '9')) return {};
        while (m_at != m_end && isOfNumber(*m_at))
            ++m_at;
        return {begin, static_cast<std::size_t>(m_at - begin)};
    }
    /// Passes the value that stands here, whatever it is.
    void skipValue();

    bool refuse() {
        m_at = m_end;
        m_isRefused = true;
        return false;
    }
    [[nodiscard]] const char* position() const { return m_at; }
    /// All of the text was taken.
    [[nodiscard]] bool isAtEnd() const { return m_at == m_end && !m_isRefused; }

private:
    [[nodiscard]] static bool isOfNumber(char c) {
        return (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '+' || c == 'e' || c == 'E';
    }
    /// The next quote, or what may not stand in a plain string: a backslash or a control character. Not
    /// before `end` if there is none.
    [[nodiscard]] static const char* endOfString(const char* at, const char* end) {
#ifdef __SSE2__
        const __m128i quotes = _mm_set1_epi8('"'), backslashes = _mm_set1_epi8('\\'),
                      lastControl = _mm_set1_epi8(0x1F);
        for (; at < end; at += sizeof(__m128i)) {
            const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
            const __m128i ends =
                _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(bytes, quotes), _mm_cmpeq_epi8(bytes, backslashes)),
                             _mm_cmpeq_epi8(_mm_min_epu8(bytes, lastControl), bytes));
            if (const auto found = static_cast<unsigned>(_mm_movemask_epi8(ends)))
                return at + std::countr_zero(found);
        }
#else
        while (at != end && *at != '"' && *at != '\\' && static_cast<unsigned char>(*at) > 0x1F)
            ++at;
#endif
        return at;
    }
    void skipBrackets();

    const char* m_at;
    const char* m_end;
    bool m_isRefused = false;
};

/// The value that stands next in a PlainJson, with the functions of JsonAny (JsonValue.h), so that one
/// reading function serves both.
struct PlainAny {
    PlainJson& json;
};

/// The text of a string, the digits of a number, "true" or "false"; nothing, and nothing taken, for others.
[[nodiscard]] std::optional<std::string_view> textOf(PlainAny& value);

/// Calls visit(key, value) for each member of an object; anything else is left where it is and false.
template <class Visit>
bool forEachMember(PlainAny& value, Visit visit) {
    PlainJson& json = value.json;
    if (!json.take("{")) return false;
    if (json.take("}")) return true;
    do {
        std::string_view key;
        if (!json.take("\"") || !json.takeString(key) || !json.take(":")) {
            json.refuse();
            return true;
        }
        const char* const begin = json.position();
        visit(key, PlainAny{json});
        if (json.position() == begin) json.skipValue();
    } while (json.take(","));
    if (!json.take("}")) json.refuse();
    return true;
}

/// Calls visit(value) for each element of an array; anything else is left where it is and false.
template <class Visit>
bool forEachElement(PlainAny& value, Visit visit) {
    PlainJson& json = value.json;
    if (!json.take("[")) return false;
    if (json.take("]")) return true;
    do {
        const char* const begin = json.position();
        visit(PlainAny{json});
        if (json.position() == begin) json.skipValue();
    } while (json.take(","));
    if (!json.take("]")) json.refuse();
    return true;
}

} // namespace hallway
