// Where one can go in an open capture: its services by name, its traces by the begin of their id.
#pragma once

#include "gui/CommandPalette.h"
#include "session/Capture.h"

#include <functional>

namespace hallway {

/// What the id of a trace begins with, as text in any case, at most `most` of them in the order of the table;
/// less than three letters find nothing.
[[nodiscard]] std::vector<TraceRow> tracesBeginningWith(QStringView typed, const Capture& capture,
                                                        std::size_t most);

/// `go` is told the service, or the id of the trace, as Workspace::goTo() takes it.
using GoTo = std::function<void(const QString& text)>;
[[nodiscard]] std::vector<PaletteEntry> servicesToGoTo(const Capture& capture, const GoTo& go);
[[nodiscard]] std::vector<PaletteEntry> tracesToGoTo(const QString& typed, const Capture& capture,
                                                     const GoTo& go);

} // namespace hallway
