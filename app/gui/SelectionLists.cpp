#include "gui/SelectionLists.h"

#include <algorithm>

namespace hallway {

SelectionLists::SelectionLists(SelectionModel& selection, QObject* parent)
    : QObject(parent), m_selection(selection) {
    connect(
        &selection, &SelectionModel::changed, this, [this](const Selection& now, const Selection& before) {
            if (now.edge != before.edge || now.node != before.node || now.box != before.box ||
                now.operation != before.operation || now.range != before.range || now.filter != before.filter)
                update();
        });
}

void SelectionLists::setCapture(std::shared_ptr<const Capture> capture) {
    m_capture = std::move(capture);
    m_summaries.reset();
    m_calls.clear();
    update();
}

SelectionLists::Lists SelectionLists::listsOf(const Selection& selection, const Capture& capture,
                                              Summaries all) {
    Lists lists;
    lists.all = all ? std::move(all)
                    : std::make_shared<const std::vector<TraceSummary>>(summariseTraces(capture.spans()));
    lists.selected = selectedCallsOf(selection, capture);
    const std::vector<bool>& wanted = lists.selected.traces;
    const Subset subset = subsetOf(selection);
    std::vector<TraceSummary> shown;
    for (const TraceSummary& trace : *lists.all) {
        if (!wanted.empty() && !wanted[trace.trace.index()]) continue;
        if (!subset.hasTrace(trace.trace) || !overlaps(capture.spans(), trace.trace, subset.range)) continue;
        shown.push_back(trace);
    }
    sortTraces(shown, TraceOrder::Longest);
    lists.traces = TraceModel::itemsOf(shown, capture.spans(), capture.calls(), capture.strings());
    return lists;
}

void SelectionLists::update() {
    if (!m_capture) {
        m_jobs.cancel();
        return;
    }
    m_jobs.run([capture = m_capture, selection = m_selection.now(),
                all = m_summaries](const CancelToken&) { return listsOf(selection, *capture, all); },
               [this](const Lists& lists) { show(lists); });
}

void SelectionLists::show(const Lists& lists) {
    m_summaries = lists.all;
    m_calls.clear();
    for (const CallItem& call : lists.selected.calls)
        if (call.span.valid()) m_calls.emplace_back(call.trace, call.span);
    const bool hasSubject = !lists.selected.traces.empty();
    emit callsListed(lists.selected.calls, lists.selected.total, hasSubject);
    emit tracesListed(lists.traces, hasSubject);
}

void SelectionLists::stepCall(bool forward) {
    if (m_calls.empty()) return;
    const auto& span = m_selection.now().span;
    const auto now = std::find_if(m_calls.begin(), m_calls.end(),
                                  [&span](const auto& call) { return span && call.second == *span; });
    auto next = now;
    if (now == m_calls.end())
        next = forward ? m_calls.begin() : std::prev(m_calls.end());
    else if (forward)
        next = std::next(now);
    else
        next = now == m_calls.begin() ? m_calls.end() : std::prev(now);
    if (next != m_calls.end()) m_selection.selectSpan(next->first, next->second);
}

} // namespace hallway
