// A capture in pieces of whole traces, so that several threads can work on it. Private to this room.
#pragma once

#include "trace/SpanTable.h"

#include <cstddef>
#include <vector>

namespace hallway {

/// Neighbouring traces: [first, end) of SpanTable::traces.
struct TracePiece {
    std::size_t first = 0, end = 0;
};

/// All traces in pieces of about 32 k spans, some milliseconds of work; a trace is never divided.
[[nodiscard]] inline std::vector<TracePiece> piecesOf(const TraceTable& traces) {
    constexpr std::uint32_t spansPerPiece = 1u << 15;
    std::vector<TracePiece> pieces;
    for (std::size_t trace = 0; trace < traces.size(); ++trace) {
        if (pieces.empty() ||
            traces.firstSpan(trace) - traces.firstSpan(pieces.back().first) >= spansPerPiece)
            pieces.push_back({trace, trace});
        pieces.back().end = trace + 1;
    }
    return pieces;
}

} // namespace hallway
