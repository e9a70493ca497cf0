// A thread's own view of a StringPool: what it has looked up lately costs neither a lock nor a real hash.
#pragma once

#include "base/StringPool.h"

#include <cstring>
#include <string_view>
#include <vector>

namespace hallway {

/// Of fixed size; a text that shares its place with another one replaces it, so hostile texts cost lookups
/// and never memory. One thread; the pool outlives it.
class StringCache {
public:
    explicit StringCache(StringPool& pool) : m_pool(&pool), m_entries(places) {}

    [[nodiscard]] StringPool& pool() const { return *m_pool; }
    [[nodiscard]] std::string_view text(StringId id) const { return m_pool->text(id); }

    /// As StringPool::intern().
    StringId intern(std::string_view text) { return insert(text).first; }
    /// As StringPool::insert().
    std::pair<StringId, bool> insert(std::string_view text) {
        const std::uint64_t mixed = mix(text);
        Entry& entry = m_entries[mixed >> (64 - placeBits)];
        const auto mark = static_cast<std::uint32_t>(mixed);
        if (entry.mark == mark && m_pool->text(entry.id) == text) return {entry.id, false};
        const auto inserted = m_pool->insert(text);
        entry = {mark, inserted.first};
        return inserted;
    }
    /// The id of a text this thread has interned lately; invalid for others, though they may be in the pool.
    [[nodiscard]] StringId recall(std::string_view text) const {
        const std::uint64_t mixed = mix(text);
        const Entry& entry = m_entries[mixed >> (64 - placeBits)];
        const bool same = entry.mark == static_cast<std::uint32_t>(mixed) && m_pool->text(entry.id) == text;
        return same ? entry.id : StringId();
    }

private:
    static constexpr std::size_t placeBits = 13;
    static constexpr std::size_t places = std::size_t{1} << placeBits;
    /// Small, so that all of them stay in the processor's cache. Unused: the empty text, with a wrong mark at
    /// worst.
    struct Entry {
        std::uint32_t mark = 0; ///< more bits of the mixture
        StringId id{0u};
    };

    /// From the length and eight bytes each of begin, middle and end: keys, names and paths differ there.
    [[nodiscard]] static std::uint64_t mix(std::string_view text) {
        const auto eightAt = [&](std::size_t begin) {
            std::uint64_t bytes = 0;
            std::memcpy(&bytes, text.data() + begin, sizeof bytes);
            return bytes;
        };
        std::uint64_t first = 0, middle = 0, last = 0;
        if (text.size() >= 8) {
            first = eightAt(0);
            middle = eightAt(text.size() / 2 - 4);
            last = eightAt(text.size() - 8);
        } else if (text.size() >= 4) {
            std::uint32_t begin = 0, end = 0;
            std::memcpy(&begin, text.data(), sizeof begin);
            std::memcpy(&end, text.data() + text.size() - 4, sizeof end);
            first = std::uint64_t{begin} << 32 | end;
        } else if (!text.empty()) {
            const auto byteAt = [text](std::size_t at) {
                return std::uint64_t{static_cast<unsigned char>(text[at])};
            };
            first = byteAt(0) | byteAt(text.size() - 1) << 8 | byteAt(text.size() / 2) << 16;
        }
        std::uint64_t mixed = first * 0x9e3779b97f4a7c15ULL;
        mixed = (mixed ^ (mixed >> 29) ^ middle) * 0xd6e8feb86659fd93ULL;
        mixed = (mixed ^ (mixed >> 31) ^ last ^ text.size()) * 0x9e3779b97f4a7c15ULL;
        return mixed ^ (mixed >> 32);
    }

    StringPool* m_pool;
    std::vector<Entry> m_entries;
};

} // namespace hallway
