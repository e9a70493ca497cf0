#include "gui/Wording.h"

#include "common/Text.h"

#include <QCoreApplication>

namespace hallway {

QString nameOf(NodeId node, const CallTable& calls) { return shownText(calls.nodes[node.index()].label); }

QString nameOf(EdgeId edge, const CallTable& calls) {
    const Edge& held = calls.edges[edge.index()];
    return nameOf(held.caller, calls) + QStringLiteral(" → ") + nameOf(held.callee, calls);
}

QString subjectOf(const Selection& selection, const CallTable& calls) {
    if (selection.edge) return nameOf(*selection.edge, calls);
    return selection.node ? nameOf(*selection.node, calls) : QString();
}

QString sourceNameOf(const Selection& selection, const Capture& capture) {
    QString name = subjectOf(selection, capture.calls());
    if (name.isEmpty()) name = QCoreApplication::translate("Wording", "Requests");
    if (selection.operation.valid())
        name += QStringLiteral(", ") + shownText(capture.strings().text(selection.operation));
    return name;
}

} // namespace hallway
