#include "decode/BracketScan.h"

#include <bit>

#ifdef __x86_64__
#include <immintrin.h>
#endif

namespace hallway {

namespace {

using Masks = BracketScan::Masks;

// Bit 5 is what tells [ from { and ] from }.
constexpr char bracketBit = 0x20;

/// Bit i = xor of the bits 0..i: from quotes to what lies between them.
std::uint64_t prefixXor(std::uint64_t bits) {
    for (int shift = 1; shift < 64; shift *= 2)
        bits ^= bits << shift;
    return bits;
}

/// The bytes that a backslash before them escapes.
std::uint64_t escapedBytes(std::uint64_t backslashes, bool firstIsEscaped) {
    std::uint64_t escaped = firstIsEscaped ? 1 : 0;
    std::uint64_t rest = backslashes & ~escaped;
    while (rest != 0) {
        const int at = std::countr_zero(rest);
        if (at == 63) break;
        const std::uint64_t next = std::uint64_t{1} << (at + 1);
        escaped |= next;
        rest &= ~(next | (next >> 1));
    }
    return escaped;
}

} // namespace

/// Inlined into each variant, so that it is made of the instructions that variant may use.
[[gnu::always_inline]] inline std::optional<std::size_t> BracketScan::count(const Masks& masks,
                                                                            std::size_t size) {
    const std::uint64_t valid = size >= blockBytes ? ~std::uint64_t{0} : (std::uint64_t{1} << size) - 1;

    const std::uint64_t backslashes = masks.backslashes & valid;
    std::uint64_t escaped = m_escaped ? 1 : 0;
    bool endsEscaping = false;
    if (backslashes != 0) {
        m_hasEscapes = true;
        escaped = escapedBytes(backslashes, m_escaped);
        endsEscaping = (backslashes >> 63) != 0 && (escaped >> 63) == 0;
    }
    const std::uint64_t inString = prefixXor(masks.quotes & ~escaped & valid) ^ m_inString;
    std::uint64_t opening = masks.opening & ~inString & valid;
    std::uint64_t closing = masks.closing & ~inString & valid;
    m_lineBreaks = masks.lineBreaks & valid;
    m_bracketsAfterLineBreak = masks.opening & valid & ((masks.lineBreaks << 1) | (m_lineBroke ? 1 : 0));

    std::optional<std::size_t> end;
    const auto closed = static_cast<std::uint64_t>(std::popcount(closing));
    if (closed >= m_depth) {
        // The end may lie in this block: walk its brackets one by one.
        std::uint64_t depth = m_depth;
        for (std::uint64_t brackets = opening | closing; brackets != 0; brackets &= brackets - 1) {
            const std::uint64_t bit = brackets & (~brackets + 1);
            if ((opening & bit) != 0) {
                ++depth;
            } else if (depth <= 1) {
                end = static_cast<std::size_t>(std::countr_zero(bit)) + 1;
                break;
            } else {
                --depth;
            }
        }
        m_depth = depth;
    } else {
        m_depth += static_cast<std::uint64_t>(std::popcount(opening)) - closed;
    }
    m_inString = (inString >> 63) != 0 ? ~std::uint64_t{0} : 0;
    m_escaped = endsEscaping;
    m_lineBroke = (masks.lineBreaks >> 63) != 0;
    return end;
}

#ifdef __x86_64__

std::optional<std::size_t> BracketScan::feedPlain(const char* block, std::size_t size) {
    Masks masks;
    for (int part = 0; part < 4; ++part) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(block + 16 * part));
        const __m128i folded = _mm_or_si128(bytes, _mm_set1_epi8(bracketBit));
        const auto equal = [part](__m128i values, char wanted) {
            const int bits = _mm_movemask_epi8(_mm_cmpeq_epi8(values, _mm_set1_epi8(wanted)));
            return static_cast<std::uint64_t>(static_cast<unsigned>(bits)) << (16 * part);
        };
        masks.quotes |= equal(bytes, '"');
        masks.backslashes |= equal(bytes, '\\');
        masks.opening |= equal(folded, '{');
        masks.closing |= equal(folded, '}');
        masks.lineBreaks |= equal(bytes, '\n');
    }
    return count(masks, size);
}

[[gnu::target("avx2,popcnt,bmi")]] std::optional<std::size_t> BracketScan::feedWide(const char* block,
                                                                                    std::size_t size) {
    const auto* const halves = reinterpret_cast<const __m256i*>(block);
    const __m256i first = _mm256_loadu_si256(halves), second = _mm256_loadu_si256(halves + 1);
    const __m256i bit = _mm256_set1_epi8(bracketBit);
    const __m256i firstFolded = _mm256_or_si256(first, bit), secondFolded = _mm256_or_si256(second, bit);
    // A macro: a lambda would not inherit the target.
#define HALLWAY_EQUAL(a, b, wanted)                                                                          \
    (static_cast<std::uint64_t>(                                                                             \
         static_cast<unsigned>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(b, _mm256_set1_epi8(wanted)))))        \
         << 32 |                                                                                             \
     static_cast<unsigned>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(a, _mm256_set1_epi8(wanted)))))
    const Masks masks{HALLWAY_EQUAL(first, second, '"'), HALLWAY_EQUAL(first, second, '\\'),
                      HALLWAY_EQUAL(firstFolded, secondFolded, '{'),
                      HALLWAY_EQUAL(firstFolded, secondFolded, '}'), HALLWAY_EQUAL(first, second, '\n')};
#undef HALLWAY_EQUAL
    return count(masks, size);
}

BracketScan::Feed BracketScan::fastest() {
    static const bool wide =
        __builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt") && __builtin_cpu_supports("bmi");
    return wide ? &BracketScan::feedWide : &BracketScan::feedPlain;
}

#else

std::optional<std::size_t> BracketScan::feedPlain(const char* block, std::size_t size) {
    Masks masks;
    for (std::size_t i = 0; i < blockBytes; ++i) {
        const char c = block[i];
        const std::uint64_t bit = std::uint64_t{1} << i;
        if (c == '"') masks.quotes |= bit;
        if (c == '\\') masks.backslashes |= bit;
        if ((c | bracketBit) == '{') masks.opening |= bit;
        if ((c | bracketBit) == '}') masks.closing |= bit;
        if (c == '\n') masks.lineBreaks |= bit;
    }
    return count(masks, size);
}

std::optional<std::size_t> BracketScan::feedWide(const char* block, std::size_t size) {
    return feedPlain(block, size);
}

BracketScan::Feed BracketScan::fastest() { return &BracketScan::feedPlain; }

#endif

} // namespace hallway
