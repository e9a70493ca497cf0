// The traces of a capture: structure of arrays, 21 bytes a trace.
#pragma once

#include "trace/Ids.h"

#include <cstdint>
#include <vector>

namespace hallway {

/// One trace: its spans are the rows [firstSpan, firstSpan + spanCount) of SpanTable.
struct TraceEntry {
    TraceId id;
    std::uint32_t firstSpan = 0;
    std::uint32_t spanCount = 0;
    bool operator==(const TraceEntry&) const = default;
};

/// Their spans lie one behind the other, without a gap. All columns have the same length.
struct TraceTable {
    std::vector<std::uint64_t> idHigh, idLow; ///< TraceId
    std::vector<std::uint8_t> idIsOpaque;     ///< 0 or 1
    std::vector<std::uint32_t> endSpan;       ///< the row behind the last span

    bool operator==(const TraceTable&) const = default;

    [[nodiscard]] std::size_t size() const { return endSpan.size(); }
    [[nodiscard]] bool empty() const { return endSpan.empty(); }
    [[nodiscard]] std::uint32_t firstSpan(std::size_t trace) const {
        return trace == 0 ? 0 : endSpan[trace - 1];
    }
    [[nodiscard]] TraceEntry operator[](std::size_t trace) const {
        return {{idHigh[trace], idLow[trace], idIsOpaque[trace] != 0},
                firstSpan(trace),
                endSpan[trace] - firstSpan(trace)};
    }

    void reserve(std::size_t traces);
    /// Its spans follow those of the trace before.
    void append(TraceId id, std::uint32_t spanCount);
};

} // namespace hallway
