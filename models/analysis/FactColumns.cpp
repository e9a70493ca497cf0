#include "analysis/ValueColumn.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <unordered_map>

namespace hallway {

namespace {

constexpr std::array<const char*, 6> kindWords{"unspecified", "internal", "server",
                                               "client",      "producer", "consumer"};
constexpr std::array<const char*, 3> statusWords{"unset", "ok", "error"};

/// Gathers a column whose values have numbers of their own; what `label` makes of one.
class ColumnMaker {
public:
    using Label = std::function<ValueLabel(std::uint64_t)>;
    ColumnMaker(Dimension dimension, Label label) : m_label(std::move(label)) {
        m_column.dimension = std::move(dimension);
    }
    void add(std::uint32_t call, std::uint64_t value) {
        const auto [found, isNew] =
            m_indexes.try_emplace(value, static_cast<std::uint32_t>(m_column.labels.size()));
        if (isNew) m_column.labels.push_back(m_label(value));
        m_column.occurrences.push_back({call, found->second});
    }
    [[nodiscard]] ValueColumn take() { return std::move(m_column); }

private:
    Label m_label;
    ValueColumn m_column;
    std::unordered_map<std::uint64_t, std::uint32_t> m_indexes;
};

ValueLabel textLabel(std::string_view text) { return {ValueForm::Text, std::string(text), {}, {}, {}}; }
ValueLabel flagLabel(std::uint64_t flag) {
    return {ValueForm::Flag, flag != 0 ? "true" : "false", {}, {}, {}};
}

/// Labels of the values of each kind of fact.
struct Labels {
    const CallTable& calls;
    const StringPool& strings;

    [[nodiscard]] ColumnMaker::Label node() const {
        return [this](std::uint64_t id) { return textLabel(calls.nodes[id].label); };
    }
    [[nodiscard]] ColumnMaker::Label edge() const {
        return [this](std::uint64_t id) {
            const Edge& held = calls.edges[id];
            ValueLabel label = textLabel(calls.nodes[held.caller.index()].label + " → " +
                                         calls.nodes[held.callee.index()].label);
            label.edge = EdgeId(static_cast<std::uint32_t>(id));
            return label;
        };
    }
    [[nodiscard]] ColumnMaker::Label text() const {
        return [this](std::uint64_t id) {
            return textLabel(strings.text(StringId(static_cast<std::uint32_t>(id))));
        };
    }
    template <class Words>
    [[nodiscard]] static ColumnMaker::Label word(const Words& words) {
        return [&words](std::uint64_t value) {
            return textLabel(value < words.size() ? words[value] : "other");
        };
    }
};

Dimension factOf(CallSide side, Fact fact, NodeId service = {}) {
    return {side, ValueScope::Fact, fact, service, {}};
}

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

} // namespace

std::vector<ValueColumn> factColumns(const ComparedCalls& compared, const CallTable& calls,
                                     const SpanTable& spans, const StringPool& strings) {
    const Labels labels{calls, strings};
    std::vector<ValueColumn> columns;
    addCallColumns(columns, compared, calls, spans, labels);
    addSideColumns(columns, CallSide::Callee, compared, spans, labels);
    addSideColumns(columns, CallSide::Caller, compared, spans, labels);
    addRootColumns(columns, compared, spans, labels);
    return columns;
}

std::vector<ValueColumn> innerFactColumns(const ComparedCalls& compared, const std::vector<InnerSpan>& inside,
                                          const CallTable& calls, const SpanTable& spans,
                                          const StringPool& strings) {
    const Labels labels{calls, strings};
    ColumnMaker service(factOf(CallSide::Inside, Fact::Service), labels.node());
    ColumnMaker edge(factOf(CallSide::Inside, Fact::Edge), labels.edge());
    std::map<NodeId, ColumnMaker> operations, failures;
    constexpr std::uint32_t none = 0xffffffff;
    std::vector<std::uint32_t> callOf(spans.size(), none);
    const auto hasFailed = [&](SpanRow span) { return spans.flags[span.index()].has(SpanFlag::Failed); };
    std::vector<bool> passesOn(spans.size(), false);
    for (const InnerSpan& held : inside)
        if (const SpanRow parent = spans.parent[held.span.index()]; parent.valid() && hasFailed(held.span))
            passesOn[parent.index()] = true;
    for (const InnerSpan& held : inside) {
        const NodeId node = spans.node[held.span.index()];
        callOf[held.span.index()] = held.call;
        service.add(held.call, node.value());
        operations.try_emplace(node, factOf(CallSide::Inside, Fact::Operation, node), labels.text())
            .first->second.add(held.call, spans.name[held.span.index()].value());
        if (hasFailed(held.span) && !passesOn[held.span.index()])
            failures.try_emplace(node, factOf(CallSide::Inside, Fact::FailureStarts, node), flagLabel)
                .first->second.add(held.call, 1);
    }
    // A call made inside has a span there on one side at least: a callee's that is none of the compared ones,
    // or a caller's that is itself the callee's span of a compared call.
    for (std::uint32_t i = 0; i < compared.size(); ++i)
        if (compared[i].callee.valid()) callOf[compared[i].callee.index()] = i;
    std::vector<bool> isCompared(calls.size(), false);
    for (const ComparedCall& held : compared)
        if (held.call.valid()) isCompared[held.call.index()] = true;
    for (std::size_t id = 0; id < calls.edges.size(); ++id) {
        const Edge& held = calls.edges[id];
        for (std::uint32_t row = held.firstCall; row < held.firstCall + held.callCount; ++row) {
            const SpanRow client = calls.client[row];
            if (isCompared[row] || !client.valid() || callOf[client.index()] == none) continue;
            edge.add(callOf[client.index()], id);
        }
    }
    std::vector<ValueColumn> columns{service.take(), edge.take()};
    for (auto* const makers : {&operations, &failures})
        for (auto& [node, maker] : *makers)
            columns.push_back(maker.take());
    return columns;
}

} // namespace hallway
