// Spans counted by what they have in common: a service, an operation, the value of an attribute; and these
// parted once more.
#pragma once

#include "analysis/Distribution.h"
#include "analysis/Subset.h"
#include "base/Cancellation.h"
#include "trace/CallTable.h"
#include "trace/SpanTable.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace hallway {

/// The spans of a subset: they start in its range (calls.md rule 36, as entries) and are chosen.
[[nodiscard]] std::vector<SpanRow> spansIn(const SpanTable& spans, const Subset& subset);
/// All spans of a trace.
[[nodiscard]] std::vector<SpanRow> spansOf(TraceRow trace, const SpanTable& spans);

/// Which group each span is in; every span is in one.
struct SpanGroups {
    std::vector<std::uint32_t> of; ///< by SpanRow, each < count
    std::uint32_t count = 0;
};

/// Group = NodeId of the emitting service.
[[nodiscard]] SpanGroups groupByService(const SpanTable& spans, const CallTable& calls);

struct OperationGroups {
    SpanGroups groups;
    std::vector<StringId> names; ///< by group
};
/// By the span's name, whatever its service.
[[nodiscard]] OperationGroups groupByOperation(const SpanTable& spans);

/// Of some spans. Durations and self times are those of spans that have a duration: `duration->samples` says
/// how many.
struct SpanFigures {
    std::uint64_t spans = 0;
    std::uint64_t failed = 0; ///< calls.md rule 22, own side
    /// Sums; nothing where no span has a duration, or where the sum is more than a Duration can tell.
    std::optional<Duration> total, self;
    std::optional<Distribution> duration;
    bool operator==(const SpanFigures&) const = default;
};

struct StatisticsPart {
    std::uint32_t group = 0; ///< of the second grouping
    SpanFigures figures;
    bool operator==(const StatisticsPart&) const = default;
};

struct StatisticsGroup {
    std::uint32_t group = 0; ///< of the first grouping
    SpanFigures figures;
    std::vector<StatisticsPart> parts; ///< those with a span, by group; nothing where they are not asked for
    bool operator==(const StatisticsGroup&) const = default;
};

struct SpanStatistics {
    SpanFigures all;
    std::vector<StatisticsGroup> groups; ///< those with a span, by group
    bool operator==(const SpanStatistics&) const = default;
};

/// Of the spans `rows`, each named once. `selfTimes`: selfTimesOf() the same table. `then`: null, or what
/// parts each group. Works on up to `threads` threads, 0 = one a processor; the result does not depend on
/// them. Cancelled: whatever it has.
[[nodiscard]] SpanStatistics statisticsOf(std::span<const SpanRow> rows, const SpanTable& spans,
                                          std::span<const Duration> selfTimes, const SpanGroups& by,
                                          const SpanGroups* then, const CancelToken& cancel = {},
                                          unsigned threads = 0);

} // namespace hallway
