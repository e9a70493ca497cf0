#include "gui/Wording.h"

#include "common/Text.h"

#include <QCoreApplication>

namespace hallway {

QString nameOf(NodeId node, const CallTable& calls) { return shownText(calls.nodes[node.index()].label); }

QString nameOf(EdgeId edge, const CallTable& calls) {
    const Edge& held = calls.edges[edge.index()];
    return nameOf(held.caller, calls) + QStringLiteral(" → ") + nameOf(held.callee, calls);
}

QString subjectOf(const Selection& selection, const Capture& capture) {
    QString subject = QCoreApplication::translate("Wording", "Requests");
    if (selection.edge)
        subject = nameOf(*selection.edge, capture.calls());
    else if (selection.node)
        subject = nameOf(*selection.node, capture.calls());
    if (selection.operation.valid())
        subject += QStringLiteral(", ") + shownText(capture.strings().text(selection.operation));
    return subject;
}

} // namespace hallway
