// Small SpanTables written down by hand: times are nanoseconds after an origin, spans are known by their
// number.
#pragma once

#include "base/StringPool.h"
#include "trace/SpanTable.h"

#include <cstdint>
#include <initializer_list>
#include <limits>
#include <string_view>
#include <vector>

namespace hallway::test {

/// Stands for the start of a span that has none.
inline constexpr std::int64_t noTime = std::numeric_limits<std::int64_t>::min();

struct TestSpan {
    std::uint64_t id = 0;
    std::uint64_t parent = 0; ///< 0 = none; one that is not in the trace makes an orphan
    std::int64_t start = 0;
    std::int64_t end = 0; ///< before start: a negative duration; ignored where flagged Unfinished
    SpanKind kind = SpanKind::Internal;
    std::string_view host = "";
    std::uint32_t node = 0;
    std::string_view name = "work";
    std::uint64_t trace = 1;
    SpanFlags flags{};
};

/// Sorts and resolves as an import does: traces by id, spans by (start, id), parents by id, orphans flagged.
class SpanTableBuilder {
public:
    SpanTableBuilder() = default;
    SpanTableBuilder(std::initializer_list<TestSpan> spans) : m_spans(spans) {}

    SpanTableBuilder& add(const TestSpan& span);
    /// Hosts and names are interned into `strings`.
    [[nodiscard]] SpanTable build(StringPool& strings) const;
    /// For tests that do not look at texts.
    [[nodiscard]] SpanTable build() const;

private:
    std::vector<TestSpan> m_spans;
};

/// SpanTableBuilder in one go.
[[nodiscard]] SpanTable spansOf(std::initializer_list<TestSpan> spans);
[[nodiscard]] SpanTable spansOf(std::initializer_list<TestSpan> spans, StringPool& strings);

/// The time `nanoseconds` after the origin.
[[nodiscard]] Timestamp at(std::int64_t nanoseconds);
/// Nanoseconds after the origin.
[[nodiscard]] std::int64_t sinceOrigin(Timestamp time);
/// The row of the span with this number; the first of several.
[[nodiscard]] SpanRow rowOf(std::uint64_t id, const SpanTable& spans);

} // namespace hallway::test
