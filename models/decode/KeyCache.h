// From the bytes of an attribute key to its id, without hashing the pool's way each time: keys repeat in
// every span.
#pragma once

#include "base/StringPool.h"

#include <array>
#include <cstring>
#include <string_view>

namespace hallway {

class KeyCache {
public:
    explicit KeyCache(StringPool& strings) : m_strings(strings) {}

    [[nodiscard]] StringId idOf(std::string_view key) {
        Entry& entry = m_entries[slotOf(key)];
        if (entry.id.valid() && entry.key == key) return entry.id;
        entry.id = m_strings.intern(key);
        entry.key = m_strings.text(entry.id);
        return entry.id;
    }

private:
    static constexpr std::size_t slots = 1024;
    struct Entry {
        std::string_view key; ///< of the pool
        StringId id;
    };

    [[nodiscard]] static std::size_t slotOf(std::string_view key) {
        // The ends of a key tell keys apart: "http.…" differ at their end, "….name" at their begin.
        std::uint64_t first = 0;
        std::uint64_t last = 0;
        const std::size_t part = std::min<std::size_t>(key.size(), sizeof first);
        if (part != 0) {
            std::memcpy(&first, key.data(), part);
            std::memcpy(&last, key.data() + key.size() - part, part);
        }
        const std::uint64_t mixed =
            (first * 0x9e3779b97f4a7c15ULL) ^ (last * 0xd6e8feb86659fd93ULL) ^ key.size();
        return static_cast<std::size_t>((mixed * 0x9e3779b97f4a7c15ULL) >> 54);
    }

    StringPool& m_strings;
    std::array<Entry, slots> m_entries{};
};

} // namespace hallway
