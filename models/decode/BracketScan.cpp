#include "decode/BracketScan.h"

#include <bit>

#ifdef __x86_64__
#include <immintrin.h>
#endif

namespace hallway {

namespace {

// Bit 5 is what tells [ from { and ] from }.
constexpr char bracketBit = 0x20;

/// Where in a block the characters of interest are.
struct Masks {
    std::uint64_t quotes = 0;
    std::uint64_t backslashes = 0;
    std::uint64_t opening = 0; ///< { [
    std::uint64_t closing = 0; ///< } ]
    std::uint64_t lineBreaks = 0;
};

Masks masksOf(const char* block) {
    Masks masks;
#ifdef __x86_64__
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
#else
    for (std::size_t i = 0; i < BracketScan::blockBytes; ++i) {
        const char c = block[i];
        const std::uint64_t bit = std::uint64_t{1} << i;
        if (c == '"') masks.quotes |= bit;
        if (c == '\\') masks.backslashes |= bit;
        if ((c | bracketBit) == '{') masks.opening |= bit;
        if ((c | bracketBit) == '}') masks.closing |= bit;
        if (c == '\n') masks.lineBreaks |= bit;
    }
#endif
    return masks;
}

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

/// feed() once it is known what stands where. Always inlined, to count bits with what its caller has.
[[gnu::always_inline]] inline std::optional<std::size_t> step(BracketScan::State& state, const Masks& masks,
                                                              std::size_t size) {
    const std::uint64_t valid =
        size >= BracketScan::blockBytes ? ~std::uint64_t{0} : (std::uint64_t{1} << size) - 1;
    const auto count = [](std::uint64_t bits) { return __builtin_popcountll(bits); };

    const std::uint64_t backslashes = masks.backslashes & valid;
    std::uint64_t escaped = state.escaped ? 1 : 0;
    bool endsEscaping = false;
    if (backslashes != 0) {
        state.hasEscapes = true;
        escaped = escapedBytes(backslashes, state.escaped);
        endsEscaping = (backslashes >> 63) != 0 && (escaped >> 63) == 0;
    }
    const std::uint64_t inString = prefixXor(masks.quotes & ~escaped & valid) ^ state.inString;
    const std::uint64_t opening = masks.opening & ~inString & valid;
    const std::uint64_t closing = masks.closing & ~inString & valid;
    state.lineBreaks = masks.lineBreaks & valid;
    state.bracketsAfterLineBreak =
        masks.opening & valid & ((masks.lineBreaks << 1) | (state.lineBroke ? 1 : 0));

    const auto depth = static_cast<std::int64_t>(state.depth);
    std::optional<std::size_t> end;
    if (count(closing) >= depth) // the end may lie in this block: at one of its closing brackets
        for (std::uint64_t rest = closing; rest != 0 && !end; rest &= rest - 1) {
            const std::uint64_t upTo = rest ^ (rest - 1); // all bits up to the lowest one, with it
            if (depth + count(opening & upTo) <= count(closing & upTo))
                end = static_cast<std::size_t>(std::countr_zero(rest)) + 1;
        }
    state.depth = static_cast<std::uint64_t>(depth + count(opening) - count(closing)); // of use without end
    state.inString = (inString >> 63) != 0 ? ~std::uint64_t{0} : 0;
    state.escaped = endsEscaping;
    state.lineBroke = (masks.lineBreaks >> 63) != 0;
    return end;
}

} // namespace

#ifdef __x86_64__

namespace {

// AVX2 and what comes with it on every processor that has it.
#define HALLWAY_WIDE [[gnu::target("avx2,popcnt,pclmul")]]

HALLWAY_WIDE inline std::uint64_t equalTo(char wanted, __m256i first, __m256i second) {
    const __m256i all = _mm256_set1_epi8(wanted);
    const auto low = static_cast<unsigned>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(first, all)));
    const auto high = static_cast<unsigned>(_mm256_movemask_epi8(_mm256_cmpeq_epi8(second, all)));
    return std::uint64_t{high} << 32 | low;
}

/// prefixXor() as one carry-less product with all ones.
HALLWAY_WIDE inline std::uint64_t productXor(std::uint64_t bits) {
    const __m128i product = _mm_clmulepi64_si128(_mm_set_epi64x(0, static_cast<long long>(bits)),
                                                 _mm_set1_epi8(static_cast<char>(0xFF)), 0);
    return static_cast<std::uint64_t>(_mm_cvtsi128_si64(product));
}

HALLWAY_WIDE std::optional<std::size_t> feedWide(BracketScan::State& state, const char* block,
                                                 std::size_t size) {
    const auto* const halves = reinterpret_cast<const __m256i*>(block);
    const __m256i first = _mm256_loadu_si256(halves), second = _mm256_loadu_si256(halves + 1);
    const __m256i bit = _mm256_set1_epi8(bracketBit);
    const __m256i firstFolded = _mm256_or_si256(first, bit), secondFolded = _mm256_or_si256(second, bit);
    const Masks masks{equalTo('"', first, second), equalTo('\\', first, second),
                      equalTo('{', firstFolded, secondFolded), equalTo('}', firstFolded, secondFolded),
                      equalTo('\n', first, second)};
    return step(state, masks, size);
}

HALLWAY_WIDE std::size_t passWide(BracketScan::State& state, const char* blocks, std::size_t count) {
    BracketScan::State now = state;
    std::size_t passed = 0;
    for (; passed < count; ++passed) {
        const auto* const halves =
            reinterpret_cast<const __m256i*>(blocks + passed * BracketScan::blockBytes);
        const __m256i first = _mm256_loadu_si256(halves), second = _mm256_loadu_si256(halves + 1);
        if ((equalTo('\\', first, second) | equalTo('\n', first, second)) != 0) break;
        const std::uint64_t inString = productXor(equalTo('"', first, second)) ^ now.inString;
        const __m256i bit = _mm256_set1_epi8(bracketBit);
        const __m256i firstFolded = _mm256_or_si256(first, bit), secondFolded = _mm256_or_si256(second, bit);
        const auto closed = static_cast<std::uint64_t>(
            __builtin_popcountll(equalTo('}', firstFolded, secondFolded) & ~inString));
        if (closed >= now.depth) break;
        now.depth += static_cast<std::uint64_t>(
                         __builtin_popcountll(equalTo('{', firstFolded, secondFolded) & ~inString)) -
                     closed;
        now.inString = (inString >> 63) != 0 ? ~std::uint64_t{0} : 0;
    }
    state = now;
    return passed;
}

#undef HALLWAY_WIDE

bool hasWideRegisters() {
    static const bool has = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt") &&
                            __builtin_cpu_supports("pclmul");
    return has;
}

} // namespace

BracketScan::BracketScan(Registers registers)
    : m_isWide(registers == Registers::Widest && hasWideRegisters()) {}

std::optional<std::size_t> BracketScan::feed(const char* block, std::size_t size) {
    return m_isWide ? feedWide(m_state, block, size) : step(m_state, masksOf(block), size);
}

std::size_t BracketScan::pass(const char* blocks, std::size_t count) {
    if (!m_isWide || m_state.escaped || m_state.lineBroke) return 0;
    const std::size_t passed = passWide(m_state, blocks, count);
    if (passed > 0) m_state.lineBreaks = m_state.bracketsAfterLineBreak = 0;
    return passed;
}

#else

BracketScan::BracketScan(Registers) : m_isWide(false) {}

std::optional<std::size_t> BracketScan::feed(const char* block, std::size_t size) {
    return step(m_state, masksOf(block), size);
}

std::size_t BracketScan::pass(const char*, std::size_t) { return 0; }

#endif

} // namespace hallway
