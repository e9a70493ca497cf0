// How edges, services and ranges are called wherever the window speaks of them.
#pragma once

#include "items/SelectionModel.h"
#include "session/Capture.h"

#include <QString>

namespace hallway {

/// "payments → api.acquirer.example"
[[nodiscard]] QString nameOf(EdgeId edge, const CallTable& calls);
[[nodiscard]] QString nameOf(NodeId node, const CallTable& calls);
/// Of the selected edge or node; empty without one.
[[nodiscard]] QString subjectOf(const Selection& selection, const CallTable& calls);
/// The same, or "Requests", and the operation where one is selected: whose calls sourceOf() means.
[[nodiscard]] QString sourceNameOf(const Selection& selection, const Capture& capture);

} // namespace hallway
