// Interned text: equal texts have equal ids, and an id costs four bytes.
#pragma once

#include "base/StrongId.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string_view>
#include <utility>
#include <vector>

namespace hallway {

using StringId = StrongId<struct StringTag>;

/// Append only. Texts never move, so a view stays valid as long as the pool. The empty text is always id 0.
/// Any thread may call anything at any time; text() takes no lock, and its id must have come to the thread
/// through a synchronising channel (intern() is one). Threads that intern much do it through a StringCache.
class StringPool {
public:
    StringPool();
    StringPool(const StringPool&) = delete;
    StringPool& operator=(const StringPool&) = delete;
    StringPool(StringPool&&) = delete;
    StringPool& operator=(StringPool&&) = delete;
    ~StringPool();

    /// The id of `text`, added if it is new.
    StringId intern(std::string_view text) { return insert(text).first; }
    /// The same, and whether it was new.
    std::pair<StringId, bool> insert(std::string_view text);
    /// The id of `text`, or an invalid id if it was never interned.
    [[nodiscard]] StringId find(std::string_view text) const;
    /// The text of an id of this pool; empty for an invalid id.
    [[nodiscard]] std::string_view text(StringId id) const;

    [[nodiscard]] std::size_t size() const { return m_count.load(std::memory_order_acquire); }
    /// Bytes held by texts and index.
    [[nodiscard]] std::size_t memory() const;

private:
    static constexpr std::size_t entriesPerBlock = 1u << 14;
    static constexpr std::size_t maximumBlocks = 1u << 16;
    struct Entry {
        const char* data;
        std::uint32_t size;
        std::uint32_t hash;
    };

    [[nodiscard]] const Entry& entry(std::size_t index) const {
        return m_blocks[index / entriesPerBlock][index % entriesPerBlock];
    }
    [[nodiscard]] std::size_t slotOf(std::string_view text, std::uint32_t hash) const;
    void grow();
    const char* store(std::string_view text);

    mutable std::mutex m_mutex; ///< of everything but entries and texts that are there already
    // The directory never moves, so that a reader on another thread can follow it while the writer appends.
    std::unique_ptr<std::unique_ptr<Entry[]>[]> m_blocks;
    std::atomic<std::size_t> m_count = 0;
    std::vector<std::uint32_t> m_slots; // open addressing over ids + 1; 0 = free
    std::vector<std::unique_ptr<char[]>> m_arenas;
    char* m_free = nullptr;
    std::size_t m_freeBytes = 0;
    std::size_t m_textBytes = 0;
};

} // namespace hallway
