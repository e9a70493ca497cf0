// Trace ids, numbered as they arrive.
#pragma once

#include "analysis/Column.h"
#include "trace/Ids.h"

#include <cstdint>
#include <vector>

namespace hallway {

class TraceNumbers {
public:
    static constexpr std::uint32_t none = 0xffffffff;

    /// The number of a trace, the next one if it is new. Quickest for the one asked for last.
    std::uint32_t add(TraceId id);
    [[nodiscard]] TraceId operator[](std::uint32_t number) const { return m_ids[number]; }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(m_ids.size()); }

private:
    [[nodiscard]] std::size_t slotOf(TraceId id) const;
    void grow();

    Column<TraceId> m_ids;
    std::vector<std::uint32_t> m_slots = std::vector<std::uint32_t>(64, none); ///< open addressing
    std::uint32_t m_last = none;
};

} // namespace hallway
