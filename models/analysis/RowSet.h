// Some of the rows of a table, a bit each: what a filter or a selection leaves.
#pragma once

#include "trace/SpanTable.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hallway {

template <class Row>
class RowSet {
public:
    /// None of the rows 0 … rows − 1.
    explicit RowSet(std::size_t rows) : m_words((rows + bits - 1) / bits, 0) {}

    void insert(Row row) { m_words[row.index() / bits] |= std::uint64_t{1} << row.index() % bits; }
    [[nodiscard]] bool contains(Row row) const {
        return (m_words[row.index() / bits] >> row.index() % bits & 1) != 0;
    }

private:
    static constexpr std::size_t bits = 64;
    std::vector<std::uint64_t> m_words;
};

using SpanSet = RowSet<SpanRow>;
using TraceSet = RowSet<TraceRow>;

/// All spans of the traces.
[[nodiscard]] SpanSet spansOf(const TraceSet& traces, const SpanTable& spans);

} // namespace hallway
