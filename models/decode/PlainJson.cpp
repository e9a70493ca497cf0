#include "decode/PlainJson.h"

#include <bit>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace hallway {

#ifdef __SSE2__

const char* PlainJson::endOfString(const char* at, const char* end) {
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
    return at;
}

#else

const char* PlainJson::endOfString(const char* at, const char* end) {
    while (at != end && *at != '"' && *at != '\\' && static_cast<unsigned char>(*at) > 0x1F)
        ++at;
    return at;
}

#endif

void PlainJson::skipBrackets() {
    std::size_t depth = 0;
    std::string_view text;
    for (; m_at != m_end; ++m_at) {
        if (*m_at == '"') {
            ++m_at;
            if (!takeString(text)) return;
            --m_at;
        } else if (*m_at == '{' || *m_at == '[') {
            ++depth;
        } else if ((*m_at == '}' || *m_at == ']') && --depth == 0) {
            ++m_at;
            return;
        }
    }
    refuse();
}

void PlainJson::skipValue() {
    std::string_view text;
    if (take("\""))
        takeString(text);
    else if (take("null") || take("true") || take("false"))
        return;
    else if (m_at != m_end && (*m_at == '{' || *m_at == '['))
        skipBrackets();
    else if (takeNumber().empty())
        refuse();
}

std::optional<std::string_view> textOf(PlainAny& value) {
    PlainJson& json = value.json;
    std::string_view text;
    if (json.take("\"")) return json.takeString(text) ? std::optional(text) : std::nullopt;
    text = json.takeNumber();
    if (!text.empty()) return text;
    if (json.take("true")) return "true";
    if (json.take("false")) return "false";
    return std::nullopt;
}

} // namespace hallway
