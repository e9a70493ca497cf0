#include "decode/IdText.h"

#include "decode/Base64.h"
#include "decode/DecimalText.h"

#include <array>
#include <cstdint>
#include <optional>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace hallway {

namespace {

constexpr std::array<std::int8_t, 256> hexValues = [] {
    std::array<std::int8_t, 256> values{};
    values.fill(-1);
    for (int i = 0; i < 10; ++i)
        values[static_cast<std::size_t>('0' + i)] = static_cast<std::int8_t>(i);
    for (int i = 0; i < 6; ++i) {
        values[static_cast<std::size_t>('a' + i)] = static_cast<std::int8_t>(10 + i);
        values[static_cast<std::size_t>('A' + i)] = static_cast<std::int8_t>(10 + i);
    }
    return values;
}();

struct Bytes16 {
    std::uint64_t high = 0;
    std::uint64_t low = 0;
};

std::optional<Bytes16> fromHex(std::string_view text) {
    Bytes16 value;
    for (const char c : text) {
        const std::int8_t digit = hexValues[static_cast<unsigned char>(c)];
        if (digit < 0) return std::nullopt;
        value.high = (value.high << 4) | (value.low >> 60);
        value.low = (value.low << 4) | static_cast<std::uint64_t>(digit);
    }
    return value;
}

#ifdef __SSE2__

/// Of exactly 16 digits, the common spelling: all at once.
std::optional<std::uint64_t> fromSixteen(const char* digits) {
    const auto all = [](int value) { return _mm_set1_epi8(static_cast<char>(value)); };
    const auto atMost = [&](__m128i values, int maximum) {
        return _mm_cmpeq_epi8(_mm_min_epu8(values, all(maximum)), values);
    };
    const __m128i text = _mm_loadu_si128(reinterpret_cast<const __m128i*>(digits));
    const __m128i numbers = _mm_sub_epi8(text, all('0'));
    const __m128i letters = _mm_sub_epi8(_mm_or_si128(text, all(0x20)), all('a'));
    const __m128i areNumbers = atMost(numbers, 9), areLetters = atMost(letters, 5);
    if (_mm_movemask_epi8(_mm_or_si128(areNumbers, areLetters)) != 0xFFFF) return std::nullopt;
    const __m128i values = _mm_or_si128(_mm_and_si128(numbers, areNumbers),
                                        _mm_and_si128(_mm_add_epi8(letters, all(10)), areLetters));
    // Two digits a byte: of each pair the first is the higher one, and stands lower in its 16 bits.
    const __m128i pairs = _mm_and_si128(_mm_or_si128(_mm_slli_epi16(values, 4), _mm_srli_epi16(values, 8)),
                                        _mm_set1_epi16(0xFF));
    return __builtin_bswap64(static_cast<std::uint64_t>(_mm_cvtsi128_si64(_mm_packus_epi16(pairs, pairs))));
}

#else

/// Of exactly 16 digits, the common spelling.
std::optional<std::uint64_t> fromSixteen(const char* digits) {
    std::uint64_t value = 0;
    int all = 0; // negative once one of them is
    for (int i = 0; i < 16; ++i) {
        const std::int8_t digit = hexValues[static_cast<unsigned char>(digits[i])];
        all |= digit;
        value = (value << 4) | static_cast<std::uint8_t>(digit & 15);
    }
    return all < 0 ? std::nullopt : std::optional(value);
}

#endif

Bytes16 fromBytes(std::string_view bytes) {
    Bytes16 value;
    for (const char c : bytes) {
        value.high = (value.high << 8) | (value.low >> 56);
        value.low = (value.low << 8) | static_cast<unsigned char>(c);
    }
    return value;
}

/// `width` is 16 or 8 bytes.
std::optional<Bytes16> decoded(std::string_view text, std::size_t width) {
    if (text.starts_with("0x") || text.starts_with("0X")) text.remove_prefix(2);
    if (text.size() <= 2 * width)
        if (const auto value = fromHex(text)) return value;
    if (text.size() == 36 && text[8] == '-' && text[13] == '-' && text[18] == '-' && text[23] == '-') {
        std::string digits(text.substr(0, 8));
        for (const auto& [from, count] : {std::pair{9, 4}, {14, 4}, {19, 4}, {24, 12}})
            digits += text.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(count));
        return digits.size() <= 2 * width ? fromHex(digits) : std::nullopt;
    }
    if (text.size() > 48) return std::nullopt;
    const auto bytes = decodedBase64(text);
    if (!bytes) return std::nullopt;
    if (bytes->size() == width || (width == 16 && bytes->size() == 8)) return fromBytes(*bytes);
    if (bytes->size() == 2 * width) return fromHex(*bytes);
    return std::nullopt;
}

} // namespace

TraceId traceIdOf(std::string_view text, StringPool& strings) {
    if (text.size() == 32) {
        const auto high = fromSixteen(text.data()), low = fromSixteen(text.data() + 16);
        if (high && low) return {*high, *low, false};
    }
    text = trimmed(text);
    if (text.empty()) return {};
    if (const auto value = decoded(text, 16)) return {value->high, value->low, false};
    return TraceId::opaqueText(strings.intern(text));
}

SpanId spanIdOf(std::string_view text, StringPool& strings) {
    if (text.size() == 16)
        if (const auto value = fromSixteen(text.data())) return {*value, false};
    text = trimmed(text);
    if (text.empty()) return {};
    if (const auto value = decoded(text, 8)) return {value->low, false};
    return SpanId::opaqueText(strings.intern(text));
}

} // namespace hallway
