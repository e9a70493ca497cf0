#include "analysis/TraceNumbers.h"

namespace hallway {

std::uint32_t TraceNumbers::add(TraceId id) {
    if (m_last != none && m_ids[m_last] == id) return m_last;
    const std::size_t slot = slotOf(id);
    m_last = m_slots[slot];
    if (m_last == none) {
        m_last = m_slots[slot] = size();
        m_ids.push_back(id);
        if (m_ids.size() * 4 > m_slots.size() * 3) grow();
    }
    return m_last;
}

std::size_t TraceNumbers::slotOf(TraceId id) const {
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = TraceIdHash()(id) & mask;
    while (m_slots[slot] != none && m_ids[m_slots[slot]] != id)
        slot = (slot + 1) & mask;
    return slot;
}

void TraceNumbers::grow() {
    m_slots.assign(m_slots.size() * 2, none);
    for (std::uint32_t number = 0; number < size(); ++number)
        m_slots[slotOf(m_ids[number])] = number;
}

} // namespace hallway
