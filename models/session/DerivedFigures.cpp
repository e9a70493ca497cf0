#include "session/DerivedFigures.h"

#include "analysis/CriticalPath.h"
#include "analysis/Parallel.h"
#include "analysis/SpanTree.h"
#include "analysis/TraceList.h"
#include "analysis/TraceShapes.h"

namespace hallway {

namespace {

using Columns = std::vector<std::optional<Duration>>;

/// Fills a column trace by trace; `ofTree` gives the durations by index of the tree.
template <class OfTree>
Result<FilterCapture::Durations> columnOf(const SpanTable& spans, ClockMode clocks, const CancelToken& cancel,
                                          OfTree ofTree) {
    auto column = std::make_shared<Columns>(spans.size());
    const std::size_t traces = spans.traces.size();
    constexpr std::size_t tracesInPiece = 256;
    runPieces((traces + tracesInPiece - 1) / tracesInPiece, 0, [&](std::size_t piece) {
        const std::size_t end = std::min(traces, (piece + 1) * tracesInPiece);
        for (std::size_t trace = piece * tracesInPiece; trace < end && !cancel.cancelled(); ++trace) {
            const SpanTree tree = spanTreeOf(TraceRow(trace), spans, clocks);
            const Columns durations = ofTree(tree);
            for (std::size_t i = 0; i < tree.spans.size(); ++i)
                (*column)[tree.spans[i].row.index()] = durations[i];
        }
    });
    if (cancel.cancelled()) return fail(ErrorCode::Cancelled);
    return column;
}

} // namespace

Result<std::shared_ptr<const std::vector<TraceFacts>>> DerivedFigures::traces(const CancelToken& cancel) {
    if (cancel.cancelled()) return fail(ErrorCode::Cancelled);
    const std::lock_guard lock(m_mutex);
    if (m_traces) return m_traces;
    auto facts = std::make_shared<std::vector<TraceFacts>>();
    for (const TraceSummary& summary : summariseTraces(m_spans))
        facts->push_back({summary.root, summary.duration});
    m_traces = std::move(facts);
    return m_traces;
}

Result<FilterCapture::Shapes> DerivedFigures::traceShapes(const CancelToken& cancel) {
    if (cancel.cancelled()) return fail(ErrorCode::Cancelled);
    const std::lock_guard lock(m_mutex);
    if (!m_shapes)
        m_shapes =
            std::make_shared<const std::vector<std::uint64_t>>(traceShapeHashes(m_spans, m_calls, m_strings));
    return m_shapes;
}

Result<FilterCapture::Durations> DerivedFigures::selfTimes(const CancelToken& cancel) {
    const std::lock_guard lock(m_mutex);
    if (m_self) return m_self;
    auto column = columnOf(m_spans, ClockMode::Raw, cancel,
                           [this](const SpanTree& tree) { return hallway::selfTimes(tree, m_spans); });
    if (column) m_self = *column;
    return column;
}

Result<FilterCapture::Durations> DerivedFigures::criticalTimes(const CancelToken& cancel) {
    const std::lock_guard lock(m_mutex);
    if (m_critical) return m_critical;
    auto column = columnOf(m_spans, ClockMode::Adjusted, cancel, [this](const SpanTree& tree) {
        return hallway::criticalTimes(tree, m_spans, m_strings);
    });
    if (column) m_critical = *column;
    return column;
}

} // namespace hallway
