#include "base/StringPool.h"

#include "base/Hash.h"

#include <algorithm>
#include <cstring>
#include <stdexcept>

namespace hallway {

namespace {
constexpr std::size_t arenaBytes = 1u << 18;
constexpr std::size_t initialSlots = 1u << 10;
} // namespace

StringPool::StringPool()
    : m_blocks(std::make_unique<std::unique_ptr<Entry[]>[]>(maximumBlocks)), m_slots(initialSlots, 0) {
    intern("");
}

StringPool::~StringPool() = default;

std::size_t StringPool::slotOf(std::string_view text, std::uint32_t hash) const {
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t slot = hash & mask;; slot = (slot + 1) & mask) {
        if (m_slots[slot] == 0) return slot;
        const Entry& held = entry(m_slots[slot] - 1);
        if (held.hash == hash && std::string_view(held.data, held.size) == text) return slot;
    }
}

std::pair<StringId, bool> StringPool::insert(std::string_view text) {
    const auto hash = static_cast<std::uint32_t>(hashOf(text));
    const std::lock_guard lock(m_mutex);
    const std::size_t slot = slotOf(text, hash);
    if (m_slots[slot] != 0) return {StringId(m_slots[slot] - 1), false};

    const std::size_t index = size();
    if (index == entriesPerBlock * maximumBlocks)
        throw std::length_error("more than a billion different texts");
    auto& block = m_blocks[index / entriesPerBlock];
    if (!block) block = std::make_unique<Entry[]>(entriesPerBlock);
    block[index % entriesPerBlock] = {store(text), static_cast<std::uint32_t>(text.size()), hash};
    m_count.store(index + 1, std::memory_order_release);
    m_slots[slot] = static_cast<std::uint32_t>(index + 1);
    if ((index + 1) * 10 > m_slots.size() * 7) grow();
    return {StringId(index), true};
}

StringId StringPool::find(std::string_view text) const {
    const auto hash = static_cast<std::uint32_t>(hashOf(text));
    const std::lock_guard lock(m_mutex);
    const std::size_t slot = slotOf(text, hash);
    return m_slots[slot] == 0 ? StringId() : StringId(m_slots[slot] - 1);
}

std::string_view StringPool::text(StringId id) const {
    if (!id.valid()) return {};
    const Entry& held = entry(id.index());
    return {held.data, held.size};
}

std::size_t StringPool::memory() const {
    const std::lock_guard lock(m_mutex);
    const std::size_t blocks = (m_count + entriesPerBlock - 1) / entriesPerBlock;
    return m_textBytes + blocks * entriesPerBlock * sizeof(Entry) + m_slots.size() * sizeof(std::uint32_t);
}

void StringPool::grow() {
    std::vector<std::uint32_t> slots(m_slots.size() * 2, 0);
    const std::size_t mask = slots.size() - 1;
    for (std::size_t index = 0; index < m_count; ++index) {
        std::size_t slot = entry(index).hash & mask;
        while (slots[slot] != 0)
            slot = (slot + 1) & mask;
        slots[slot] = static_cast<std::uint32_t>(index + 1);
    }
    m_slots = std::move(slots);
}

const char* StringPool::store(std::string_view text) {
    if (text.size() > m_freeBytes) {
        const std::size_t bytes = std::max(arenaBytes, text.size());
        m_arenas.push_back(std::make_unique<char[]>(bytes));
        m_free = m_arenas.back().get();
        m_freeBytes = bytes;
    }
    char* const place = m_free;
    if (!text.empty()) std::memcpy(place, text.data(), text.size());
    m_free += text.size();
    m_freeBytes -= text.size();
    m_textBytes += text.size();
    return place;
}

} // namespace hallway
