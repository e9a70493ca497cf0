// One trace as the waterfall paints it: a self-contained value, so that painting needs neither tables nor
// store. Times are offsets from the start of the trace.
#pragma once

#include "analysis/CriticalPath.h"
#include "analysis/SpanTree.h"
#include "base/StringPool.h"
#include "trace/CallTable.h"
#include "trace/SpanDetails.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace hallway {

/// What the hot columns do not know of a span. Whoever has the store reads it for the spans it wants to mark;
/// a trace paints without any.
struct SpanMarks {
    struct Event {
        Timestamp time; ///< raw
        QString name;
        bool exception = false;
    };
    SpanRow row;
    std::vector<Event> events;      ///< in any order
    std::uint32_t retryOrdinal = 0; ///< resend count; 0 = a first try or unknown
    bool coldStart = false;         ///< calls.md rule 27
};

/// Reads the marks off what the store says about a span.
[[nodiscard]] SpanMarks spanMarksOf(SpanRow row, const SpanDetails& details);

/// calls.md rule 23 for spans.
enum class SpanFailure : std::uint8_t { None, StartsHere, PassedOn };

/// Part of one of WaterfallTrace's flat vectors.
struct IndexRange {
    std::uint32_t first = 0, count = 0;
};

struct WaterfallService {
    QString label;
    std::uint32_t colour = 0; ///< look.md section 1: 0…11
};

struct WaterfallSegment {
    Duration from{}, to{};
    bool operator==(const WaterfallSegment&) const = default;
};

struct WaterfallEvent {
    Duration at{};
    QString name;
    bool exception = false;
};

struct WaterfallSpan {
    SpanRow row;
    std::uint32_t parent = TreeSpan::none; ///< index, or TreeSpan::none
    std::uint32_t depth = 0;
    std::uint32_t subtreeSize = 1; ///< itself included
    std::uint32_t childCount = 0;
    std::uint32_t service = 0;       ///< index into services
    std::uint32_t operation = 0;     ///< index into operations
    std::uint32_t failuresBelow = 0; ///< failures that start in its subtree, itself included
    std::uint32_t retry = 0;         ///< n-th retry; 0 = none
    IndexRange selfTime;             ///< into segments; leaves have none: all of their time is their own
    IndexRange events;               ///< into events
    Duration start{};
    Duration end{};               ///< without a duration: where its last descendant ends, at least `start`
    std::optional<Duration> skew; ///< shift applied to it and its subtree
    SpanFailure failure = SpanFailure::None;
    bool unfinished = false, negative = false, orphan = false, coldStart = false, hasLinks = false;

    [[nodiscard]] bool hasDuration() const { return !unfinished && !negative; }
    [[nodiscard]] Duration duration() const { return end - start; }
};

/// A stretch of the critical path.
struct WaterfallPathSection {
    std::uint32_t span = 0;
    Duration from{}, to{};
};

struct WaterfallTrace {
    TraceRow trace;
    QString id;      ///< as text
    Timestamp start; ///< what offset 0 is
    Duration duration{};
    std::vector<WaterfallSpan> spans; ///< pre-order, as SpanTree
    std::vector<WaterfallService> services;
    std::vector<QString>
        operations; ///< distinct; of a call to a virtual node: operation, two spaces, its name
    std::vector<WaterfallSegment> segments;
    std::vector<WaterfallEvent> events;     ///< of one span sorted by time
    std::vector<WaterfallPathSection> path; ///< root by root, each in order of time
    std::uint32_t failureOrigins = 0;
    ClockMode clocks = ClockMode::Raw;

    [[nodiscard]] bool empty() const { return spans.empty(); }
    [[nodiscard]] const QString& serviceOf(const WaterfallSpan& span) const {
        return services[span.service].label;
    }
    [[nodiscard]] const QString& operationOf(const WaterfallSpan& span) const {
        return operations[span.operation];
    }
    /// The service's name is left out when it is the parent's.
    [[nodiscard]] bool namesService(const WaterfallSpan& span) const {
        return span.parent == TreeSpan::none || spans[span.parent].service != span.service;
    }
    SpanRow firstRow;                      ///< of the trace's spans
    std::vector<std::uint32_t> indexOfRow; ///< by row − firstRow

    /// Index of a span; nothing when it is of another trace. Constant time.
    [[nodiscard]] std::optional<std::uint32_t> find(SpanRow row) const;
};

/// The spans [first, end).
struct SpanStretch {
    std::uint32_t first = 0, end = 0;
    [[nodiscard]] bool contains(std::uint32_t span) const { return span >= first && span < end; }
};
/// A span with everything below it; TreeSpan::none stands for the whole trace.
[[nodiscard]] SpanStretch subtreeOf(const WaterfallTrace& trace, std::uint32_t root);
/// From the earliest start to the latest end in a subtree.
[[nodiscard]] WaterfallSegment timeOfSubtree(const WaterfallTrace& trace, std::uint32_t root);

/// Everything the waterfall shows of `tree`. `marks` in any order, of any spans. Pure; fit for a background
/// job.
[[nodiscard]] WaterfallTrace waterfallTraceOf(const SpanTree& tree, ClockMode clocks, const SpanTable& spans,
                                              const CallTable& calls, const StringPool& strings,
                                              std::span<const SpanMarks> marks = {});

} // namespace hallway
