#include "analysis/SpanStatistics.h"

#include "analysis/Parallel.h"

#include <limits>

namespace hallway {

namespace {

/// A sum of durations that knows when it went beyond what they can tell.
class DurationSum {
public:
    void add(Duration value) {
        std::int64_t sum = 0;
        if (__builtin_add_overflow(m_sum, value.count(), &sum))
            m_isLost = true;
        else
            m_sum = sum;
    }
    [[nodiscard]] std::optional<Duration> value() const {
        return m_isLost ? std::nullopt : std::optional(Duration(m_sum));
    }

private:
    std::int64_t m_sum = 0;
    bool m_isLost = false;
};

/// Reads figures off runs of rows; keeps its memory from one to the next.
class FigureReader {
public:
    FigureReader(const SpanTable& spans, std::span<const Duration> selfTimes)
        : m_spans(spans), m_selfTimes(selfTimes) {}

    [[nodiscard]] SpanFigures of(std::span<const SpanRow> rows) {
        SpanFigures figures;
        figures.spans = rows.size();
        DurationSum total, self;
        m_durations.clear();
        for (const SpanRow row : rows) {
            if (m_spans.flags[row.index()].has(SpanFlag::Failed)) ++figures.failed;
            if (!m_spans.hasDuration(row)) continue;
            m_durations.push_back(m_spans.duration(row));
            total.add(m_durations.back());
            self.add(m_selfTimes[row.index()]);
        }
        if (m_durations.empty()) return figures;
        figures.total = total.value();
        figures.self = self.value();
        figures.duration = distributionOf(m_durations);
        return figures;
    }

private:
    const SpanTable& m_spans;
    std::span<const Duration> m_selfTimes;
    std::vector<Duration> m_durations;
};

/// Rows by group, in the order they had; `first[g]` is where those of group g begin, one more at the end.
struct SortedRows {
    std::vector<SpanRow> rows;
    std::vector<std::uint32_t> first;
};

SortedRows sorted(std::span<const SpanRow> rows, const SpanGroups& groups) {
    SortedRows result{std::vector<SpanRow>(rows.size()), std::vector<std::uint32_t>(groups.count + 1, 0)};
    for (const SpanRow row : rows)
        ++result.first[groups.of[row.index()] + 1];
    for (std::size_t i = 1; i < result.first.size(); ++i)
        result.first[i] += result.first[i - 1];
    std::vector<std::uint32_t> next(result.first.begin(), result.first.end() - 1);
    for (const SpanRow row : rows)
        result.rows[next[groups.of[row.index()]]++] = row;
    return result;
}

/// `rows` are of one group of the first grouping and stand by groups of the second.
std::vector<StatisticsPart> partsOf(std::span<const SpanRow> rows, const SpanGroups& then,
                                    FigureReader& reader) {
    std::vector<StatisticsPart> parts;
    for (std::size_t begin = 0; begin < rows.size();) {
        const std::uint32_t group = then.of[rows[begin].index()];
        std::size_t end = begin;
        while (end < rows.size() && then.of[rows[end].index()] == group)
            ++end;
        parts.push_back({group, reader.of(rows.subspan(begin, end - begin))});
        begin = end;
    }
    return parts;
}

} // namespace

std::vector<SpanRow> spansIn(const SpanTable& spans, const Subset& subset) {
    std::vector<SpanRow> rows;
    rows.reserve(subset.isEverything() ? spans.size() : 0);
    for (std::size_t row = 0; row < spans.size(); ++row)
        if (subset.range.contains(spans.start[row]) && subset.hasSpan(SpanRow(row))) rows.emplace_back(row);
    return rows;
}

std::vector<SpanRow> spansOf(TraceRow trace, const SpanTable& spans) {
    const TraceEntry entry = spans.traces[trace.index()];
    std::vector<SpanRow> rows;
    for (std::uint32_t i = 0; i < entry.spanCount; ++i)
        rows.emplace_back(entry.firstSpan + i);
    return rows;
}

SpanGroups groupByService(const SpanTable& spans, const CallTable& calls) {
    SpanGroups groups;
    groups.count = static_cast<std::uint32_t>(calls.nodes.size());
    groups.of.reserve(spans.size());
    for (const NodeId node : spans.node)
        groups.of.push_back(node.value());
    return groups;
}

OperationGroups groupByOperation(const SpanTable& spans) {
    constexpr std::uint32_t unseen = std::numeric_limits<std::uint32_t>::max();
    OperationGroups result;
    std::vector<std::uint32_t> groupOf; // by StringId, behind that of no name
    result.groups.of.reserve(spans.size());
    for (const StringId name : spans.name) {
        const std::size_t place = name.valid() ? name.index() + 1 : 0;
        if (place >= groupOf.size()) groupOf.resize(place + 1, unseen);
        std::uint32_t& group = groupOf[place];
        if (group == unseen) {
            group = result.groups.count++;
            result.names.push_back(name);
        }
        result.groups.of.push_back(group);
    }
    return result;
}

SpanStatistics statisticsOf(std::span<const SpanRow> rows, const SpanTable& spans,
                            std::span<const Duration> selfTimes, const SpanGroups& by, const SpanGroups* then,
                            const CancelToken& cancel, unsigned threads) {
    SpanStatistics result;
    // By the second grouping, then by the first without disturbing that: each group then holds its parts as
    // runs.
    const std::vector<SpanRow> byParts =
        then ? sorted(rows, *then).rows : std::vector<SpanRow>(rows.begin(), rows.end());
    const SortedRows byGroup = sorted(byParts, by);
    for (std::uint32_t group = 0; group < by.count; ++group)
        if (byGroup.first[group] < byGroup.first[group + 1]) result.groups.push_back({group, {}, {}});

    runPieces(result.groups.size() + 1, threads, [&](std::size_t piece) {
        if (cancel.cancelled()) return;
        FigureReader reader(spans, selfTimes);
        if (piece == 0) { // the longest first
            result.all = reader.of(rows);
            return;
        }
        StatisticsGroup& group = result.groups[piece - 1];
        const std::uint32_t first = byGroup.first[group.group];
        const auto held = std::span(byGroup.rows).subspan(first, byGroup.first[group.group + 1] - first);
        group.figures = reader.of(held);
        if (then) group.parts = partsOf(held, *then, reader);
    });
    return result;
}

} // namespace hallway
