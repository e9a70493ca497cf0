#include "items/SelectionModel.h"

namespace hallway {

Subset subsetOf(const Selection& selection) {
    return {selection.range.value_or(TimeRange{}), selection.filter ? selection.filter->chosen : nullptr};
}

CallSource sourceOf(const Selection& selection) {
    return {selection.edge, selection.edge ? std::nullopt : selection.node, selection.operation};
}

namespace {

void endOperation(Selection& selection) {
    selection.operation = {};
    selection.box.reset();
}

} // namespace

SelectionModel::SelectionModel(QObject* parent) : QObject(parent) {}

void SelectionModel::selectNode(NodeId node) {
    Selection next = m_now;
    if (next.node != node) endOperation(next);
    next.node = node;
    next.edge.reset();
    set(next);
}

void SelectionModel::selectEdge(EdgeId edge) {
    Selection next = m_now;
    if (next.edge != edge) endOperation(next);
    next.edge = edge;
    next.node.reset();
    set(next);
}

void SelectionModel::selectNothing() {
    Selection next = m_now;
    next.node.reset();
    next.edge.reset();
    endOperation(next);
    set(next);
}

void SelectionModel::selectOperation(StringId operation) {
    Selection next = m_now;
    endOperation(next);
    next.operation = operation;
    set(next);
}

void SelectionModel::compare(Compared compared) {
    Selection next = m_now;
    next.compared = compared;
    set(next);
}

void SelectionModel::selectBox(std::optional<LatencyBox> box) {
    Selection next = m_now;
    next.box = box;
    if (box) next.compared = Compared::Box;
    set(next);
}

void SelectionModel::selectTrace(TraceRow trace) {
    Selection next = m_now;
    if (next.trace != trace) next.span.reset();
    next.trace = trace;
    set(next);
}

void SelectionModel::selectSpan(TraceRow trace, SpanRow span) {
    Selection next = m_now;
    next.trace = trace;
    next.span = span;
    set(next);
}

void SelectionModel::setRange(std::optional<TimeRange> range) {
    Selection next = m_now;
    next.range = range;
    next.box.reset();
    set(next);
}

void SelectionModel::setFilter(std::shared_ptr<const AppliedFilter> filter) {
    Selection next = m_now;
    next.filter = std::move(filter);
    next.box.reset();
    set(next);
}

bool SelectionModel::stepBack() {
    Selection next = m_now;
    if (next.box)
        next.box.reset();
    else if (next.span)
        next.span.reset();
    else if (next.operation.valid())
        next.operation = {};
    else if (next.edge || next.node) {
        next.edge.reset();
        next.node.reset();
    } else if (next.trace)
        next.trace.reset();
    else if (next.range)
        next.range.reset();
    else
        return false;
    set(next);
    return true;
}

void SelectionModel::clear() { set({}); }

void SelectionModel::set(const Selection& next) {
    if (next == m_now) return;
    const Selection before = std::exchange(m_now, next);
    emit changed(m_now, before);
}

} // namespace hallway
