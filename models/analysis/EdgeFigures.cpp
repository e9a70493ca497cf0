#include "analysis/EdgeFigures.h"

#include <algorithm>

namespace hallway {

void EdgeFigures::Samples::clear() {
    for (std::vector<Duration>* const samples : {&latency, &client, &server, &network, &delivery})
        samples->clear();
}

EdgeFigures::EdgeFigures(const SpanTable& spans, const CallTable& calls, const TimeRange& range)
    : m_spans(spans), m_calls(calls), m_range(range), m_callsOfEntry(spans.size(), 0) {}

GraphEdge EdgeFigures::of(EdgeId id, std::uint64_t callerEntries) {
    const Edge& source = m_calls.edges[id.index()];
    GraphEdge edge;
    edge.id = id;
    edge.caller = source.caller;
    edge.callee = source.callee;
    edge.callClass = source.callClass;
    edge.fromMissingParent = m_calls.nodes[source.caller.index()].missingParent;

    m_samples.clear();
    const auto first = m_calls.time.begin() + source.firstCall;
    const auto from = std::lower_bound(first, first + source.callCount, m_range.from);
    const auto to = m_range.isEverything() ? first + source.callCount
                                           : std::lower_bound(from, first + source.callCount, m_range.to);
    for (auto at = from; at != to; ++at)
        count(edge, CallRow(static_cast<std::size_t>(at - m_calls.time.begin())));
    edge.latency = distributionOf(m_samples.latency);
    edge.client = distributionOf(m_samples.client);
    edge.server = distributionOf(m_samples.server);
    edge.network = distributionOf(m_samples.network);
    edge.delivery = distributionOf(m_samples.delivery);

    const EdgeFanOut fanOut = takeFanOut(callerEntries);
    if (m_calls.nodes[source.caller.index()].kind == NodeKind::Service) edge.fanOut = fanOut;
    return edge;
}

void EdgeFigures::count(GraphEdge& edge, CallRow call) {
    ++edge.calls;
    edge.failed += m_calls.has(call, CallFlag::Failed);
    edge.failedHere += m_calls.has(call, CallFlag::FailedHere);
    edge.strictFailed += m_calls.has(call, CallFlag::StrictFailed);
    edge.retries += m_calls.has(call, CallFlag::Retry);
    edge.extraAttempts += m_calls.has(call, CallFlag::ExtraAttempt);
    edge.serverSpanMissing += m_calls.has(call, CallFlag::ServerSpanMissing);
    if (const FailureKind kind = m_calls.failureKind(call); kind != FailureKind::None)
        ++edge.failuresByKind[static_cast<std::size_t>(kind)];

    const auto client = m_calls.clientDuration(call, m_spans), server = m_calls.serverDuration(call, m_spans);
    if (client) m_samples.client.push_back(*client);
    if (server) m_samples.server.push_back(*server);
    if (client || server) m_samples.latency.push_back(client ? *client : *server);
    if (client && server && edge.callClass != CallClass::Messaging && *client >= *server)
        m_samples.network.push_back(*client - *server);
    if (m_calls.has(call, CallFlag::HasDelivery))
        m_samples.delivery.push_back(m_calls.deliveryOf(call).value());

    const SpanRow entry = m_calls.entry[call.index()];
    if (!entry.valid() || !m_range.contains(m_spans.start[entry.index()])) return;
    if (m_callsOfEntry[entry.index()]++ == 0) m_callingEntries.push_back(entry);
}

EdgeFanOut EdgeFigures::takeFanOut(std::uint64_t callerEntries) {
    EdgeFanOut fanOut;
    fanOut.entries = callerEntries;
    std::uint64_t calls = 0;
    for (const SpanRow entry : m_callingEntries) {
        calls += m_callsOfEntry[entry.index()];
        fanOut.max = std::max<std::uint64_t>(fanOut.max, m_callsOfEntry[entry.index()]);
        m_callsOfEntry[entry.index()] = 0;
    }
    if (callerEntries > 0) {
        fanOut.mean = static_cast<double>(calls) / static_cast<double>(callerEntries);
        fanOut.share = static_cast<double>(m_callingEntries.size()) / static_cast<double>(callerEntries);
    }
    if (!m_callingEntries.empty())
        fanOut.meanWhenCalled = static_cast<double>(calls) / static_cast<double>(m_callingEntries.size());
    m_callingEntries.clear();
    return fanOut;
}

} // namespace hallway
