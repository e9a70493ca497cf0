#include "support/SpanTableBuilder.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace hallway::test {

namespace {

constexpr std::int64_t origin = 1'700'000'000'000'000'000;

/// No start counts as the least, as in an import.
auto sortKey(const TestSpan& span) { return std::tuple(span.trace, span.start, span.id); }

} // namespace

Timestamp at(std::int64_t nanoseconds) { return timestampOf(origin + nanoseconds); }

std::int64_t sinceOrigin(Timestamp time) { return nanosecondsOf(time) - origin; }

SpanTableBuilder& SpanTableBuilder::add(const TestSpan& span) {
    m_spans.push_back(span);
    return *this;
}

SpanTable SpanTableBuilder::build() const {
    StringPool strings;
    return build(strings);
}

SpanTable SpanTableBuilder::build(StringPool& strings) const {
    std::vector<TestSpan> sorted = m_spans;
    std::sort(sorted.begin(), sorted.end(),
              [](const TestSpan& a, const TestSpan& b) { return sortKey(a) < sortKey(b); });
    std::map<std::pair<std::uint64_t, std::uint64_t>, SpanRow> rows;
    for (std::size_t i = 0; i < sorted.size(); ++i)
        rows.emplace(std::pair(sorted[i].trace, sorted[i].id), SpanRow(i));

    SpanTable table;
    for (const TestSpan& span : sorted) {
        const auto row = static_cast<std::uint32_t>(table.size());
        if (table.traces.empty() || table.traces.idLow.back() != span.trace)
            table.traces.append(TraceId{0, span.trace, false}, 0);
        ++table.traces.endSpan.back();

        SpanFlags flags = span.flags;
        if (span.start == noTime) flags.set(SpanFlag::Unfinished);
        if (!flags.has(SpanFlag::Unfinished) && span.end < span.start) flags.set(SpanFlag::NegativeDuration);
        const bool timed = !flags.has(SpanFlag::Unfinished) && !flags.has(SpanFlag::NegativeDuration);
        const Timestamp start = span.start == noTime ? Timestamp() : at(span.start);
        const auto parent = rows.find({span.trace, span.parent});
        if (span.parent != 0 && parent == rows.end()) flags.set(SpanFlag::Orphan);

        table.start.push_back(start);
        table.end.push_back(timed ? at(span.end) : start);
        table.id.push_back(span.id);
        table.parent.push_back(span.parent == 0 || parent == rows.end() ? SpanRow() : parent->second);
        table.node.push_back(NodeId(span.node));
        table.name.push_back(strings.intern(span.name));
        table.host.push_back(strings.intern(span.host));
        table.storeRow.push_back(StoreRow(row));
        table.flags.push_back(flags);
        table.kindAndStatus.push_back(SpanTable::pack(span.kind, SpanStatus::Unset, false));
    }
    return table;
}

SpanTable spansOf(std::initializer_list<TestSpan> spans) { return SpanTableBuilder(spans).build(); }

SpanTable spansOf(std::initializer_list<TestSpan> spans, StringPool& strings) {
    return SpanTableBuilder(spans).build(strings);
}

SpanRow rowOf(std::uint64_t id, const SpanTable& spans) {
    const auto found = std::find(spans.id.begin(), spans.id.end(), id);
    return found == spans.id.end() ? SpanRow() : SpanRow(static_cast<std::size_t>(found - spans.id.begin()));
}

} // namespace hallway::test
