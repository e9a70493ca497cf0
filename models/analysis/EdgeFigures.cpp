#include "analysis/EdgeFigures.h"

#include <algorithm>

namespace hallway {

namespace {
constexpr std::size_t callsAhead = 16; // whose spans are asked for: about a memory access ahead
}

void EdgeFigures::Samples::clear() {
    for (std::vector<Duration>* const samples : {&client, &server, &network, &delivery, &serverOnly})
        samples->clear();
}

EdgeFigures::EdgeFigures(const SpanTable& spans, const CallTable& calls, const Subset& subset)
    : m_spans(spans), m_calls(calls), m_subset(subset), m_callsOfEntry(spans.size(), 0) {}

GraphEdge EdgeFigures::of(EdgeId id, std::uint64_t callerEntries) {
    const Edge& source = m_calls.edges[id.index()];
    GraphEdge edge;
    edge.id = id;
    edge.caller = source.caller;
    edge.callee = source.callee;
    edge.callClass = source.callClass;
    edge.fromMissingParent = m_calls.nodes[source.caller.index()].missingParent;

    m_samples.clear();
    const TimeRange& range = m_subset.range;
    const auto first = m_calls.time.begin() + source.firstCall;
    const auto from = std::lower_bound(first, first + source.callCount, range.from);
    const auto to = range.isEverything() ? first + source.callCount
                                         : std::lower_bound(from, first + source.callCount, range.to);
    const auto end = static_cast<std::size_t>(to - m_calls.time.begin());
    for (auto at = static_cast<std::size_t>(from - m_calls.time.begin()); at < end; ++at) {
        prefetch(CallRow(std::min(at + callsAhead, end - 1)));
        if (const CallRow call(at); m_subset.hasCall(call)) count(edge, call);
    }
    describeTimes(edge);

    const EdgeFanOut fanOut = takeFanOut(callerEntries);
    if (m_calls.nodes[source.caller.index()].kind == NodeKind::Service) edge.fanOut = fanOut;
    return edge;
}

/// Calls of an edge are in order of time, spans are not: without this, most of the time is waiting for them.
void EdgeFigures::prefetch(CallRow call) const {
    for (const SpanRow span : {m_calls.client[call.index()], m_calls.server[call.index()]}) {
        if (!span.valid()) continue;
        __builtin_prefetch(m_spans.start.data() + span.index());
        __builtin_prefetch(m_spans.end.data() + span.index());
        __builtin_prefetch(m_spans.flags.data() + span.index());
    }
    if (const SpanRow entry = m_calls.entry[call.index()]; entry.valid())
        __builtin_prefetch(m_callsOfEntry.data() + entry.index());
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
    if (server && !client) m_samples.serverOnly.push_back(*server);
    if (client && server && edge.callClass != CallClass::Messaging && *client >= *server)
        m_samples.network.push_back(*client - *server);
    if (m_calls.has(call, CallFlag::HasDelivery))
        m_samples.delivery.push_back(m_calls.deliveryOf(call).value());

    const SpanRow entry = m_calls.entry[call.index()];
    if (!entry.valid() || !m_subset.range.contains(m_spans.start[entry.index()]) || !m_subset.hasSpan(entry))
        return;
    if (m_callsOfEntry[entry.index()]++ == 0) m_callingEntries.push_back(entry);
}

/// Rule 19: an edge's latency is the client side where there is one, else the server side; mostly it is all
/// of one and none of the other.
void EdgeFigures::describeTimes(GraphEdge& edge) {
    const bool isMixed = !m_samples.client.empty() && !m_samples.serverOnly.empty();
    if (isMixed) {
        m_samples.serverOnly.insert(m_samples.serverOnly.end(), m_samples.client.begin(),
                                    m_samples.client.end());
        edge.latency = distributionOf(m_samples.serverOnly);
    }
    edge.client = distributionOf(m_samples.client);
    edge.server = distributionOf(m_samples.server);
    if (!isMixed) edge.latency = edge.client ? edge.client : edge.server;
    edge.network = distributionOf(m_samples.network);
    edge.delivery = distributionOf(m_samples.delivery);
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
