// Some of the rows of a table, a bit each: what a filter or a selection leaves.
#pragma once

#include "trace/CallTable.h"
#include "trace/SpanTable.h"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace hallway {

template <class Row>
class RowSet {
public:
    /// None of the rows 0 … rows − 1.
    explicit RowSet(std::size_t rows = 0) : m_words((rows + bits - 1) / bits, 0), m_rows(rows) {}
    [[nodiscard]] static RowSet all(std::size_t rows) {
        RowSet set;
        set.m_rows = rows;
        set.m_words.assign((rows + bits - 1) / bits, ~std::uint64_t{0});
        set.dropBeyond();
        return set;
    }

    void insert(Row row) { m_words[row.index() / bits] |= std::uint64_t{1} << row.index() % bits; }
    [[nodiscard]] bool contains(Row row) const {
        return (m_words[row.index() / bits] >> row.index() % bits & 1) != 0;
    }
    [[nodiscard]] std::size_t rows() const { return m_rows; } ///< that could be in it
    [[nodiscard]] std::size_t count() const {
        std::size_t count = 0;
        for (const std::uint64_t word : m_words)
            count += static_cast<std::size_t>(std::popcount(word));
        return count;
    }
    [[nodiscard]] bool empty() const { return count() == 0; }

    // Of the same table.
    RowSet& operator|=(const RowSet& other) {
        for (std::size_t i = 0; i < m_words.size(); ++i)
            m_words[i] |= other.m_words[i];
        return *this;
    }
    RowSet& operator&=(const RowSet& other) {
        for (std::size_t i = 0; i < m_words.size(); ++i)
            m_words[i] &= other.m_words[i];
        return *this;
    }
    void invert() {
        for (std::uint64_t& word : m_words)
            word = ~word;
        dropBeyond();
    }
    /// Calls visit(row) for each, ascending.
    template <class Visit>
    void forEach(Visit visit) const {
        for (std::size_t i = 0; i < m_words.size(); ++i)
            for (std::uint64_t word = m_words[i]; word != 0; word &= word - 1)
                visit(Row(i * bits + static_cast<std::size_t>(std::countr_zero(word))));
    }
    bool operator==(const RowSet&) const = default;

private:
    void dropBeyond() {
        if (m_rows % bits != 0) m_words.back() &= (std::uint64_t{1} << m_rows % bits) - 1;
    }

    static constexpr std::size_t bits = 64;
    std::vector<std::uint64_t> m_words;
    std::size_t m_rows = 0;
};

using SpanSet = RowSet<SpanRow>;
using TraceSet = RowSet<TraceRow>;
using CallSet = RowSet<CallRow>;

/// All spans of the traces.
[[nodiscard]] SpanSet spansOf(const TraceSet& traces, const SpanTable& spans);
/// The traces that hold one of the spans.
[[nodiscard]] TraceSet tracesOf(const SpanSet& chosen, const SpanTable& spans);

} // namespace hallway
