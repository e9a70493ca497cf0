#include "analysis/Retries.h"

#include "analysis/CallsInSubset.h"
#include "analysis/Parallel.h"
#include "base/DurationSum.h"

#include <algorithm>
#include <tuple>

namespace hallway {

namespace {

/// A call as an attempt. Siblings share parent and operation; those without a parent share their trace.
struct Attempt {
    SpanRow parent;
    TraceRow trace; ///< where there is no parent
    StringId operation;
    Timestamp start, end;
    CallRow call;

    [[nodiscard]] auto logical() const { return std::tie(parent, trace, operation); }
};

Attempt attemptOf(CallRow call, CallClass callClass, const SpanTable& spans, const CallTable& calls) {
    const SpanRow server = calls.server[call.index()], client = calls.client[call.index()];
    Attempt attempt;
    // A message is sent once and delivered several times.
    const bool isMessage = callClass == CallClass::Messaging && server.valid();
    const SpanRow span = isMessage ? server : calls.timedBy(call);
    attempt.parent = isMessage && client.valid() ? client : spans.parent[span.index()];
    if (!attempt.parent.valid()) attempt.trace = spans.traceOf(span);
    attempt.operation = spans.name[span.index()];
    attempt.start = spans.start[span.index()];
    attempt.end = spans.end[span.index()];
    attempt.call = call;
    return attempt;
}

/// Logical calls of one group of siblings, in order of time.
class LogicalCalls {
public:
    LogicalCalls(const CallTable& calls, std::vector<LogicalCall>& found) : m_calls(calls), m_found(found) {}

    void begin() { m_begin = m_found.size(); }
    void add(const Attempt& attempt) {
        const bool failed = m_calls.has(attempt.call, CallFlag::Failed);
        LogicalCall* const before =
            m_calls.has(attempt.call, CallFlag::Retry) ? continuedBy(attempt) : nullptr;
        if (!before) {
            m_found.push_back({attempt.call, attempt.call, 1, failed ? 1u : 0u, !failed, {}});
            m_ends.resize(m_found.size());
            m_starts.resize(m_found.size());
            m_ends.back() = attempt.end;
            m_starts.back() = attempt.start;
            return;
        }
        const auto place = static_cast<std::size_t>(before - m_found.data());
        before->last = attempt.call;
        ++before->attempts;
        before->failed += failed;
        before->succeeded = !failed;
        before->delay = attempt.start - m_starts[place];
        m_ends[place] = attempt.end;
    }

private:
    /// Looks back at the latest calls only: a sibling that began long ago is no earlier attempt.
    LogicalCall* continuedBy(const Attempt& attempt) {
        constexpr std::size_t mostLookedAt = 64;
        LogicalCall* latest = nullptr;
        for (std::size_t i = m_found.size(); i > m_begin && m_found.size() - i < mostLookedAt; --i) {
            LogicalCall& call = m_found[i - 1];
            if (m_ends[i - 1] > attempt.start) continue;
            if (!call.succeeded) return &call;
            if (!latest) latest = &call;
        }
        return latest;
    }

    const CallTable& m_calls;
    std::vector<LogicalCall>& m_found;
    std::vector<Timestamp> m_starts, m_ends; ///< of the first and the last attempt, by place in m_found
    std::size_t m_begin = 0;
};

std::vector<LogicalCall> logicalCalls(std::vector<Attempt>& attempts, const CallTable& calls) {
    std::sort(attempts.begin(), attempts.end(), [](const Attempt& a, const Attempt& b) {
        if (a.logical() != b.logical()) return a.logical() < b.logical();
        return std::tie(a.start, a.call) < std::tie(b.start, b.call);
    });
    std::vector<LogicalCall> found;
    LogicalCalls logical(calls, found);
    for (std::size_t i = 0; i < attempts.size(); ++i) {
        if (i == 0 || attempts[i].logical() != attempts[i - 1].logical()) logical.begin();
        logical.add(attempts[i]);
    }
    return found;
}

EdgeRetries retriesOn(EdgeId edge, const SpanTable& spans, const CallTable& calls, const Subset& subset) {
    EdgeRetries sum;
    sum.edge = edge;
    forEachCall(edge, calls, subset, [&](CallRow call) {
        ++sum.calls;
        sum.retries += calls.has(call, CallFlag::Retry);
    });
    if (sum.retries == 0) return sum;
    std::vector<Attempt> attempts;
    attempts.reserve(sum.calls);
    const CallClass callClass = calls.edges[edge.index()].callClass;
    forEachCall(edge, calls, subset,
                [&](CallRow call) { attempts.push_back(attemptOf(call, callClass, spans, calls)); });
    std::vector<LogicalCall> logical = logicalCalls(attempts, calls);
    std::erase_if(logical, [](const LogicalCall& call) { return call.attempts < 2; });
    for (const LogicalCall& call : logical) {
        ++sum.repeated;
        sum.hidden += call.hidesFailures();
        if (call.hidesFailures()) sum.hiddenFailures += call.failed;
        sum.exhausted += !call.succeeded;
        sum.mostAttempts = std::max(sum.mostAttempts, call.attempts);
        addTo(sum.delay, call.delay);
    }
    const auto end =
        logical.begin() + static_cast<std::ptrdiff_t>(std::min(logical.size(), EdgeRetries::mostWorst));
    std::partial_sort(logical.begin(), end, logical.end(), [](const LogicalCall& a, const LogicalCall& b) {
        return std::tuple(b.attempts, b.delay, a.first) < std::tuple(a.attempts, a.delay, b.first);
    });
    sum.worst.assign(logical.begin(), end);
    return sum;
}

/// Traces by their retries.
std::vector<RetryTrace> tracesWithRetries(const std::vector<EdgeRetries>& edges, const SpanTable& spans,
                                          const CallTable& calls, const Subset& subset) {
    std::vector<std::pair<TraceRow, CallRow>> retries;
    for (const EdgeRetries& edge : edges)
        forEachCall(edge.edge, calls, subset, [&](CallRow call) {
            if (calls.has(call, CallFlag::Retry))
                retries.emplace_back(spans.traceOf(calls.timedBy(call)), call);
        });
    std::sort(retries.begin(), retries.end());
    std::vector<RetryTrace> traces;
    for (const auto& [trace, call] : retries) {
        if (traces.empty() || traces.back().trace != trace) traces.push_back({trace, 0, call});
        ++traces.back().retries;
    }
    std::stable_sort(traces.begin(), traces.end(),
                     [](const RetryTrace& a, const RetryTrace& b) { return a.retries > b.retries; });
    return traces;
}

} // namespace

RetryReport retriesOf(const SpanTable& spans, const CallTable& calls, const Subset& subset,
                      unsigned threads) {
    RetryReport report;
    report.edges.resize(calls.edges.size());
    runPieces(report.edges.size(), threads,
              [&](std::size_t edge) { report.edges[edge] = retriesOn(EdgeId(edge), spans, calls, subset); });
    std::erase_if(report.edges, [](const EdgeRetries& edge) { return edge.retries == 0; });
    std::stable_sort(report.edges.begin(), report.edges.end(),
                     [](const EdgeRetries& a, const EdgeRetries& b) { return a.retries > b.retries; });
    for (const EdgeRetries& edge : report.edges)
        report.retries += edge.retries;
    report.traces = tracesWithRetries(report.edges, spans, calls, subset);
    report.tracesWithRetries = report.traces.size();
    if (report.traces.size() > RetryReport::mostTraces) report.traces.resize(RetryReport::mostTraces);
    return report;
}

} // namespace hallway
