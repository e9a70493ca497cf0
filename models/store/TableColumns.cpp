#include "store/TableColumns.h"

#include "store/ColumnStore.h"
#include "store/NodeCodec.h"
#include "store/RowChecksum.h"

namespace hallway {

namespace {

/// Traces, edges and delivery times are lists of structs, which have gaps: they are stored member by member.
struct ListColumns {
    std::vector<std::uint64_t> traceHigh, traceLow;
    std::vector<std::uint8_t> traceOpaque;
    std::vector<std::uint32_t> traceFirst, traceCount;
    std::vector<NodeId> edgeCaller, edgeCallee;
    std::vector<std::uint8_t> edgeClass;
    std::vector<std::uint32_t> edgeFirst, edgeCount;
    std::vector<CallRow> deliveryCall;
    std::vector<Duration> deliveryTime;
    std::vector<char> nodes;
};

/// Names every column once, for writing and reading alike.
template <class Visitor, class Spans, class Calls, class Lists>
Status visitColumns(Visitor&& visit, Spans& spans, Calls& calls, Lists& lists) {
    Status status;
    const auto column = [&](std::string_view name, auto& values) {
        if (status) status = visit(name, values);
    };
    column("span.start", spans.start);
    column("span.end", spans.end);
    column("span.id", spans.id);
    column("span.parent", spans.parent);
    column("span.node", spans.node);
    column("span.name", spans.name);
    column("span.host", spans.host);
    column("span.row", spans.storeRow);
    column("span.flags", spans.flags);
    column("span.kind", spans.kindAndStatus);
    column("trace.high", lists.traceHigh);
    column("trace.low", lists.traceLow);
    column("trace.opaque", lists.traceOpaque);
    column("trace.first", lists.traceFirst);
    column("trace.count", lists.traceCount);
    column("call.client", calls.client);
    column("call.server", calls.server);
    column("call.entry", calls.entry);
    column("call.time", calls.time);
    column("call.flags", calls.flags);
    column("delivery.call", lists.deliveryCall);
    column("delivery.time", lists.deliveryTime);
    column("edge.caller", lists.edgeCaller);
    column("edge.callee", lists.edgeCallee);
    column("edge.class", lists.edgeClass);
    column("edge.first", lists.edgeFirst);
    column("edge.count", lists.edgeCount);
    column("nodes", lists.nodes);
    return status;
}

ListColumns listsOf(const SpanTable& spans, const CallTable& calls) {
    ListColumns lists;
    for (const TraceEntry& trace : spans.traces) {
        lists.traceHigh.push_back(trace.id.high);
        lists.traceLow.push_back(trace.id.low);
        lists.traceOpaque.push_back(trace.id.opaque ? 1 : 0);
        lists.traceFirst.push_back(trace.firstSpan);
        lists.traceCount.push_back(trace.spanCount);
    }
    for (const Edge& edge : calls.edges) {
        lists.edgeCaller.push_back(edge.caller);
        lists.edgeCallee.push_back(edge.callee);
        lists.edgeClass.push_back(static_cast<std::uint8_t>(edge.callClass));
        lists.edgeFirst.push_back(edge.firstCall);
        lists.edgeCount.push_back(edge.callCount);
    }
    for (const auto& [call, time] : calls.delivery) {
        lists.deliveryCall.push_back(call);
        lists.deliveryTime.push_back(time);
    }
    const std::string nodes = packNodes(calls.nodes);
    lists.nodes.assign(nodes.begin(), nodes.end());
    return lists;
}

bool fillLists(const ListColumns& lists, SpanTable& spans, CallTable& calls) {
    const std::size_t traces = lists.traceHigh.size(), edges = lists.edgeCaller.size();
    if (lists.traceLow.size() != traces || lists.traceOpaque.size() != traces ||
        lists.traceFirst.size() != traces || lists.traceCount.size() != traces ||
        lists.edgeCallee.size() != edges || lists.edgeClass.size() != edges ||
        lists.edgeFirst.size() != edges || lists.edgeCount.size() != edges ||
        lists.deliveryCall.size() != lists.deliveryTime.size())
        return false;
    spans.traces.reserve(traces);
    for (std::size_t i = 0; i < traces; ++i)
        spans.traces.push_back({{lists.traceHigh[i], lists.traceLow[i], lists.traceOpaque[i] != 0},
                                lists.traceFirst[i],
                                lists.traceCount[i]});
    for (std::size_t i = 0; i < edges; ++i)
        calls.edges.push_back({lists.edgeCaller[i], lists.edgeCallee[i],
                               static_cast<CallClass>(lists.edgeClass[i]), lists.edgeFirst[i],
                               lists.edgeCount[i]});
    for (std::size_t i = 0; i < lists.deliveryCall.size(); ++i)
        calls.delivery.emplace_back(lists.deliveryCall[i], lists.deliveryTime[i]);
    auto nodes = unpackNodes({lists.nodes.data(), lists.nodes.size()});
    if (!nodes) return false;
    calls.nodes = std::move(*nodes);
    return true;
}

} // namespace

Status writeColumns(const Database& database, const SpanTable& spans, const CallTable& calls) {
    auto writer = ColumnWriter::on(database);
    if (!writer) return fail(writer.error());
    const ListColumns lists = listsOf(spans, calls);
    return visitColumns(
        [&](std::string_view name, const auto& values) { return writer->write(name, values); }, spans, calls,
        lists);
}

Status readColumns(const Database& database, SpanTable& spans, CallTable& calls) {
    auto reader = ColumnReader::on(database);
    if (!reader) return fail(reader.error());
    ListColumns lists;
    const Status read = visitColumns(
        [&](std::string_view name, auto& values) { return reader->read(name, values); }, spans, calls, lists);
    if (!read) return read;
    if (!fillLists(lists, spans, calls)) return damaged(database, "columns of unequal length");
    return {};
}

} // namespace hallway
