#include "analysis/ColumnMaker.h"

#include <limits>
#include <map>

namespace hallway {

namespace {

constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();

/// By row: a failed child passed its failure on to it.
std::vector<bool> failuresPassedOn(const std::vector<InnerSpan>& inside, const SpanTable& spans) {
    std::vector<bool> passedOn(spans.size(), false);
    for (const InnerSpan& held : inside) {
        const SpanRow parent = spans.parent[held.span.index()];
        if (parent.valid() && spans.flags[held.span.index()].has(SpanFlag::Failed))
            passedOn[parent.index()] = true;
    }
    return passedOn;
}

/// By row: the compared call that a call made by this span is inside of.
std::vector<std::uint32_t> callsAround(const ComparedCalls& compared, const std::vector<InnerSpan>& inside,
                                       const SpanTable& spans) {
    std::vector<std::uint32_t> around(spans.size(), nobody);
    for (const InnerSpan& held : inside)
        around[held.span.index()] = held.call;
    for (std::uint32_t i = 0; i < compared.size(); ++i)
        if (compared[i].callee.valid()) around[compared[i].callee.index()] = i;
    return around;
}

/// Of the spans of each service.
class ServiceColumns {
public:
    ServiceColumns(const SpanTable& spans, const Labels& labels) : m_spans(spans), m_labels(labels) {}

    void add(const InnerSpan& held, bool failureStarts, Duration self) {
        const std::size_t row = held.span.index();
        const NodeId node = m_spans.node[row];
        m_operations.try_emplace(node, factOf(CallSide::Inside, Fact::Operation, node), m_labels.text())
            .first->second.add(held.call, m_spans.name[row].value());
        if (failureStarts)
            m_failures.try_emplace(node, factOf(CallSide::Inside, Fact::FailureStarts, node), flagLabel)
                .first->second.add(held.call, 1);
        if (m_spans.hasDuration(held.span)) m_self[node].add(held.call, nanoseconds(self), greater);
    }
    void appendTo(std::vector<ValueColumn>& columns) {
        for (auto* const makers : {&m_operations, &m_failures})
            for (auto& [node, maker] : *makers)
                columns.push_back(maker.take());
        for (const auto& [node, times] : m_self)
            columns.push_back(
                numberColumn(factOf(CallSide::Inside, Fact::LongestSelf, node), times.numbers(), true));
    }

private:
    const SpanTable& m_spans;
    const Labels& m_labels;
    std::map<NodeId, ColumnMaker> m_operations, m_failures;
    std::map<NodeId, NumberMaker> m_self;
};

/// Which edges are called inside, and how often each.
void addEdgeColumns(std::vector<ValueColumn>& columns, const ComparedCalls& compared,
                    const std::vector<std::uint32_t>& around, const CallTable& calls, const Labels& labels) {
    std::vector<bool> isCompared(calls.size(), false);
    for (const ComparedCall& held : compared)
        if (held.call.valid()) isCompared[held.call.index()] = true;
    ColumnMaker edges(factOf(CallSide::Inside, Fact::Edge), labels.edge());
    for (std::size_t id = 0; id < calls.edges.size(); ++id) {
        const Edge& edge = calls.edges[id];
        NumberMaker counts;
        for (std::uint32_t row = edge.firstCall; row < edge.firstCall + edge.callCount; ++row) {
            const SpanRow client = calls.client[row];
            if (isCompared[row] || !client.valid() || around[client.index()] == nobody) continue;
            edges.add(around[client.index()], id);
            counts.add(around[client.index()], 1, std::plus<double>());
        }
        Dimension dimension = factOf(CallSide::Inside, Fact::Calls, edge.caller);
        dimension.key = calls.nodes[edge.callee.index()].label;
        columns.push_back(numberColumn(std::move(dimension), counts.numbers(), false));
    }
    columns.push_back(edges.take());
}

} // namespace

std::vector<ValueColumn> innerFactColumns(const ComparedCalls& compared, const std::vector<InnerSpan>& inside,
                                          const CallTable& calls, const SpanTable& spans,
                                          const StringPool& strings, const std::vector<Duration>& self) {
    const Labels labels{calls, strings};
    const std::vector<bool> passedOn = failuresPassedOn(inside, spans);
    ColumnMaker services(factOf(CallSide::Inside, Fact::Service), labels.node());
    ServiceColumns ofServices(spans, labels);
    for (const InnerSpan& held : inside) {
        const std::size_t row = held.span.index();
        services.add(held.call, spans.node[row].value());
        ofServices.add(held, spans.flags[row].has(SpanFlag::Failed) && !passedOn[row], self[row]);
    }
    std::vector<ValueColumn> columns{services.take()};
    ofServices.appendTo(columns);
    addEdgeColumns(columns, compared, callsAround(compared, inside, spans), calls, labels);
    return columns;
}

} // namespace hallway
