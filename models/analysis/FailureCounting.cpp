#include "analysis/FailureCounting.h"

#include "analysis/Parallel.h"
#include "analysis/TracePieces.h"

#include <algorithm>
#include <tuple>

namespace hallway {

namespace {

EdgeFailures failuresOn(EdgeId edge, const FailureScope& scope) {
    EdgeFailures found{edge, {}, {}, {}, {}};
    const Edge& held = scope.calls.edges[edge.index()];
    const auto keepFirst = [](CallRow& first, CallRow call) {
        if (!first.valid()) first = call;
    };
    for (std::uint32_t row = held.firstCall; row < held.firstCall + held.callCount; ++row) {
        const CallRow call(row);
        if (!scope.calls.has(call, CallFlag::Failed) || !scope.counts(call)) continue;
        ++found.calls.failed;
        const bool startsHere = scope.calls.has(call, CallFlag::FailedHere);
        ++(startsHere ? found.calls.startsHere : found.calls.passedOn);
        keepFirst(startsHere ? found.startsHere : found.passedOn, call);
        if (!scope.isSwallowed(call)) continue;
        ++found.calls.swallowed;
        keepFirst(found.swallowed, call);
    }
    return found;
}

void add(FailureCounts& sum, const FailureCounts& counts) {
    sum.failed += counts.failed;
    sum.startsHere += counts.startsHere;
    sum.passedOn += counts.passedOn;
    sum.swallowed += counts.swallowed;
}

/// Spans of which a child failed, by row; a byte each, so that threads may write side by side.
std::vector<std::uint8_t> withFailedChild(const SpanTable& spans) {
    std::vector<std::uint8_t> found(spans.size(), 0);
    for (std::size_t row = 0; row < spans.size(); ++row)
        if (spans.flags[row].has(SpanFlag::Failed) && spans.parent[row].valid())
            found[spans.parent[row].index()] = 1;
    return found;
}

class ServiceCounts {
public:
    explicit ServiceCounts(const FailureScope& scope) : m_scope(scope), m_found(scope.calls.nodes.size()) {
        for (std::size_t node = 0; node < m_found.size(); ++node)
            m_found[node].node = NodeId(node);
    }

    void count(SpanRow span, bool hasFailedChild) {
        const bool failed = m_scope.spans.flags[span.index()].has(SpanFlag::Failed);
        const bool isRequest = m_scope.spans.flags[span.index()].has(SpanFlag::Entry);
        if ((!failed && !isRequest) || !m_scope.counts(span)) return;
        ServiceFailures& service = m_found[m_scope.spans.node[span.index()].index()];
        if (failed) countSpan(service, span, hasFailedChild);
        if (isRequest) countRequest(service, span, failed);
    }

    void add(const ServiceCounts& other) {
        for (std::size_t node = 0; node < m_found.size(); ++node) {
            ServiceFailures& sum = m_found[node];
            const ServiceFailures& more = other.m_found[node];
            hallway::add(sum.requests, more.requests);
            hallway::add(sum.spans, more.spans);
            sum.startsHere = std::min(sum.startsHere, more.startsHere); // invalid is the greatest
            sum.passedOn = std::min(sum.passedOn, more.passedOn);
            sum.swallowed = std::min(sum.swallowed, more.swallowed);
        }
    }
    [[nodiscard]] std::vector<ServiceFailures> take() { return std::move(m_found); }

private:
    void countSpan(ServiceFailures& service, SpanRow span, bool hasFailedChild) const {
        ++service.spans.failed;
        ++(hasFailedChild ? service.spans.passedOn : service.spans.startsHere);
        const SpanRow parent = m_scope.spans.parent[span.index()];
        if (parent.valid() && !m_scope.spans.flags[parent.index()].has(SpanFlag::Failed))
            ++service.spans.swallowed;
    }
    void countRequest(ServiceFailures& service, SpanRow span, bool failed) const {
        const bool fromBelow = m_scope.requests.failedCallLeaves(span);
        if (failed) {
            ++service.requests.failed;
            ++(fromBelow ? service.requests.passedOn : service.requests.startsHere);
            SpanRow& first = fromBelow ? service.passedOn : service.startsHere;
            first = std::min(first, span);
        } else if (fromBelow && !m_scope.requests.failed(span)) {
            ++service.requests.swallowed;
            service.swallowed = std::min(service.swallowed, span);
        }
    }

    const FailureScope& m_scope;
    std::vector<ServiceFailures> m_found; ///< by node
};

} // namespace

std::vector<EdgeFailures> countByEdge(const FailureScope& scope) {
    std::vector<EdgeFailures> found(scope.calls.edges.size());
    runPieces(found.size(), scope.threads,
              [&](std::size_t edge) { found[edge] = failuresOn(EdgeId(edge), scope); });
    std::erase_if(found, [](const EdgeFailures& edge) { return edge.calls.failed == 0; });
    std::sort(found.begin(), found.end(), [](const EdgeFailures& a, const EdgeFailures& b) {
        return std::tuple(b.calls.startsHere, b.calls.failed, a.edge) <
               std::tuple(a.calls.startsHere, a.calls.failed, b.edge);
    });
    return found;
}

std::vector<ServiceFailures> countByService(const FailureScope& scope) {
    const std::vector<std::uint8_t> failedBelow = withFailedChild(scope.spans);
    const std::size_t parts = std::min<std::size_t>(threadsFor(scope.threads), 16);
    std::vector<ServiceCounts> counts(parts, ServiceCounts(scope));
    runPieces(parts, scope.threads, [&](std::size_t part) {
        const std::size_t end = scope.spans.size() * (part + 1) / parts;
        for (std::size_t row = scope.spans.size() * part / parts; row < end; ++row)
            counts[part].count(SpanRow(row), failedBelow[row] != 0);
    });
    for (std::size_t part = 1; part < parts; ++part)
        counts.front().add(counts[part]);
    std::vector<ServiceFailures> found = counts.front().take();
    std::erase_if(found, [](const ServiceFailures& service) {
        return service.requests.failed + service.requests.swallowed + service.spans.failed == 0;
    });
    std::sort(found.begin(), found.end(), [](const ServiceFailures& a, const ServiceFailures& b) {
        return std::tuple(b.requests.startsHere, b.requests.failed, b.spans.failed, a.node) <
               std::tuple(a.requests.startsHere, a.requests.failed, a.spans.failed, b.node);
    });
    return found;
}

} // namespace hallway
