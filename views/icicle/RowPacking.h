// Rows for intervals that may overlap: each gets the first one below its parent that is free.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hallway {

/// Intervals come in order of their starts. A row is free where nothing placed before ends after the start.
class RowPacking {
public:
    /// There are never more rows than `most`.
    explicit RowPacking(std::size_t most);

    /// The first free row at or after `least`, now taken until `to`.
    [[nodiscard]] std::uint32_t place(std::uint32_t least, double from, double to);

private:
    std::size_t m_leaves = 1;    ///< a power of two
    std::vector<double> m_least; ///< a tree of the least end of each range of rows; leaves at the end
};

} // namespace hallway
