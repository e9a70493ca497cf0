// Some of the known attribute names: what is asked of every span is one comparison of two sets.
#pragma once

#include "trace/KnownKeys.h"

#include <bit>
#include <cstdint>
#include <initializer_list>

namespace hallway {

class KeySet {
public:
    static constexpr std::size_t capacity = 128;

    constexpr KeySet() = default;
    constexpr KeySet(KnownKey key) { add(key); }
    /// Names that are written down must stand in the order of KnownKeys.h, which is that of takeFirst(): it
    /// does not compile otherwise.
    consteval KeySet(std::initializer_list<KnownKey> keys) {
        KnownKey last = KnownKey::None;
        for (const KnownKey key : keys) {
            if (key <= last) throw "keys out of order";
            last = key;
            add(key);
        }
    }

    constexpr void add(KnownKey key) {
        const auto index = static_cast<unsigned>(key);
        (index < 64 ? m_low : m_high) |= std::uint64_t{1} << (index % 64);
    }
    [[nodiscard]] constexpr bool has(KnownKey key) const {
        const auto index = static_cast<unsigned>(key);
        return ((index < 64 ? m_low : m_high) >> (index % 64) & 1) != 0;
    }
    [[nodiscard]] constexpr bool empty() const { return (m_low | m_high) == 0; }
    /// Of a set that is not empty.
    constexpr KnownKey takeFirst() {
        std::uint64_t& word = m_low != 0 ? m_low : m_high;
        const unsigned index = (m_low != 0 ? 0u : 64u) + static_cast<unsigned>(std::countr_zero(word));
        word &= word - 1;
        return static_cast<KnownKey>(index);
    }
    [[nodiscard]] constexpr KeySet operator&(const KeySet& other) const {
        KeySet both;
        both.m_low = m_low & other.m_low;
        both.m_high = m_high & other.m_high;
        return both;
    }

private:
    static_assert(static_cast<std::size_t>(KnownKey::Count) <= capacity);
    std::uint64_t m_low = 0, m_high = 0;
};

} // namespace hallway
