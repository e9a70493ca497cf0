// Makes what the inspector shows. Pure and slow on large captures: any thread but the GUI's.
#pragma once

#include "base/Result.h"
#include "items/Inspection.h"
#include "session/Capture.h"

namespace hallway {

/// `graph`: figures of the same capture and range. Needs an edge or node of it.
[[nodiscard]] EdgeInspection inspectEdge(EdgeId edge, const Capture& capture, const ServiceGraph& graph,
                                         const TimeRange& range);
[[nodiscard]] NodeInspection inspectNode(NodeId node, const Capture& capture, const ServiceGraph& graph,
                                         const TimeRange& range);
/// Errors: those of Capture::details().
[[nodiscard]] Result<SpanInspection> inspectSpan(SpanRow span, const Capture& capture);
/// `range`: nothing = everything.
[[nodiscard]] CaptureInspection inspectCapture(const Capture& capture, const ServiceGraph& graph,
                                               const std::optional<TimeRange>& range);

/// inspectSpan() with what the store says about the span in hand.
[[nodiscard]] SpanInspection inspectSpan(SpanRow span, const SpanDetails& details, const Capture& capture);

} // namespace hallway
