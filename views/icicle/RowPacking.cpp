#include "icicle/RowPacking.h"

#include <algorithm>
#include <limits>

namespace hallway {

RowPacking::RowPacking(std::size_t most) {
    while (m_leaves < most)
        m_leaves *= 2;
    m_least.assign(2 * m_leaves, -std::numeric_limits<double>::infinity());
}

std::uint32_t RowPacking::place(std::uint32_t least, double from, double to) {
    // From the leaf up until a range to the right has a free row, then down to its first one.
    std::size_t node = m_leaves + least;
    while (m_least[node] > from) {
        while (node % 2 == 1) // a right child: nothing more under its parent
            node /= 2;
        ++node;
    }
    while (node < m_leaves) {
        node *= 2;
        if (m_least[node] > from) ++node;
    }
    const auto row = static_cast<std::uint32_t>(node - m_leaves);
    m_least[node] = to;
    for (node /= 2; node > 0; node /= 2)
        m_least[node] = std::min(m_least[2 * node], m_least[2 * node + 1]);
    return row;
}

} // namespace hallway
