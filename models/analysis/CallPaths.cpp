#include "analysis/CallPaths.h"

#include "analysis/CallWork.h"
#include "analysis/Parallel.h"
#include "analysis/TracePieces.h"
#include "base/Hash.h"

#include <algorithm>

namespace hallway {

CallPaths::CallPaths(const SpanTable& spans, const CallTable& calls, const StringPool& strings,
                     const Requests& requests, unsigned threads)
    : m_spans(spans), m_calls(calls), m_strings(strings), m_requests(requests), m_hashes(spans.size(), 0) {
    m_nodes.reserve(calls.nodes.size());
    for (const Node& node : calls.nodes)
        m_nodes.push_back(hallway::hashOf(node.label));
    const std::vector<TracePiece> pieces = piecesOf(spans.traces);
    runPieces(pieces.size(), threads, [&](std::size_t index) {
        ParentsFirst parentsFirst;
        for (std::size_t trace = pieces[index].first; trace < pieces[index].end; ++trace)
            for (const SpanRow row : parentsFirst.of(spans.traces[trace], spans)) {
                if (requests.entryOf(row) != row) continue;
                const SpanRow above = requests.callerOf(row);
                m_hashes[row.index()] =
                    combineHash(above.valid() ? m_hashes[above.index()] : 0, hashOf(stepOf(row)));
            }
    });
}

std::uint64_t CallPaths::hashOf(const PathStep& step) const {
    return hallway::hashOf(m_strings.text(step.operation), m_nodes[step.node.index()]);
}

PathStep CallPaths::lastStep(CallRow call) const {
    const SpanRow client = m_calls.client[call.index()];
    return {m_calls.edges[m_calls.edgeOf(call).index()].callee,
            client.valid() ? m_spans.name[client.index()] : StringId()};
}

std::uint64_t CallPaths::hashOfCall(CallRow call) const {
    if (const SpanRow server = m_calls.server[call.index()]; server.valid())
        return hashOfEntry(m_requests.entryOf(server));
    const SpanRow entry = m_calls.entry[call.index()];
    return combineHash(entry.valid() ? hashOfEntry(entry) : 0, hashOf(lastStep(call)));
}

RequestPath CallPaths::pathTo(SpanRow entry, const PathStep* last) const {
    // Upwards: the end of the path is kept as it comes, its begin in a ring.
    constexpr std::size_t half = longest / 2;
    std::vector<PathStep> end;
    std::vector<PathStep> ring;
    std::size_t above = 0; // steps beyond `end`
    if (last) end.push_back(*last);
    for (SpanRow at = entry; at.valid(); at = m_requests.callerOf(at)) {
        if (end.size() < half) {
            end.push_back(stepOf(at));
            continue;
        }
        if (ring.size() < half)
            ring.push_back(stepOf(at));
        else
            ring[above % half] = stepOf(at);
        ++above;
    }
    RequestPath path;
    path.omitted = above - ring.size();
    path.omittedAfter = path.omitted > 0 ? ring.size() : 0;
    for (std::size_t i = 0; i < ring.size(); ++i)
        path.steps.push_back(ring[(above - 1 - i) % half]);
    path.steps.insert(path.steps.end(), end.rbegin(), end.rend());
    return path;
}

RequestPath CallPaths::pathOfEntry(SpanRow entry) const { return pathTo(entry, nullptr); }

RequestPath CallPaths::pathOfCall(CallRow call) const {
    if (const SpanRow server = m_calls.server[call.index()]; server.valid())
        return pathOfEntry(m_requests.entryOf(server));
    const PathStep last = lastStep(call);
    return pathTo(m_calls.entry[call.index()], &last);
}

} // namespace hallway
