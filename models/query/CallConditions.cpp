#include "query/CallConditions.h"

#include "trace/ValueTest.h"

#include <algorithm>

namespace hallway {

namespace {

/// The label, which is unique, or the name, which is what people call it.
bool fits(ValueTest& test, const Node& node) {
    const bool fitsLabel = test.fitsText(node.label), fitsName = test.fitsText(node.name);
    return test.isNegative() ? fitsLabel && fitsName : fitsLabel || fitsName;
}

CallSet callsThat(const Comparison& comparison, const CallTable& calls) {
    CallSet found(calls.size());
    ValueTest test(comparison.relation, scalarOf(comparison.value));
    if (test.wantsPresence()) return CallSet::all(calls.size());
    if (comparison.field.kind == FieldKind::EdgeFailed) {
        for (std::size_t i = 0; i < calls.size(); ++i)
            if (test.fitsTruth(calls.has(CallRow(i), CallFlag::Failed))) found.insert(CallRow(i));
        return found;
    }
    const auto fitsEdge = [&](const Edge& edge) {
        if (comparison.field.kind == FieldKind::EdgeClass) return test.fitsText(wordOf(edge.callClass));
        const NodeId node = comparison.field.kind == FieldKind::EdgeCaller ? edge.caller : edge.callee;
        return fits(test, calls.nodes[node.index()]);
    };
    for (const Edge& edge : calls.edges)
        if (fitsEdge(edge))
            for (std::uint32_t i = 0; i < edge.callCount; ++i)
                found.insert(CallRow(edge.firstCall + i));
    return found;
}

CallSet callsOf(const Condition& condition, const CallTable& calls) {
    if (condition.kind == Condition::Kind::Compare) return callsThat(condition.comparison, calls);
    CallSet found = callsOf(condition.operands.front(), calls);
    for (std::size_t i = 1; i < condition.operands.size(); ++i) {
        const CallSet more = callsOf(condition.operands[i], calls);
        condition.kind == Condition::Kind::All ? found &= more : found |= more;
    }
    return found;
}

SpanSet sidesOf(const CallSet& chosen, const CallTable& calls, std::size_t spanCount) {
    SpanSet spans(spanCount);
    chosen.forEach([&](CallRow call) {
        for (const SpanRow side : {calls.client[call.index()], calls.server[call.index()]})
            if (side.valid()) spans.insert(side);
    });
    return spans;
}

} // namespace

bool isOfOneCall(const Condition& condition) {
    if (condition.kind == Condition::Kind::Compare)
        return isOfCalls(condition.comparison.field.kind) &&
               !(condition.comparison.relation == Relation::Equal &&
                 std::holds_alternative<Nil>(condition.comparison.value));
    const bool isJoined = condition.kind == Condition::Kind::All || condition.kind == Condition::Kind::Any;
    return isJoined && std::all_of(condition.operands.begin(), condition.operands.end(), isOfOneCall);
}

SpanSet spansOfCalls(const Condition& condition, const CallTable& calls, std::size_t spanCount) {
    return sidesOf(callsOf(condition, calls), calls, spanCount);
}

SpanSet spansWithoutCalls(const CallTable& calls, std::size_t spanCount) {
    SpanSet spans = sidesOf(CallSet::all(calls.size()), calls, spanCount);
    spans.invert();
    return spans;
}

} // namespace hallway
