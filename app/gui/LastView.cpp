#include "gui/LastView.h"

#include "gui/Wording.h"
#include "gui/Workspace.h"

namespace hallway {

LastView lastViewOf(Workspace& workspace, const QStringList& files) {
    const Capture& capture = *workspace.capture();
    const Selection& now = workspace.selection().now();
    LastView view{.files = files, .filter = workspace.filter().text(), .mode = workspace.filter().mode()};
    view.range = now.range;
    if (now.node) view.node = nameOf(*now.node, capture.calls());
    if (now.edge) {
        const Edge& edge = capture.calls().edges[now.edge->index()];
        view.caller = nameOf(edge.caller, capture.calls());
        view.callee = nameOf(edge.callee, capture.calls());
    }
    if (now.trace)
        view.trace =
            QString::fromStdString(textOf(capture.spans().traces[now.trace->index()].id, capture.strings()));
    return view;
}

void showAgain(const LastView& view, Workspace& workspace) {
    const Capture& capture = *workspace.capture();
    const CallTable& calls = capture.calls();
    SelectionModel& selection = workspace.selection();
    workspace.filter().set(view.filter, view.mode);
    if (view.range && view.range->from < view.range->to) selection.setRange(view.range);
    // The trace first: an edge without one opens its worst call.
    if (const auto trace = capture.findTrace(view.trace.toStdString())) selection.selectTrace(*trace);
    for (std::size_t i = 0; i < calls.nodes.size() && !view.node.isEmpty(); ++i)
        if (nameOf(NodeId(i), calls) == view.node) return selection.selectNode(NodeId(i));
    for (std::size_t i = 0; i < calls.edges.size() && !view.caller.isEmpty(); ++i)
        if (nameOf(calls.edges[i].caller, calls) == view.caller &&
            nameOf(calls.edges[i].callee, calls) == view.callee)
            return selection.selectEdge(EdgeId(i));
}

} // namespace hallway
