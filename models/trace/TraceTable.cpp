#include "trace/TraceTable.h"

namespace hallway {

void TraceTable::reserve(std::size_t traces) {
    idHigh.reserve(traces);
    idLow.reserve(traces);
    idIsOpaque.reserve(traces);
    endSpan.reserve(traces);
}

void TraceTable::append(TraceId id, std::uint32_t spanCount) {
    const std::uint32_t end = firstSpan(size()) + spanCount;
    idHigh.push_back(id.high);
    idLow.push_back(id.low);
    idIsOpaque.push_back(id.opaque ? 1 : 0);
    endSpan.push_back(end);
}

} // namespace hallway
