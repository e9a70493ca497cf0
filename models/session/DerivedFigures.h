// Figures of every span and trace that take a walk through all of them: worked out when first asked for, then
// kept.
#pragma once

#include "base/Cancellation.h"
#include "base/Result.h"
#include "query/FilterCapture.h"
#include "trace/SpanTable.h"

#include <memory>
#include <mutex>

namespace hallway {

/// Any thread; who asks for what another is working out waits. What is referred to must outlive it.
class DerivedFigures {
public:
    DerivedFigures(const SpanTable& spans, const CallTable& calls, const StringPool& strings)
        : m_spans(spans), m_calls(calls), m_strings(strings) {}

    // Errors: Cancelled.
    [[nodiscard]] Result<std::shared_ptr<const std::vector<TraceFacts>>> traces(const CancelToken& cancel);
    [[nodiscard]] Result<FilterCapture::Shapes> traceShapes(const CancelToken& cancel);
    /// calls.md 2.4, of raw times.
    [[nodiscard]] Result<FilterCapture::Durations> selfTimes(const CancelToken& cancel);
    /// Time on the critical path (calls.md 2.2), of adjusted times.
    [[nodiscard]] Result<FilterCapture::Durations> criticalTimes(const CancelToken& cancel);

private:
    const SpanTable& m_spans;
    const CallTable& m_calls;
    const StringPool& m_strings;
    std::mutex m_mutex; ///< of what follows
    std::shared_ptr<const std::vector<TraceFacts>> m_traces;
    FilterCapture::Shapes m_shapes;
    FilterCapture::Durations m_self, m_critical;
};

} // namespace hallway
