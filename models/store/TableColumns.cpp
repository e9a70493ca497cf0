#include "store/TableColumns.h"

#include "store/ColumnStore.h"
#include "store/NodeCodec.h"
#include "store/RowChecksum.h"

namespace hallway {

namespace {

/// Names every column once, for writing and reading alike. Lists of structs, which have gaps, go member by
/// member.
template <class Columns, class Spans, class Calls>
Status visitColumns(Columns& columns, Spans& spans, Calls& calls) {
    Status status;
    const auto column = [&](std::string_view name, auto& values, auto... memberOf) {
        if (status) status = columns.column(name, values, memberOf...);
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
    column("trace.high", spans.traces.idHigh);
    column("trace.low", spans.traces.idLow);
    column("trace.opaque", spans.traces.idIsOpaque);
    column("trace.end", spans.traces.endSpan);
    column("call.client", calls.client);
    column("call.server", calls.server);
    column("call.entry", calls.entry);
    column("call.time", calls.time);
    column("call.flags", calls.flags);
    column("delivery.call", calls.delivered);
    column("delivery.time", calls.delivery);
    column(
        "edge.caller", calls.edges, [](auto& edge) -> auto& { return edge.caller; });
    column(
        "edge.callee", calls.edges, [](auto& edge) -> auto& { return edge.callee; });
    column(
        "edge.class", calls.edges, [](auto& edge) -> auto& { return edge.callClass; });
    column(
        "edge.first", calls.edges, [](auto& edge) -> auto& { return edge.firstCall; });
    column(
        "edge.count", calls.edges, [](auto& edge) -> auto& { return edge.callCount; });
    return status;
}

constexpr std::string_view nodesColumn = "nodes";

} // namespace

Status writeColumns(TableBuilder& chunks, const SpanTable& spans, const CallTable& calls) {
    ColumnWriter writer(chunks);
    if (Status written = visitColumns(writer, spans, calls); !written) return written;
    const std::string nodes = packNodes(calls.nodes);
    return writer.column(nodesColumn, std::vector<char>(nodes.begin(), nodes.end()));
}

Status readColumns(const Database& database, SpanTable& spans, CallTable& calls) {
    auto reader = ColumnReader::on(database);
    if (!reader) return fail(reader.error());
    if (Status read = visitColumns(*reader, spans, calls); !read) return read;
    std::vector<char> packed;
    if (Status read = reader->column(nodesColumn, packed); !read) return read;
    auto nodes = unpackNodes({packed.data(), packed.size()});
    if (!nodes) return damaged(database, "nodes");
    calls.nodes = std::move(*nodes);
    return {};
}

} // namespace hallway
