// What a filter asks of an open capture. The room that holds the capture implements it, and whoever tests
// filters.
#pragma once

#include "base/Cancellation.h"
#include "base/Result.h"
#include "trace/AttributePredicate.h"
#include "trace/CallTable.h"
#include "trace/RowSet.h"
#include "trace/SpanTable.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace hallway {

/// Of one trace.
struct TraceFacts {
    SpanRow root;                     ///< as `hallway traces` names it
    std::optional<Duration> duration; ///< nothing where no span has a time
};

class FilterCapture {
public:
    virtual ~FilterCapture() = default;

    [[nodiscard]] virtual const SpanTable& spans() const = 0;
    [[nodiscard]] virtual const CallTable& calls() const = 0;
    [[nodiscard]] virtual const StringPool& strings() const = 0;

    // What takes a pass over the capture, asked only where a filter needs it. Errors of all: Cancelled,
    // CacheDamaged.
    /// By TraceRow.
    [[nodiscard]] virtual Result<std::shared_ptr<const std::vector<TraceFacts>>>
    traces(const CancelToken& cancel) const = 0;
    /// TraceShape::hash by TraceRow.
    using Shapes = std::shared_ptr<const std::vector<std::uint64_t>>;
    [[nodiscard]] virtual Result<Shapes> traceShapes(const CancelToken& cancel) const = 0;
    /// A duration of each span, by SpanRow; nothing where it has none.
    using Durations = std::shared_ptr<const std::vector<std::optional<Duration>>>;
    [[nodiscard]] virtual Result<Durations> selfTimes(const CancelToken& cancel) const = 0;
    [[nodiscard]] virtual Result<Durations> criticalTimes(const CancelToken& cancel) const = 0;
    /// For each predicate the spans it is true of, in one pass over all rows.
    [[nodiscard]] virtual Result<std::vector<SpanSet>>
    spansWith(std::span<const AttributePredicate> predicates, const CancelToken& cancel) const = 0;
    /// By SpanRow; not a number where there is none. `place`: Span, Resource, Anywhere or Instrumentation.
    [[nodiscard]] virtual Result<std::vector<double>> numbers(AttributePlace place, const std::string& key,
                                                              const CancelToken& cancel) const = 0;
};

} // namespace hallway
