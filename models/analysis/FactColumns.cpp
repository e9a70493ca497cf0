#include "analysis/ColumnMaker.h"

#include <array>

namespace hallway {

namespace {

constexpr std::array<const char*, 6> kindWords{"unspecified", "internal", "server",
                                               "client",      "producer", "consumer"};
constexpr std::array<const char*, 3> statusWords{"unset", "ok", "error"};

/// Facts about the span of one side.
void addSideColumns(std::vector<ValueColumn>& columns, CallSide side, const ComparedCalls& compared,
                    const SpanTable& spans, const Labels& labels) {
    ColumnMaker operation(factOf(side, Fact::Operation), labels.text());
    ColumnMaker hasSpan(factOf(side, Fact::HasSpan), flagLabel);
    ColumnMaker kind(factOf(side, Fact::Kind), Labels::word(kindWords));
    ColumnMaker status(factOf(side, Fact::StatusCode), Labels::word(statusWords));
    for (std::uint32_t i = 0; i < compared.size(); ++i) {
        const SpanRow span = side == CallSide::Caller ? compared[i].caller : compared[i].callee;
        hasSpan.add(i, span.valid());
        if (!span.valid()) continue;
        operation.add(i, spans.name[span.index()].value());
        kind.add(i, static_cast<std::uint64_t>(spans.kind(span)));
        status.add(i, static_cast<std::uint64_t>(spans.status(span)));
    }
    for (ColumnMaker* const maker : {&operation, &hasSpan, &kind, &status})
        columns.push_back(maker->take());
}

void addCallColumns(std::vector<ValueColumn>& columns, const ComparedCalls& compared, const CallTable& calls,
                    const SpanTable& spans, const Labels& labels) {
    ColumnMaker edge(factOf(CallSide::Call, Fact::Edge), labels.edge());
    ColumnMaker caller(factOf(CallSide::Caller, Fact::Service), labels.node());
    ColumnMaker callee(factOf(CallSide::Callee, Fact::Service), labels.node());
    ColumnMaker failed(factOf(CallSide::Call, Fact::Failed), flagLabel);
    ColumnMaker failure(factOf(CallSide::Call, Fact::FailureKind),
                        [](std::uint64_t kind) { return textLabel(wordOf(static_cast<FailureKind>(kind))); });
    ColumnMaker retry(factOf(CallSide::Call, Fact::Retry), flagLabel);
    for (std::uint32_t i = 0; i < compared.size(); ++i) {
        const ComparedCall& held = compared[i];
        if (!held.call.valid()) {
            callee.add(i, spans.node[held.callee.index()].value());
            failed.add(i, spans.flags[held.callee.index()].has(SpanFlag::Failed));
            continue;
        }
        const EdgeId id = calls.edgeOf(held.call);
        edge.add(i, id.value());
        caller.add(i, calls.edges[id.index()].caller.value());
        callee.add(i, calls.edges[id.index()].callee.value());
        failed.add(i, calls.has(held.call, CallFlag::Failed));
        failure.add(i, static_cast<std::uint64_t>(calls.failureKind(held.call)));
        retry.add(i, calls.has(held.call, CallFlag::Retry));
    }
    for (ColumnMaker* const maker : {&edge, &caller, &callee, &failed, &failure, &retry})
        columns.push_back(maker->take());
}

/// The service and operation a trace began with: of its first span without a parent, servers first.
void addRootColumns(std::vector<ValueColumn>& columns, const ComparedCalls& compared, const SpanTable& spans,
                    const Labels& labels) {
    ColumnMaker service(factOf(CallSide::Call, Fact::RootService), labels.node());
    ColumnMaker operation(factOf(CallSide::Call, Fact::RootOperation), labels.text());
    std::vector<SpanRow> roots(spans.traces.size());
    for (std::size_t trace = 0; trace < roots.size(); ++trace) {
        const TraceEntry& entry = spans.traces[trace];
        for (std::uint32_t row = entry.firstSpan; row < entry.firstSpan + entry.spanCount; ++row) {
            if (spans.parent[row].valid() || spans.flags[row].has(SpanFlag::Orphan)) continue;
            const bool isServer = spans.kind(SpanRow(row)) == SpanKind::Server;
            if (!roots[trace].valid() || isServer) roots[trace] = SpanRow(row);
            if (isServer) break;
        }
    }
    for (std::uint32_t i = 0; i < compared.size(); ++i) {
        const SpanRow shown = compared[i].callee.valid() ? compared[i].callee : compared[i].caller;
        const SpanRow root = roots[spans.traceOf(shown).index()];
        if (!root.valid()) continue;
        service.add(i, spans.node[root.index()].value());
        operation.add(i, spans.name[root.index()].value());
    }
    columns.push_back(service.take());
    columns.push_back(operation.take());
}

ValueColumn ownTimeColumn(const ComparedCalls& compared, const SpanTable& spans,
                          const std::vector<Duration>& self) {
    NumberMaker times;
    for (std::uint32_t i = 0; i < compared.size(); ++i)
        if (const SpanRow callee = compared[i].callee; callee.valid() && spans.hasDuration(callee))
            times.add(i, nanoseconds(self[callee.index()]), greater);
    return numberColumn(factOf(CallSide::Callee, Fact::LongestSelf), times.numbers(), true);
}

} // namespace

std::vector<ValueColumn> factColumns(const ComparedCalls& compared, const CallTable& calls,
                                     const SpanTable& spans, const StringPool& strings,
                                     const std::vector<Duration>& self) {
    const Labels labels{calls, strings};
    std::vector<ValueColumn> columns{ownTimeColumn(compared, spans, self)};
    addCallColumns(columns, compared, calls, spans, labels);
    addSideColumns(columns, CallSide::Callee, compared, spans, labels);
    addSideColumns(columns, CallSide::Caller, compared, spans, labels);
    addRootColumns(columns, compared, spans, labels);
    return columns;
}

} // namespace hallway
